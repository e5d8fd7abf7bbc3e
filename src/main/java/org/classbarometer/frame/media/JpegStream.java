package org.classbarometer.frame.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Finds pictures in a stream of JPEGs, whatever stands between them: the headers and boundaries that
/// network cameras write, often wrongly, or nothing at all. It follows the markers of ITU-T T.81,
/// annex B, so that a small preview inside a picture is no picture of its own.
final class JpegStream {
    /// A picture larger than this is none: cameras send less than a tenth.
    static final int MOST_BYTES = 32 << 20;

    // More than that between two pictures is another kind of file.
    private static final int MOST_BETWEEN = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[128 * 1024];
    private int filled;
    private int start;
    private int end;

    /// @param in closed by whoever opened it
    JpegStream(InputStream in) {
        this.in = in;
    }

    /// More between two pictures, or in one, than there can be.
    static final class TooMuch extends IOException {}

    /// Reads up to the end of the next picture.
    ///
    /// @return false at the end of the stream; a picture that it cuts off is not told
    boolean next() throws IOException {
        System.arraycopy(buffer, end, buffer, 0, filled - end);
        filled -= end;
        end = 0;
        return findStart() && findEnd();
    }

    /// The picture last found, from [#offset()] on.
    byte[] buffer() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return end - start;
    }

    private boolean findStart() throws IOException {
        int at = 0;
        int passed = 0;
        while (has(at + 3)) {
            if (unsigned(at) == 0xFF && unsigned(at + 1) == 0xD8 && unsigned(at + 2) == 0xFF) {
                start = at;
                return true;
            }
            at++;
            if (at == buffer.length / 2) {
                passed += at;
                System.arraycopy(buffer, at, buffer, 0, filled - at);
                filled -= at;
                at = 0;
                if (passed > MOST_BETWEEN) {
                    throw new TooMuch();
                }
            }
        }
        end = filled;
        return false;
    }

    private boolean findEnd() throws IOException {
        int at = start + 2;
        while (has(at + 2)) {
            int marker = unsigned(at + 1);
            if (unsigned(at) != 0xFF || marker == 0xFF) {
                at++;
            } else if (marker == 0xD9) {
                end = at + 2;
                return true;
            } else if (marker == 0xD8) {
                // The picture before has no end: the stream was broken there.
                start = at;
                at += 2;
            } else if (marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
                at += 2;
            } else if (has(at + 4)) {
                at += 2 + (unsigned(at + 2) << 8 | unsigned(at + 3));
            } else {
                break;
            }
            if (at - start > MOST_BYTES) {
                throw new TooMuch();
            }
        }
        end = filled;
        return false;
    }

    private int unsigned(int at) {
        return buffer[at] & 0xFF;
    }

    /// Whether that many bytes are there; reads on until they are.
    private boolean has(int count) throws IOException {
        while (filled < count) {
            if (filled == buffer.length || count > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, count));
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return false;
            }
            filled += read;
        }
        return true;
    }
}
