package org.classbarometer.training.run;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.imageio.ImageIO;

/// The loss and accuracy curves of a run as one png.
public final class CurvePicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 480;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int PLOT_WIDTH = 500;
    private static final int PLOT_HEIGHT = 380;
    private static final int GRID = 5;
    // Okabe and Ito 2008: told apart by people with colour blindness; the curves also differ in
    // dash.
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0x000000),
                    new Color(0x0072B2),
                    new Color(0xD55E00),
                    new Color(0x009E73),
                    new Color(0xCC79A7));

    private CurvePicture() {}

    /// One half of the picture.
    public record Plot(String title, List<Curve> curves) {
        public Plot {
            curves = List.copyOf(curves);
        }
    }

    static void write(List<LoggedEpoch> rows, Path file) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        List<Curve> losses = new ArrayList<>();
        losses.add(curve("training", rows, LoggedEpoch::loss));
        List<Curve> accuracies = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().lines().size(); i++) {
            int head = i;
            String name = rows.getFirst().lines().get(head).head();
            losses.add(curve(name, rows, row -> row.lines().get(head).loss()));
            accuracies.add(curve(name, rows, row -> row.lines().get(head).accuracy()));
            accuracies.add(
                    curve(name + " balanced", rows, row -> row.lines().get(head).balanced()));
        }
        write(
                new Plot("loss by epoch", losses),
                new Plot("validation accuracy by epoch", accuracies),
                file);
    }

    /// Draws two plots side by side.
    public static void write(Plot left, Plot right, Path file) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        plot(pen, LEFT, left.title(), left.curves());
        plot(pen, LEFT + WIDTH / 2, right.title(), right.curves());
        pen.dispose();
        ImageIO.write(picture, "png", file.toFile());
    }

    private static Curve curve(
            String name, List<LoggedEpoch> rows, ToDoubleFunction<LoggedEpoch> figure) {
        return new Curve(name, rows.stream().mapToDouble(figure).toArray());
    }

    private static void plot(Graphics2D pen, int left, String title, List<Curve> curves) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Curve curve : curves) {
            for (double value : curve.values()) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        if (high - low < 1e-6) {
            high = low + 1e-6;
        }
        pen.setColor(Color.BLACK);
        pen.drawString(title, left, TOP - 15);
        for (int line = 0; line <= GRID; line++) {
            int y = TOP + PLOT_HEIGHT * line / GRID;
            pen.setColor(Color.LIGHT_GRAY);
            pen.drawLine(left, y, left + PLOT_WIDTH, y);
            pen.setColor(Color.DARK_GRAY);
            double value = high - (high - low) * line / GRID;
            pen.drawString(String.format(Locale.ROOT, "%.3f", value), left - 50, y + 4);
        }
        int epochs = curves.getFirst().values().length;
        pen.drawString("1", left, TOP + PLOT_HEIGHT + 18);
        pen.drawString(Integer.toString(epochs), left + PLOT_WIDTH - 15, TOP + PLOT_HEIGHT + 18);
        for (int i = 0; i < curves.size(); i++) {
            pen.setColor(COLOURS.get(i % COLOURS.size()));
            float dash = 2 + 4f * i;
            pen.setStroke(
                    i == 0
                            ? new BasicStroke(2)
                            : new BasicStroke(
                                    2,
                                    BasicStroke.CAP_BUTT,
                                    BasicStroke.JOIN_ROUND,
                                    1,
                                    new float[] {dash, 3},
                                    0));
            pen.draw(line(curves.get(i).values(), left, low, high));
            int row = TOP + 20 + 18 * i;
            pen.drawLine(left + 330, row - 4, left + 360, row - 4);
            pen.drawString(curves.get(i).name(), left + 368, row);
        }
    }

    private static Path2D line(double[] values, int left, double low, double high) {
        Path2D line = new Path2D.Double();
        for (int i = 0; i < values.length; i++) {
            double x = left + PLOT_WIDTH * (values.length == 1 ? 0.5 : i / (values.length - 1.0));
            double y = TOP + PLOT_HEIGHT * (high - values[i]) / (high - low);
            if (i == 0) {
                line.moveTo(x, y);
                line.lineTo(x + 1, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }
}
