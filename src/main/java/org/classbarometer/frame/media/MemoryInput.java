package org.classbarometer.frame.media;

import java.util.OptionalLong;

/// A file that lies in memory: the demo class, which comes out of the program's own archive and is
/// never unpacked to disk.
final class MemoryInput extends MediaInput {
    private final byte[] content;
    private int next;

    MemoryInput(byte[] content) {
        super(true);
        this.content = content;
    }

    @Override
    int read(byte[] to, int length) {
        int count = Math.min(length, content.length - next);
        if (count <= 0) {
            return -1;
        }
        System.arraycopy(content, next, to, 0, count);
        next += count;
        return count;
    }

    @Override
    void seek(long to) {
        next = (int) to;
    }

    @Override
    OptionalLong length() {
        return OptionalLong.of(content.length);
    }
}
