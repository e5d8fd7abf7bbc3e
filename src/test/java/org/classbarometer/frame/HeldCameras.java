package org.classbarometer.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

/// Picture files that say how the camera was held when they were taken.
final class HeldCameras {
    private HeldCameras() {}

    /// @param type jpg, png, webp or tiff
    /// @param orientation EXIF's number, 1 to 8
    static byte[] file(String type, Mat stored, int orientation) {
        byte[] exif = exif(orientation);
        return switch (type) {
            case "jpg" -> jpeg(encoded(".jpg", stored), exif);
            case "png" -> png(encoded(".png", stored), exif);
            case "webp" -> webp(encoded(".webp", stored), stored, exif);
            case "tiff" -> tiff(stored, orientation);
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static byte[] encoded(String type, Mat image) {
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(type, image, bytes);
        byte[] result = bytes.toArray();
        bytes.release();
        return result;
    }

    // Of a buffer filled to its limit.
    private static byte[] bytes(ByteBuffer filled) {
        byte[] bytes = new byte[filled.flip().limit()];
        filled.get(bytes);
        return bytes;
    }

    private static ByteBuffer entry(ByteBuffer to, int tag, int type, int count, int value) {
        to.putShort((short) tag).putShort((short) type).putInt(count);
        return type == 3 ? to.putShort((short) value).putShort((short) 0) : to.putInt(value);
    }

    private static byte[] exif(int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(26).order(ByteOrder.BIG_ENDIAN);
        exif.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 1);
        return bytes(entry(exif, 0x0112, 3, 1, orientation));
    }

    private static byte[] jpeg(byte[] plain, byte[] exif) {
        ByteBuffer file =
                ByteBuffer.allocate(plain.length + 10 + exif.length).order(ByteOrder.BIG_ENDIAN);
        file.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + exif.length));
        file.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif);
        return bytes(file.put(plain, 2, plain.length - 2));
    }

    private static byte[] png(byte[] plain, byte[] exif) {
        int afterHeader = 33;
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length).order(ByteOrder.BIG_ENDIAN);
        chunk.putInt(exif.length).put("eXIf".getBytes(StandardCharsets.ISO_8859_1)).put(exif);
        CRC32 checksum = new CRC32();
        checksum.update(chunk.duplicate().flip().position(4));
        chunk.putInt((int) checksum.getValue());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(plain, 0, afterHeader);
        file.writeBytes(bytes(chunk));
        file.write(plain, afterHeader, plain.length - afterHeader);
        return file.toByteArray();
    }

    private static byte[] webp(byte[] plain, Mat stored, byte[] exif) {
        int size = 4 + 18 + plain.length - 12 + 8 + exif.length;
        ByteBuffer file = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(size);
        file.put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).putInt(0x08);
        threeBytes(file, stored.cols() - 1);
        threeBytes(file, stored.rows() - 1);
        file.put(plain, 12, plain.length - 12);
        file.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(exif.length).put(exif);
        return bytes(file);
    }

    private static void threeBytes(ByteBuffer to, int value) {
        to.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    // Uncompressed RGB in one strip.
    private static byte[] tiff(Mat stored, int orientation) {
        int pixels = stored.cols() * stored.rows() * 3;
        int entries = 11;
        int bits = 8 + 2 + entries * 12 + 4;
        int strip = bits + 6;
        ByteBuffer file = ByteBuffer.allocate(strip + pixels).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) entries);
        entry(file, 0x0100, 4, 1, stored.cols());
        entry(file, 0x0101, 4, 1, stored.rows());
        entry(file, 0x0102, 3, 3, 0).position(file.position() - 4);
        file.putInt(bits);
        entry(file, 0x0103, 3, 1, 1);
        entry(file, 0x0106, 3, 1, 2);
        entry(file, 0x0111, 4, 1, strip);
        entry(file, 0x0112, 3, 1, orientation);
        entry(file, 0x0115, 3, 1, 3);
        entry(file, 0x0116, 4, 1, stored.rows());
        entry(file, 0x0117, 4, 1, pixels);
        entry(file, 0x011C, 3, 1, 1).putInt(0);
        file.putShort((short) 8).putShort((short) 8).putShort((short) 8);
        byte[] bgr = new byte[pixels];
        stored.get(0, 0, bgr);
        for (int i = 0; i < pixels; i += 3) {
            file.put(bgr[i + 2]).put(bgr[i + 1]).put(bgr[i]);
        }
        return bytes(file);
    }
}
