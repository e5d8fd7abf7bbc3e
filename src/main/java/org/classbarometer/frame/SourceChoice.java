package org.classbarometer.frame;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.text.Secrets;

/// Which source the user picked, not yet opened. [#text()] is what one types after `--source`.
public sealed interface SourceChoice {
    /// The synthetic class shipped with the program, played round and round.
    record Demo() implements SourceChoice {
        @Override
        public String text() {
            return "demo";
        }
    }

    /// @param index the system's number of the camera, from 0 to 99
    record Camera(int index) implements SourceChoice {
        public static final int HIGHEST_INDEX = 99;

        public Camera {
            if (index < 0 || index > HIGHEST_INDEX) {
                throw new IllegalArgumentException("camera " + index);
            }
        }

        @Override
        public String text() {
            return "camera:" + index;
        }
    }

    /// A video file, a folder of images, or one image.
    record File(Path path) implements SourceChoice {
        @Override
        public String text() {
            return path.toString();
        }
    }

    /// @param address `http`, `https` or `rtsp`, with a host
    /// @param authorities a file with certificates that are trusted beside the usual ones, such as
    ///     those of a school
    record Stream(URI address, Optional<Path> authorities) implements SourceChoice {
        public Stream(URI address) {
            this(address, Optional.empty());
        }

        /// Whether it is spoken to by HTTP.
        public boolean isWeb() {
            return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT).startsWith("http");
        }

        @Override
        public String text() {
            return address.toString();
        }

        /// Without the password that camera addresses often carry.
        @Override
        public String name() {
            return Secrets.without(text());
        }

        // It may get into a log.
        @Override
        public String toString() {
            return name();
        }
    }

    /// A region of the screen in screen pixels; empty is the whole primary screen.
    record Screen(Optional<Region> region) implements SourceChoice {
        @Override
        public String text() {
            return region.map(r -> "screen:" + r.x + "," + r.y + "," + r.width + "," + r.height)
                    .orElse("screen");
        }
    }

    /// A window of another program, wherever it lies on the screen.
    ///
    /// @param title the whole title, or a part of it that no other window's has; not blank
    record Window(String title) implements SourceChoice {
        public Window {
            if (title.isBlank()) {
                throw new IllegalArgumentException("window without a title");
            }
        }

        @Override
        public String text() {
            return "window:" + title;
        }
    }

    /// Screen pixels, origin at the top left of the primary screen.
    ///
    /// @param width at least 1
    /// @param height at least 1
    record Region(int x, int y, int width, int height) {
        public Region {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("empty region " + width + "x" + height);
            }
        }
    }

    /// What one types after `--source` to get this choice.
    String text();

    /// What to call it on screen and in messages.
    default String name() {
        return text();
    }

    /// Whether it shows people as they are now, by the clock on the wall. The demo class has no people, and
    /// whoever has a recording made it under rules of its own; both have a clock of their own.
    default boolean isLive() {
        return switch (this) {
            case Camera _, Stream _, Screen _, Window _ -> true;
            case Demo _, File _ -> false;
        };
    }

    /// Reads what was typed after `--source`: `demo`, `camera`, `camera:N`, `screen`,
    /// `screen:x,y,width,height`, `window:TITLE`, an address, or else a path. Nothing is opened yet.
    ///
    /// @throws FrameSourceException naming what is wrong and what could be typed instead
    static SourceChoice parse(String text) throws FrameSourceException {
        return SourceChoiceParser.parse(text);
    }
}
