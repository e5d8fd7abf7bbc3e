package org.classbarometer.frame.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Finds out of a picture file how the camera was held: the orientation of its EXIF block, wherever
/// the kind of file keeps that (EXIF 2.32; PNG 3rd edition, 11.3.5; WebP container, "EXIF" chunk).
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ENTRY = 12;
    private static final int INTRODUCTION = 6; // "Exif" and two zeros

    private Exif() {}

    /// @param content a whole file, from 0 to its limit; left as it was
    /// @return upright when the file says nothing, or is damaged
    static Orientation orientation(PictureKind kind, ByteBuffer content) {
        ByteBuffer file = content.duplicate();
        try {
            return switch (kind) {
                case JPEG -> ofJpeg(file);
                case PNG -> ofPng(file.order(ByteOrder.BIG_ENDIAN));
                case WEBP -> ofWebp(file.order(ByteOrder.LITTLE_ENDIAN));
                case TIFF_LITTLE, TIFF_BIG -> ofTiff(file, 0);
                default -> Orientation.UPRIGHT;
            };
        } catch (IndexOutOfBoundsException _) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation ofJpeg(ByteBuffer file) {
        file.order(ByteOrder.BIG_ENDIAN);
        int at = 2;
        while ((file.get(at) & 0xFF) == 0xFF) {
            int marker = file.get(at + 1) & 0xFF;
            if (marker == START_OF_SCAN) {
                break;
            }
            if (marker == APP1 && hasIntroduction(file, at + 4)) {
                return ofTiff(file, at + 4 + INTRODUCTION);
            }
            at += marker == 0xFF ? 1 : 2 + (file.getShort(at + 2) & 0xFFFF);
        }
        return Orientation.UPRIGHT;
    }

    private static boolean hasIntroduction(ByteBuffer file, int at) {
        return file.get(at) == 'E'
                && file.get(at + 1) == 'x'
                && file.get(at + 2) == 'i'
                && file.get(at + 3) == 'f'
                && file.get(at + 4) == 0;
    }

    // Length, name, content, checksum, from byte 8 on.
    private static Orientation ofPng(ByteBuffer file) {
        long at = 8;
        while (at + 8 <= file.limit()) {
            int chunk = (int) at;
            if (named(file, chunk + 4, "eXIf")) {
                return ofBlock(file, chunk + 8);
            }
            at += 12 + (file.getInt(chunk) & 0xFFFFFFFFL);
        }
        return Orientation.UPRIGHT;
    }

    // Name, length, content filled up to an even length, from byte 12 on.
    private static Orientation ofWebp(ByteBuffer file) {
        long at = 12;
        while (at + 8 <= file.limit()) {
            int chunk = (int) at;
            if (named(file, chunk, "EXIF")) {
                return ofBlock(file, chunk + 8);
            }
            long length = file.getInt(chunk + 4) & 0xFFFFFFFFL;
            at += 8 + length + (length & 1);
        }
        return Orientation.UPRIGHT;
    }

    // Some writers keep the introduction that only JPEG needs.
    private static Orientation ofBlock(ByteBuffer file, int at) {
        return ofTiff(file, hasIntroduction(file, at) ? at + INTRODUCTION : at);
    }

    private static boolean named(ByteBuffer file, int at, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (file.get(at + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    // TIFF 6.0, section 2: byte order, 42, where the first directory is; its entries.
    private static Orientation ofTiff(ByteBuffer file, int tiff) {
        file.order(file.get(tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = Math.addExact(tiff, Math.max(0, file.getInt(tiff + 4)));
        int entries = file.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((file.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return Orientation.ofExif(file.getShort(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
