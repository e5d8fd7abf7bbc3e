package org.classbarometer.frame;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.classbarometer.text.Secrets;

/// Reads a [SourceChoice] from text.
final class SourceChoiceParser {
    private static final Pattern CAMERA = Pattern.compile("camera:(\\d{1,4})");
    // As other programs and the system call cameras: "0", "/dev/video0".
    private static final Pattern DEVICE = Pattern.compile("(?:/dev/video)?(\\d{1,2})");
    private static final Pattern SCREEN =
            Pattern.compile("screen:(-?\\d{1,6}),(-?\\d{1,6}),(\\d{1,6}),(\\d{1,6})");
    // A scheme has two letters at least: "C:\clip.mp4" is a path.
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]+):(//)?.*");

    private static final String WINDOW = "window:";

    private SourceChoiceParser() {}

    static SourceChoice parse(String typed) throws FrameSourceException {
        String text = typed.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            throw FrameSourceException.hopeless(null, "frame.choice.empty");
        }
        Matcher device = DEVICE.matcher(text);
        if (device.matches()) {
            return new SourceChoice.Camera(Integer.parseInt(device.group(1)));
        }
        return switch (lower) {
            case "demo" -> new SourceChoice.Demo();
            case "camera" -> new SourceChoice.Camera(0);
            case "screen" -> new SourceChoice.Screen(Optional.empty());
            default -> withDetails(text, lower);
        };
    }

    private static SourceChoice withDetails(String text, String lower) throws FrameSourceException {
        if (lower.startsWith("camera:")) {
            return camera(text, lower);
        }
        if (lower.startsWith("screen:")) {
            return screen(text, lower.replace(" ", ""));
        }
        if (lower.startsWith(WINDOW)) {
            return window(text.substring(WINDOW.length()).strip());
        }
        Matcher scheme = SCHEME.matcher(lower);
        if (scheme.matches()) {
            switch (scheme.group(1)) {
                case "http", "https", "rtsp" -> {
                    return stream(text);
                }
                case "file" -> {
                    return file(text, () -> Path.of(FileAddress.path(text)));
                }
                default -> {
                    if (scheme.group(2) != null) {
                        throw FrameSourceException.hopeless(
                                null,
                                "frame.choice.scheme",
                                Secrets.withoutAny(text),
                                scheme.group(1));
                    }
                }
            }
        }
        SourceChoice file = file(text, () -> Path.of(text));
        // A path with an @ in it that is there is a path.
        if (!Secrets.withoutAny(text).equals(text) && Files.notExists(Path.of(text))) {
            throw FrameSourceException.hopeless(
                    null, "frame.choice.address", Secrets.withoutAny(text));
        }
        return file;
    }

    private static SourceChoice camera(String text, String lower) throws FrameSourceException {
        Matcher camera = CAMERA.matcher(lower);
        if (camera.matches()) {
            int index = Integer.parseInt(camera.group(1));
            if (index <= SourceChoice.Camera.HIGHEST_INDEX) {
                return new SourceChoice.Camera(index);
            }
        }
        throw FrameSourceException.hopeless(null, "frame.choice.camera", text);
    }

    private static SourceChoice screen(String text, String lower) throws FrameSourceException {
        Matcher screen = SCREEN.matcher(lower);
        if (!screen.matches()) {
            throw FrameSourceException.hopeless(null, "frame.choice.screen", text);
        }
        int width = Integer.parseInt(screen.group(3));
        int height = Integer.parseInt(screen.group(4));
        if (width == 0 || height == 0) {
            throw FrameSourceException.hopeless(null, "frame.choice.screen", text);
        }
        return new SourceChoice.Screen(
                Optional.of(
                        new SourceChoice.Region(
                                Integer.parseInt(screen.group(1)),
                                Integer.parseInt(screen.group(2)),
                                width,
                                height)));
    }

    private static SourceChoice window(String title) throws FrameSourceException {
        if (title.isEmpty()) {
            throw FrameSourceException.hopeless(null, "frame.choice.window");
        }
        return new SourceChoice.Window(title);
    }

    private static SourceChoice stream(String text) throws FrameSourceException {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && address.getPort() <= 65_535) {
                return new SourceChoice.Stream(address);
            }
        } catch (URISyntaxException _) {
            // Refused below. Its words hold all that was typed, so they are not passed on.
        }
        throw FrameSourceException.hopeless(null, "frame.choice.address", Secrets.withoutAny(text));
    }

    private static SourceChoice file(String text, Supplier<Path> parse)
            throws FrameSourceException {
        try {
            return new SourceChoice.File(parse.get());
        } catch (IllegalArgumentException invalid) {
            // An InvalidPathException is one too.
            throw FrameSourceException.hopeless(
                    invalid, "frame.choice.path", Secrets.withoutAny(text));
        }
    }
}
