package org.classbarometer.ui.source;

import java.nio.file.Path;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;

/// What a chosen source is called on screen.
public final class SourceNames {
    private SourceNames() {}

    /// A short name: `Demo class`, `Camera 1`, a file's name, an address.
    public static String of(SourceChoice choice) {
        return switch (choice) {
            case SourceChoice.Demo _ -> Text.of("ui.source.demo");
            case SourceChoice.Camera camera -> Text.of("ui.source.camera", camera.index() + 1);
            case SourceChoice.File file -> fileName(file.path());
            case SourceChoice.Stream stream -> stream.name();
            case SourceChoice.Screen _ -> Text.of("ui.source.screen");
        };
    }

    /// The same for a source's text or own name, as its states tell it.
    public static String of(String name) {
        return name.equals(new SourceChoice.Demo().text()) ? Text.of("ui.source.demo") : name;
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
