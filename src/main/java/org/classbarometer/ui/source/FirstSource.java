package org.classbarometer.ui.source;

import java.util.List;
import java.util.Optional;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;

/// What is played when the program starts.
public final class FirstSource {
    private FirstSource() {}

    /// What was asked for on the command line; else what was played last, if it is still there; else
    /// the first camera; else the demo class.
    ///
    /// @param last text of the source played last, empty before the first time
    public static SourceChoice choose(
            Optional<SourceChoice> asked, String last, List<CameraInfo> cameras) {
        return asked.or(() -> parse(last).filter(choice -> isThere(choice, cameras)))
                .orElseGet(() ->
                        cameras.isEmpty()
                                ? new SourceChoice.Demo()
                                : new SourceChoice.Camera(cameras.getFirst().index()));
    }

    private static Optional<SourceChoice> parse(String last) {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SourceChoice.parse(last));
        } catch (FrameSourceException _) {
            return Optional.empty();
        }
    }

    private static boolean isThere(SourceChoice choice, List<CameraInfo> cameras) {
        return !(choice instanceof SourceChoice.Camera(int index))
                || cameras.stream().anyMatch(camera -> camera.index() == index);
    }
}
