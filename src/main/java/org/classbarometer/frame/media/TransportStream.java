package org.classbarometer.frame.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Knows whether an MPEG transport stream was cut off (ISO/IEC 13818-1, 2.4.3). Nothing in it tells its
/// length; but it is made of packets of one size, and whoever copies half of a file seldom hits the end of
/// one. One that was cut exactly between two cannot be told from a whole one.
public final class TransportStream {
    private static final int SYNC = 0x47;
    // Plain; with the time before each, as camcorders write; with bytes to correct errors.
    private static final int[] PACKETS = {188, 192, 204};
    private static final int LONGEST = 204;
    private static final int ALIKE = 8;

    private TransportStream() {}

    /// @return no when it is no transport stream
    public static boolean isCutOff(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(ALIKE * LONGEST);
        }
        for (int length : PACKETS) {
            int before = length == 192 ? 4 : 0;
            if (begins(head, before, length)) {
                return Files.size(file) % length != 0;
            }
        }
        return false;
    }

    private static boolean begins(byte[] head, int before, int length) {
        if (head.length < ALIKE * length) {
            return false;
        }
        for (int i = 0; i < ALIKE; i++) {
            if ((head[before + i * length] & 0xFF) != SYNC) {
                return false;
            }
        }
        return true;
    }
}
