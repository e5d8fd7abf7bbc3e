package org.classbarometer.session;

import java.nio.file.Path;
import java.time.InstantSource;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;

/// Another process that wants to tell of the camera 1: exit code 0 when it may.
public final class HoldMain {
    private HoldMain() {}

    /// @param arguments the data folder
    public static void main(String[] arguments) {
        try {
            SourceHold.of(
                            Path.of(arguments[0]),
                            new SourceChoice.Camera(1),
                            "7b",
                            LabelSet.FOUR,
                            Masks.NONE,
                            InstantSource.system())
                    .close();
        } catch (StoreException busy) {
            System.exit(1);
        }
    }
}
