package org.classbarometer.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Knows whether an MPEG transport stream was cut off (ISO/IEC 13818-1, 2.4.3). Nothing in it tells its
/// length; but it is made of packets of one size, and whoever copies half of a file seldom hits the end of
/// one. One that was cut exactly between two cannot be told from a whole one.
final class TransportStream {
    private static final int SYNC = 0x47;
    // Plain; with the time before each, as camcorders write; with bytes to correct errors.
    private static final int[] PACKETS = {188, 192, 204};
    private static final int ALIKE = 8;

    private TransportStream() {}

    /// @return no when it is no transport stream
    static boolean isCutOff(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            for (int length : PACKETS) {
                int before = length == 192 ? 4 : 0;
                ByteBuffer head = ByteBuffer.allocate(ALIKE * length);
                while (head.hasRemaining() && channel.read(head, head.position()) > 0) {}
                if (begins(head, before, length)) {
                    return channel.size() % length != 0;
                }
            }
            return false;
        }
    }

    private static boolean begins(ByteBuffer head, int at, int length) {
        if (head.hasRemaining()) {
            return false;
        }
        for (int i = at; i < head.limit(); i += length) {
            if ((head.get(i) & 0xFF) != SYNC) {
                return false;
            }
        }
        return true;
    }
}
