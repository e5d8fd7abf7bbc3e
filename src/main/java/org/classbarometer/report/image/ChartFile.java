package org.classbarometer.report.image;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.classbarometer.output.Failure;
import org.classbarometer.output.Growing;
import org.classbarometer.output.OwnerOnly;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// Writes a chart as a PNG file (ISO/IEC 15948): eight bits a channel, no transparency, no text chunks.
public final class ChartFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte EIGHT_BITS = 8;
    private static final byte TRUE_COLOUR = 2;

    private ChartFile() {}

    /// Blocks.
    ///
    /// @param pixels row by row, `0xAARRGGBB`; opaque
    /// @param folder where it is written; made where it is missing
    /// @param name without its ending; nothing that is there is replaced
    /// @return the file
    public static Path write(int[] pixels, int width, Path folder, String name) throws UserProblem {
        try {
            OwnerOnly.folder(folder);
            Path file = folder.resolve(name + ".png");
            for (int i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++) {
                file = folder.resolve(name + " (" + i + ").png");
            }
            try (Growing growing = Growing.folder(folder, "classbarometer-chart")) {
                Path whole = growing.path().resolve("chart.png");
                Files.write(whole, png(pixels, width));
                OwnerOnly.file(whole);
                Files.move(whole, file);
            }
            return file;
        } catch (IOException failed) {
            throw new UserProblem(
                    Text.of("report.export.failed", folder.toString(), Failure.reason(failed)),
                    failed);
        }
    }

    private static byte[] png(int[] pixels, int width) throws IOException {
        int height = pixels.length / width;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(EIGHT_BITS)
                        .put(TRUE_COLOUR)
                        .array());
        chunk(out, "IDAT", data(pixels, width, height));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] data(int[] pixels, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes)) {
            byte[] row = new byte[1 + 3 * width];
            for (int y = 0; y < height; y++) {
                // The first byte names the row's filter: none.
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[y * width + x];
                    row[1 + 3 * x] = (byte) (pixel >> 16);
                    row[2 + 3 * x] = (byte) (pixel >> 8);
                    row[3 + 3 * x] = (byte) pixel;
                }
                packed.write(row);
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt((int) sum.getValue());
    }
}
