package org.classbarometer.frame;

/// Reads how large a JPEG is from its header, before it is decoded. The segments are those of
/// ITU-T T.81, annex B.
final class JpegSize {
    private JpegSize() {}

    /// @return pixels; 0 when the content is no JPEG or its header is damaged
    static int longestSide(byte[] content) {
        if (content.length < 4 || unsigned(content, 0) != 0xFF || unsigned(content, 1) != 0xD8) {
            return 0;
        }
        int at = 2;
        while (at + 9 < content.length && unsigned(content, at) == 0xFF) {
            int marker = unsigned(content, at + 1);
            if (isStartOfFrame(marker)) {
                return Math.max(twoBytes(content, at + 5), twoBytes(content, at + 7));
            }
            // 0xFF may be repeated before a marker as filling.
            at += marker == 0xFF ? 1 : 2 + twoBytes(content, at + 2);
        }
        return 0;
    }

    // SOF0 to SOF15 without the tables DHT, JPG and DAC that lie between them.
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static int unsigned(byte[] content, int at) {
        return content[at] & 0xFF;
    }

    private static int twoBytes(byte[] content, int at) {
        return unsigned(content, at) << 8 | unsigned(content, at + 1);
    }
}
