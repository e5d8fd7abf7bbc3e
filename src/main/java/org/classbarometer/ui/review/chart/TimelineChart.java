package org.classbarometer.ui.review.chart;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.ui.look.ExpressionStyle;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.TextWidths;

/// A lesson's mood over time: stacked shares of the faces seen, labels from below, what was uncertain
/// on top; suppressed stretches hatched and named; markers as numbered flags above, shifts as
/// lettered diamonds below; the chosen moment as a line. A click chooses a moment.
public final class TimelineChart extends Region {
    private static final Color BETWEEN = Color.web("#141a22", 0.55);
    private static final double THINNEST = 0.004;
    private static final int[] TICK_MINUTES = {1, 2, 5, 10, 15, 30, 60, 120};
    private static final double TICK_APART = 62;
    private static final int SHORTEST_AXIS = 60;
    // In multiples of the type size.
    private static final double LEFT = 3.6;
    private static final double RIGHT = 1;
    private static final double TOP = 1.9;
    private static final double BOTTOM = 3.4;

    private final Canvas ground = new Canvas();
    private final Canvas above = new Canvas();
    private final Glyphs glyphs = new Glyphs();
    private final TextWidths widths = new TextWidths();
    private Optional<MoodSeries> course = Optional.empty();
    private List<MoodSeries.Run> bands = List.of();
    private List<Sign> flags = List.of();
    private List<Sign> diamonds = List.of();
    private Optional<Duration> moment = Optional.empty();
    private Duration axis = Duration.ZERO;
    private String withheld = "";
    private ChartColours colours = ChartColours.of(false);
    private double type = 12;

    /// Something on the timeline that the lists beside it name alike.
    ///
    /// @param name a number or a letter
    public record Sign(String name, Duration at) {}

    /// @param chosen told the moment that was clicked; nothing happens on a click without one
    public TimelineChart(Optional<Consumer<Duration>> chosen) {
        getStyleClass().add("timeline-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().addAll(ground, above);
        setMinHeight(90);
        setMinWidth(200);
        chosen.ifPresent(told -> {
            setOnMousePressed(event -> {
                requestFocus();
                told.accept(timeAt(event.getX()));
            });
            setOnMouseDragged(event -> told.accept(timeAt(event.getX())));
        });
    }

    /// @param withheldText written into hatched stretches that are wide enough
    public void show(Optional<MoodSeries> now, String withheldText) {
        course = now;
        withheld = withheldText;
        bands = now.map(MoodSeries::runs).orElse(List.of());
        axis = now.map(MoodSeries::length).orElse(Duration.ZERO);
        draw();
    }

    /// Lets two charts share an axis.
    ///
    /// @param length of the axis; not shorter than the course
    public void axis(Duration length) {
        axis = length;
        draw();
    }

    public void signs(List<Sign> markers, List<Sign> shifts) {
        flags = List.copyOf(markers);
        diamonds = List.copyOf(shifts);
        drawAbove();
    }

    public void moment(Optional<Duration> now) {
        moment = now;
        drawAbove();
    }

    public void colours(ChartColours now) {
        colours = now;
        draw();
    }

    /// The chart's text size, pixels.
    public void type(double to) {
        if (to != type) {
            type = to;
            draw();
        }
    }

    @Override
    protected void layoutChildren() {
        for (Canvas canvas : List.of(ground, above)) {
            canvas.relocate(snappedLeftInset(), snappedTopInset());
            canvas.setWidth(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()));
            canvas.setHeight(Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        }
        draw();
    }

    private double left() {
        return LEFT * type;
    }

    private double plotWidth() {
        return Math.max(10, ground.getWidth() - left() - RIGHT * type);
    }

    private double top() {
        return TOP * type;
    }

    private double plotHeight() {
        return Math.max(10, ground.getHeight() - (TOP + BOTTOM) * type);
    }

    private double seconds() {
        return Math.max(SHORTEST_AXIS, axis.toSeconds());
    }

    private double x(Duration at) {
        return left() + plotWidth() * at.toMillis() / 1000 / seconds();
    }

    private double y(double share) {
        return top() + plotHeight() * (1 - share);
    }

    private Duration timeAt(double mouseX) {
        double share = (mouseX - snappedLeftInset() - left()) / plotWidth();
        return Duration.ofMillis(Math.round(Math.clamp(share, 0, 1) * seconds() * 1000));
    }

    private void draw() {
        GraphicsContext g = ground.getGraphicsContext2D();
        g.clearRect(0, 0, ground.getWidth(), ground.getHeight());
        Font font = Font.font(Font.getDefault().getFamily(), type);
        g.setFont(font);
        widths.use(font);
        drawAxes(g);
        course.ifPresent(now -> bands.forEach(run -> drawRun(g, now, run)));
        drawAbove();
    }

    private void drawAxes(GraphicsContext g) {
        g.setStroke(colours.lines());
        g.setFill(colours.text());
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double share : new double[] {0, 0.5, 1}) {
            double y = Math.round(y(share)) + 0.5;
            g.strokeLine(left(), y, left() + plotWidth(), y);
            g.fillText(Percent.of(share), left() - 6, y);
        }
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        int tick = tickMinutes();
        for (int minute = 0; minute * 60L <= seconds(); minute += tick) {
            double x = Math.round(x(Duration.ofMinutes(minute))) + 0.5;
            g.strokeLine(x, y(0), x, y(0) + 4);
            g.fillText(minute + ":00", x, y(0) + 0.55 * type);
        }
    }

    private int tickMinutes() {
        for (int minutes : TICK_MINUTES) {
            if (plotWidth() * minutes * 60 / seconds() >= TICK_APART * type / 12) {
                return minutes;
            }
        }
        return TICK_MINUTES[TICK_MINUTES.length - 1];
    }

    private void drawRun(GraphicsContext g, MoodSeries now, MoodSeries.Run run) {
        switch (run.state()) {
            case KNOWN -> drawKnown(g, now, run);
            case SUPPRESSED -> drawWithheld(g, now, run);
            case MISSING -> {
                g.setStroke(colours.lines());
                g.setLineDashes(2, 4);
                double y = Math.round(y(0.5)) + 0.5;
                g.strokeLine(x(now.at(run.from())), y, x(now.at(run.to())), y);
                g.setLineDashes();
            }
        }
    }

    private void drawWithheld(GraphicsContext g, MoodSeries now, MoodSeries.Run run) {
        double from = x(now.at(run.from()));
        double to = x(now.at(run.to()));
        g.setFill(colours.withheld());
        g.fillRect(from, top(), to - from, plotHeight());
        double needed = widths.of(withheld) + 1.4 * type;
        boolean upright = to - from < needed;
        if (upright && (plotHeight() < needed || to - from < 2.2 * type)) {
            return;
        }
        g.save();
        g.translate((from + to) / 2, top() + plotHeight() / 2);
        if (upright) {
            g.rotate(-90);
        }
        g.setFill(colours.ground());
        g.fillRoundRect(-needed / 2, -0.9 * type, needed, 1.8 * type, type, type);
        g.setFill(colours.text());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(withheld, 0, 0);
        g.restore();
    }

    private void drawKnown(GraphicsContext g, MoodSeries now, MoodSeries.Run run) {
        int count = run.points().size();
        double[] x = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            x[i] = x(now.at(run.from() + i));
        }
        double[] below = new double[count];
        for (int band = 0; band <= now.labels().size(); band++) {
            double[] upper = new double[count];
            double[] xs = new double[4 * count];
            double[] ys = new double[4 * count];
            for (int i = 0; i < count; i++) {
                upper[i] = below[i] + run.points().get(i).stack()[band];
                xs[2 * i] = x[i];
                xs[2 * i + 1] = x[i + 1];
                ys[2 * i] = y(upper[i]);
                ys[2 * i + 1] = y(upper[i]);
                xs[4 * count - 1 - 2 * i] = x[i];
                xs[4 * count - 2 - 2 * i] = x[i + 1];
                ys[4 * count - 1 - 2 * i] = y(below[i]);
                ys[4 * count - 2 - 2 * i] = y(below[i]);
            }
            g.setFill(glyphs.fill(style(now, band)));
            g.fillPolygon(xs, ys, xs.length);
            drawEdge(g, x, below, upper);
            below = upper;
        }
    }

    private static ExpressionStyle style(MoodSeries course, int band) {
        return ExpressionStyle.of(
                band < course.labels().size()
                        ? course.labels().labels().get(band)
                        : ExpressionStyle.UNCERTAIN);
    }

    // Only between two bands that are there: many lines on each other would be a thick black one.
    private void drawEdge(GraphicsContext g, double[] x, double[] below, double[] upper) {
        g.setStroke(BETWEEN);
        g.setLineWidth(1);
        for (int i = 0; i < upper.length; i++) {
            if (upper[i] - below[i] > THINNEST && 1 - upper[i] > THINNEST) {
                g.strokeLine(x[i], y(upper[i]), x[i + 1], y(upper[i]));
            }
        }
    }

    private void drawAbove() {
        GraphicsContext g = above.getGraphicsContext2D();
        g.clearRect(0, 0, above.getWidth(), above.getHeight());
        if (course.isEmpty()) {
            return;
        }
        g.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, type * 0.92));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        moment.ifPresent(at -> drawMoment(g, x(at)));
        flags.forEach(flag -> drawFlag(g, flag));
        diamonds.forEach(diamond -> drawDiamond(g, diamond));
    }

    // Dark on light and light on dark: the line must be seen over every band.
    private void drawMoment(GraphicsContext g, double x) {
        g.setStroke(Color.WHITE);
        g.setLineWidth(4.5);
        g.strokeLine(x, top(), x, y(0));
        g.setStroke(Color.web("#0b3d91"));
        g.setLineWidth(2.5);
        g.strokeLine(x, top() - 3, x, y(0) + 3);
    }

    private void drawFlag(GraphicsContext g, Sign flag) {
        double x = x(flag.at());
        g.setStroke(Color.web("#141a22"));
        g.setLineWidth(1.5);
        g.setLineDashes(4, 3);
        g.strokeLine(x, top(), x, y(0));
        g.setLineDashes();
        double size = 1.5 * type;
        g.setFill(colours.accent());
        g.fillRoundRect(x - size / 2, top() - size - 3, size, size, 5, 5);
        g.fillPolygon(
                new double[] {x - 4, x + 4, x}, new double[] {top() - 4, top() - 4, top() + 1}, 3);
        g.setFill(colours.ground());
        g.fillText(flag.name(), x, top() - size / 2 - 3);
    }

    private void drawDiamond(GraphicsContext g, Sign diamond) {
        double x = x(diamond.at());
        double half = 0.85 * type;
        double y = y(0) + 2.45 * type;
        g.setStroke(colours.text());
        g.setLineWidth(1.2);
        g.strokeLine(x, y(0), x, y - half);
        g.setFill(colours.ground());
        double[] xs = {x - half, x, x + half, x};
        double[] ys = {y, y - half, y, y + half};
        g.fillPolygon(xs, ys, 4);
        g.strokePolygon(xs, ys, 4);
        g.setFill(colours.text());
        g.fillText(diamond.name(), x, y);
    }
}
