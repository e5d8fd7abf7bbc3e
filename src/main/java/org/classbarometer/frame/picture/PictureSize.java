package org.classbarometer.frame.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How large a JPEG (ITU-T T.81, annex B), PNG (3rd edition, 11.2.1) or BMP says it is, before it is
/// decoded. The decoders of the other kinds refuse what is too large by themselves.
///
/// @param width in pixels; 0 when the file does not say or is of another kind
/// @param height in pixels; 0 likewise
record PictureSize(int width, int height) {
    private static final PictureSize UNKNOWN = new PictureSize(0, 0);

    static PictureSize of(PictureKind kind, ByteBuffer content) {
        ByteBuffer file = content.duplicate();
        return switch (kind) {
            case JPEG -> ofJpeg(file.order(ByteOrder.BIG_ENDIAN));
            case PNG -> at(file.order(ByteOrder.BIG_ENDIAN), 16);
            case BMP -> at(file.order(ByteOrder.LITTLE_ENDIAN), 18);
            default -> UNKNOWN;
        };
    }

    long pixels() {
        return (long) width * height;
    }

    // A BMP whose rows begin at the top has a negative height.
    private static PictureSize at(ByteBuffer content, int place) {
        return content.limit() < place + 8
                ? UNKNOWN
                : new PictureSize(content.getInt(place), Math.abs(content.getInt(place + 4)));
    }

    private static PictureSize ofJpeg(ByteBuffer content) {
        int at = 2;
        while (at + 9 < content.limit() && unsigned(content, at) == 0xFF) {
            int marker = unsigned(content, at + 1);
            if (isStartOfFrame(marker)) {
                return new PictureSize(twoBytes(content, at + 7), twoBytes(content, at + 5));
            }
            // 0xFF may be repeated before a marker as filling.
            at += marker == 0xFF ? 1 : 2 + twoBytes(content, at + 2);
        }
        return UNKNOWN;
    }

    // SOF0 to SOF15 without the tables DHT, JPG and DAC that lie between them.
    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static int unsigned(ByteBuffer content, int at) {
        return content.get(at) & 0xFF;
    }

    private static int twoBytes(ByteBuffer content, int at) {
        return content.getShort(at) & 0xFFFF;
    }
}
