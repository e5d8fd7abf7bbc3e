package org.classbarometer.ui.feed;

import java.util.ArrayDeque;
import java.util.Optional;

/// The pictures that travel between analysis and screen: one being written, one waiting, one shown,
/// and the one shown before, which the render thread may still read. A steady stream of one size
/// allocates nothing. Thread-safe.
final class PictureBuffers {
    private static final int COUNT = 4;
    private final ArrayDeque<Picture> free = new ArrayDeque<>();
    private int out;

    /// @return empty while the screen holds all of them: the frame is then not shown
    synchronized Optional<Picture> borrow(int width, int height) {
        if (out == COUNT) {
            return Optional.empty();
        }
        out++;
        Picture picture = free.poll();
        if (picture != null && (picture.width() != width || picture.height() != height)) {
            picture.free();
            picture = null;
        }
        return Optional.of(picture == null ? new Picture(width, height) : picture);
    }

    synchronized void giveBack(Picture picture) {
        out--;
        free.push(picture);
    }
}
