import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws the icon as pictures, as `icons/classbarometer.svg` has it: `java installer/Icons.java FOLDER` writes
/// `48.png` to `512.png` for Linux, `classbarometer.ico` for Windows and `classbarometer.icns` for macOS.
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);
    private static final double DRAWN_SIZE = 64;

    private Icons() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int size : SIZES) {
            Files.write(folder.resolve(size + ".png"), png(size));
        }
        Files.write(folder.resolve("classbarometer.ico"), ico(List.of(16, 32, 48, 256)));
        Files.write(folder.resolve("classbarometer.icns"), icns());
    }

    private static byte[] png(int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(size / DRAWN_SIZE, size / DRAWN_SIZE);
        g.setColor(new Color(0x12324f));
        g.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 18, 18));
        g.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        arc(g, 0x74adff, 150, 60);
        arc(g, 0x66d791, 75, 55);
        arc(g, 0xffc53d, -30, 82);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(32, 36, 41, 25));
        g.fill(new Ellipse2D.Double(27, 31, 10, 10));
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void arc(Graphics2D g, int colour, double start, double extent) {
        g.setColor(new Color(colour));
        g.draw(new Arc2D.Double(13, 15, 38, 38, start, extent, Arc2D.OPEN));
    }

    /// Windows: a directory of pictures, each a PNG.
    private static byte[] ico(List<Integer> sizes) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        int first = 6 + 16 * sizes.size();
        ByteBuffer head = ByteBuffer.allocate(first).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        for (int size : sizes) {
            byte[] png = png(size);
            // 0 stands for 256.
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(first + pictures.size());
            pictures.write(png);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.array());
        pictures.writeTo(out);
        return out.toByteArray();
    }

    /// macOS: chunks of a name, a length that counts both, and a PNG.
    private static byte[] icns() throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunk(chunks, "ic07", png(128));
        chunk(chunks, "ic08", png(256));
        chunk(chunks, "ic09", png(512));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunk(out, "icns", chunks.toByteArray());
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] bytes) throws IOException {
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.write(ByteBuffer.allocate(4).putInt(bytes.length + 8).array());
        out.write(bytes);
    }
}
