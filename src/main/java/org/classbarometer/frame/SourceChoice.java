package org.classbarometer.frame;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Which source the user picked, not yet opened. [#text()] is what one types after `--source`.
public sealed interface SourceChoice {
    /// The synthetic class shipped with the program, played round and round.
    record Demo() implements SourceChoice {
        @Override
        public String text() {
            return "demo";
        }
    }

    /// @param index the system's number of the camera, from 0
    record Camera(int index) implements SourceChoice {
        @Override
        public String text() {
            return "camera:" + index;
        }
    }

    /// A video file or a folder of images.
    record File(Path path) implements SourceChoice {
        @Override
        public String text() {
            return path.toString();
        }
    }

    /// `http`, `https` or `rtsp`.
    record Stream(URI address) implements SourceChoice {
        @Override
        public String text() {
            return address.toString();
        }
    }

    /// A region of the screen in screen pixels; empty is the whole primary screen.
    record Screen(Optional<Region> region) implements SourceChoice {
        @Override
        public String text() {
            return region.map(r -> "screen:%d,%d,%d,%d".formatted(r.x, r.y, r.width, r.height))
                    .orElse("screen");
        }
    }

    /// Screen pixels, origin at the top left of the primary screen.
    record Region(int x, int y, int width, int height) {}

    /// What one types after `--source` to get this choice.
    String text();
}
