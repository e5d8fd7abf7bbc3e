package org.classbarometer.ui.source;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;

/// What a chosen source is called on screen.
public final class SourceNames {
    private static final Pattern CAMERA = Pattern.compile("camera:(\\d{1,2})");

    private SourceNames() {}

    /// A short name: `Demo class`, `Camera 1`, a file's name, an address, a window's title.
    public static String of(SourceChoice choice) {
        return Text.line(name(choice));
    }

    private static String name(SourceChoice choice) {
        return switch (choice) {
            case SourceChoice.Demo _ -> Text.of("ui.source.demo");
            case SourceChoice.Camera camera -> Text.of("ui.source.camera", camera.index() + 1);
            case SourceChoice.File file -> fileName(file.path());
            case SourceChoice.Stream stream -> stream.name();
            case SourceChoice.Screen _ -> Text.of("ui.source.screen");
            case SourceChoice.Window window -> window.title();
        };
    }

    /// The same for a source's text or own name, as its states tell it.
    public static String of(String name) {
        if (name.equals(new SourceChoice.Demo().text())) {
            return Text.of("ui.source.demo");
        }
        // What was not opened yet has no name of its own.
        Matcher camera = CAMERA.matcher(name);
        return camera.matches()
                ? of(new SourceChoice.Camera(Integer.parseInt(camera.group(1))))
                : Text.line(name);
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
