package org.classbarometer.ui.live;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.ExpressionStyle;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.look.TextWidths;

/// The mood of the last minutes: stacked shares of the readings, labels from below, what was
/// uncertain from above. Each band has the colour and pattern of its label and is named at its
/// right end, so that no legend has to be matched by colour. Redrawn a few times a second.
final class MoodChart extends Region {
    private static final long[] SPANS = {60, 120, 300};
    private static final Color BETWEEN = Color.web("#141a22", 0.55);
    private static final double[] GRID = {0, 0.5, 1};
    private static final double[] EMPTY_GRID = {0, 1};
    private static final double THINNEST = 0.004;
    // In multiples of the type size.
    private static final double LEFT = 3.8;
    private static final double TOP = 0.7;
    private static final double BOTTOM = 1.8;
    private static final double NAME_HEIGHT = 1.7;
    private static final double GLYPH = 1.35;
    private static final double NAMED_FROM = 0.04;

    private final LiveViewModel model;
    private final Canvas canvas = new Canvas();
    private final Glyphs glyphs = new Glyphs();
    private final TextWidths widths = new TextWidths();
    private double type = 12;
    private Color ink = Color.BLACK;
    private Color grid = Color.GREY;

    MoodChart(LiveViewModel model, Scope scope) {
        this.model = model;
        getStyleClass().add("mood-chart");
        setId("mood-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        setMinHeight(110);
        scope.watch(
                model.mood(),
                now -> {
                    setAccessibleText(Text.of("ui.chart.spoken", MoodWords.of(now.recent())));
                    draw();
                });
    }

    /// The chart is painted, not styled: it is told the theme's colours.
    void colours(Color text, Color lines) {
        ink = text;
        grid = lines;
        draw();
    }

    /// The chart's text size, pixels.
    void type(double to) {
        type = to;
        draw();
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        canvas.setWidth(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()));
        canvas.setHeight(Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        draw();
    }

    private record Plot(double left, double width, double top, double height, long end, long span) {
        double x(long second) {
            return left + width * (1 - (double) (end - second) / span);
        }

        double y(double share) {
            return top + height * (1 - share);
        }
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Font font = Font.font(Font.getDefault().getFamily(), type);
        widths.use(font);
        g.setFont(font);
        List<MoodBands.Run> runs = MoodBands.of(model.history().samples());
        double names = namesWidth();
        long end = runs.isEmpty() ? 0 : runs.getLast().points().getLast().second();
        long begin = runs.isEmpty() ? 0 : runs.getFirst().points().getFirst().second();
        Plot plot =
                new Plot(
                        LEFT * type,
                        Math.max(10, canvas.getWidth() - LEFT * type - names),
                        TOP * type,
                        Math.max(10, canvas.getHeight() - (TOP + BOTTOM) * type),
                        end,
                        span(end - begin));
        drawGrid(g, plot, runs.isEmpty() ? EMPTY_GRID : GRID);
        runs.forEach(run -> drawRun(g, plot, run));
        if (!runs.isEmpty()) {
            drawNames(g, plot, runs.getLast());
        } else {
            g.setFill(ink);
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(
                    Text.of("ui.chart.empty"),
                    plot.left + plot.width / 2,
                    plot.top + plot.height / 2);
        }
    }

    private static long span(long seconds) {
        for (long span : SPANS) {
            if (seconds <= span) {
                return span;
            }
        }
        return SPANS[SPANS.length - 1];
    }

    private double namesWidth() {
        double widest = widths.of(ExpressionStyle.of(ExpressionStyle.UNCERTAIN).name());
        for (String label : model.labels().get().labels()) {
            widest = Math.max(widest, widths.of(ExpressionStyle.of(label).name()));
        }
        return widest + (NAME_HEIGHT + 1.6) * type;
    }

    private void drawGrid(GraphicsContext g, Plot plot, double[] shares) {
        g.setStroke(grid);
        g.setLineWidth(1);
        g.setLineDashes();
        g.setFill(ink);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double share : shares) {
            double y = Math.round(plot.y(share)) + 0.5;
            g.strokeLine(plot.left, y, plot.left + plot.width, y);
            g.fillText(Percent.of(share), plot.left - 6, y);
        }
        g.setTextBaseline(VPos.TOP);
        double y = plot.top + plot.height + 5;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Text.of("ui.chart.ago", ago(plot.span)), plot.left, y);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Text.of("ui.chart.ago", ago(plot.span / 2)), plot.left + plot.width / 2, y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Text.of("ui.chart.now"), plot.left + plot.width, y);
    }

    private static String ago(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private void drawRun(GraphicsContext g, Plot plot, MoodBands.Run run) {
        List<MoodBands.Point> points = run.points();
        int count = points.size();
        // A run of one second is still a second wide.
        double[] x = new double[count + 1];
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(plot.left, plot.x(points.get(i).second() - 1));
        }
        x[count] = Math.max(plot.left, plot.x(points.getLast().second()));
        int bands = run.labels().size() + 1;
        double[] below = new double[count];
        for (int band = 0; band < bands; band++) {
            ExpressionStyle style = style(run, band);
            double[] above = new double[count];
            double[] xs = new double[2 * (count + 1)];
            double[] ys = new double[2 * (count + 1)];
            for (int i = 0; i <= count; i++) {
                int at = Math.min(i, count - 1);
                above[at] = below[at] + points.get(at).shares()[band];
                xs[i] = x[i];
                ys[i] = plot.y(above[at]);
                xs[2 * count + 1 - i] = x[i];
                ys[2 * count + 1 - i] = plot.y(below[at]);
            }
            g.setFill(glyphs.fill(style));
            g.fillPolygon(xs, ys, xs.length);
            drawEdge(g, xs, ys, below, above);
            below = above;
        }
    }

    // Only between two bands that are there: many lines on each other would be a thick black one.
    private static void drawEdge(
            GraphicsContext g, double[] x, double[] y, double[] below, double[] above) {
        g.setStroke(BETWEEN);
        g.setLineWidth(1);
        for (int i = 0; i < above.length; i++) {
            if (above[i] - below[i] > THINNEST && 1 - above[i] > THINNEST) {
                g.strokeLine(x[i], y[i], x[i + 1], y[i + 1]);
            }
        }
    }

    private static ExpressionStyle style(MoodBands.Run run, int band) {
        return ExpressionStyle.of(
                band < run.labels().size()
                        ? run.labels().labels().get(band)
                        : ExpressionStyle.UNCERTAIN);
    }

    private record Name(ExpressionStyle style, double y) {}

    private void drawNames(GraphicsContext g, Plot plot, MoodBands.Run run) {
        double[] shares = run.points().getLast().shares();
        List<Name> names = new ArrayList<>();
        double below = 0;
        for (int band = 0; band < shares.length; band++) {
            if (shares[band] >= NAMED_FROM) {
                names.add(new Name(style(run, band), plot.y(below + shares[band] / 2)));
            }
            below += shares[band];
        }
        double height = NAME_HEIGHT * type;
        double glyph = GLYPH * type;
        double lowest = canvas.getHeight() - height / 2;
        double x = plot.left + plot.width + 8;
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < names.size(); i++) {
            // From below upwards; each leaves room for those still to come above it.
            double y = Math.min(names.get(i).y(), lowest);
            double room = height / 2 + (names.size() - 1 - i) * height;
            y = Math.max(y, room);
            lowest = y - height;
            Glyphs.draw(g, names.get(i).style(), x, y - glyph / 2, glyph);
            g.setFill(ink);
            g.fillText(names.get(i).style().name(), x + height, y);
        }
    }
}
