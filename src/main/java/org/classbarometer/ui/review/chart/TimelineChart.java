package org.classbarometer.ui.review.chart;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.classbarometer.look.Drawing.Polyline;
import org.classbarometer.look.Field;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hue;
import org.classbarometer.look.LabelLook;
import org.classbarometer.look.Ticks;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.ui.look.CanvasPen;
import org.classbarometer.ui.look.PaintedChart;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.PointerTip;

/// A lesson's mood over time: stacked shares of the certainly read faces, labels from below, what is
/// not told of them hatched on top, as are stretches of which nothing is told; over it a strip with the
/// share of all faces that was uncertain; markers as numbered flags above, shifts as lettered diamonds
/// below; the chosen moment as a line, the chosen stretch between two. A click chooses a moment, a drag
/// a stretch, and what lies under the pointer is told.
public final class TimelineChart extends PaintedChart {
    private static final int SHORTEST_AXIS = 60;
    private static final Hue MOMENT = Hue.of("#0b3d91");
    private static final Hue HALO = Hue.of("#ffffff");
    // In multiples of the type size.
    private static final double LEFT = 3.6;
    private static final double RIGHT = 1;
    private static final double STRIP = 1.3;
    private static final double TOP = STRIP + 0.6;
    private static final double BOTTOM = 1.8;
    // Of the flags above and the diamonds below.
    private static final double SIGNS = 1.6;
    private static final double TICKS_APART = 5;
    // Pixels from a sign at which the pointer means it, and from where it was pressed to a drag.
    private static final double NEAR = 9;
    private static final double DRAG = 5;
    private static final double VEIL = 0.62;

    /// Thickness of the dashed line where there is no picture, pixels; the legend shows the same.
    static final double MISSING_LINE = 1.5;

    // What changes while the pointer moves, over what does not.
    private final Canvas above = new Canvas();
    private final boolean chooses;
    private Optional<MoodSeries> course = Optional.empty();
    private List<MoodSeries.Run> runs = List.of();
    private List<Sign> flags = List.of();
    private List<Sign> diamonds = List.of();
    private Optional<Duration> moment = Optional.empty();
    private Optional<Duration> from = Optional.empty();
    private Duration to = Duration.ZERO;
    private double pressed;
    private Duration axis = Duration.ZERO;
    private String withheld = "";
    private String missing = "";

    /// Something on the timeline that the lists beside it name alike.
    ///
    /// @param name a number or a letter
    /// @param words said when the pointer is on it
    public record Sign(String name, Duration at, String words) {}

    /// What is done with the moments that are pointed at.
    public interface Choice {
        /// One was clicked.
        void moment(Duration at);

        /// The pointer is dragged from one to another, in either direction.
        void stretch(Duration one, Duration other);
    }

    /// @param choice nothing happens on a click without one
    /// @param tip what is said of a moment under the pointer
    public TimelineChart(Optional<Choice> choice, Function<Duration, String> tip) {
        super("timeline-chart");
        chooses = choice.isPresent();
        above.setMouseTransparent(true);
        getChildren().add(above);
        setMinHeight(90);
        setMinWidth(200);
        choice.ifPresent(chosen -> {
            setOnMousePressed(event -> {
                requestFocus();
                pressed = event.getX();
                chosen.moment(timeAt(pressed));
            });
            setOnMouseDragged(event -> {
                if (Math.abs(event.getX() - pressed) > DRAG) {
                    chosen.stretch(timeAt(pressed), timeAt(event.getX()));
                }
            });
        });
        PointerTip.install(this, (x, y) -> tipAt(x, y, tip));
    }

    private Optional<String> tipAt(double x, double y, Function<Duration, String> tip) {
        double inside = x - snappedLeftInset();
        Field field = field();
        if (course.isEmpty() || inside < field.left() || inside > field.left() + field.width()) {
            return Optional.empty();
        }
        double height = y - snappedTopInset();
        List<Sign> signs = height < field.top() ? flags : diamonds;
        boolean beside = height < field.top() || height > field.y(0);
        Optional<Sign> sign =
                signs.stream()
                        .filter(_ -> beside)
                        .filter(one -> Math.abs(field.x(seconds(one.at())) - inside) <= NEAR)
                        .findFirst();
        return sign.map(Sign::words)
                .or(() ->
                        Optional.of(timeAt(x))
                                .filter(at -> at.compareTo(course.get().length()) < 0)
                                .map(tip));
    }

    /// @param withheldText written into hatched stretches that are wide enough
    /// @param missingText written where there is no bucket
    public void show(Optional<MoodSeries> now, String withheldText, String missingText) {
        course = now;
        withheld = withheldText;
        missing = missingText;
        runs = now.map(MoodSeries::runs).orElse(List.of());
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
        draw();
    }

    public void moment(Optional<Duration> now) {
        moment = now;
        drawAbove();
    }

    /// Marks a stretch; the rest is veiled.
    ///
    /// @param begin empty for none
    public void stretch(Optional<Duration> begin, Duration end) {
        from = begin;
        to = end;
        drawAbove();
    }

    @Override
    protected void layoutChildren() {
        above.relocate(snappedLeftInset(), snappedTopInset());
        above.setWidth(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()));
        above.setHeight(Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        super.layoutChildren();
    }

    /// Moments in seconds. Where markers come and go the field stays as it is.
    private Field field() {
        boolean signs = chooses || !flags.isEmpty() || !diamonds.isEmpty();
        double above = TOP + (signs ? SIGNS : 0);
        double below = BOTTOM + (signs ? SIGNS : 0);
        return new Field(
                LEFT * type(),
                above * type(),
                Math.max(10, canvasWidth() - (LEFT + RIGHT) * type()),
                Math.max(10, canvasHeight() - (above + below) * type()),
                0,
                Math.max(SHORTEST_AXIS, axis.toSeconds()));
    }

    private static double seconds(Duration at) {
        return at.toMillis() / 1000.0;
    }

    private Duration timeAt(double mouseX) {
        return Duration.ofMillis(Math.round(field().moment(mouseX - snappedLeftInset()) * 1000));
    }

    @Override
    protected void paint(GraphicsContext g, CanvasPen pen) {
        Field field = field();
        paintAxes(g, pen, field);
        course.ifPresent(now -> {
            List<Fill> fills = LabelLook.bands(now.labels());
            Field strip = strip(field);
            pen.draw(strip.level(0, Hue.GRID, 1, 0));
            pen.draw(strip.level(1, Hue.GRID, 1, 0));
            for (MoodSeries.Run run : runs) {
                double from = seconds(now.at(run.from()));
                double to = seconds(now.at(run.to()));
                switch (run.state()) {
                    case KNOWN -> {
                        double step = seconds(now.step());
                        pen.draw(field.stacked(bands(run, from, step), fills));
                        pen.draw(
                                strip.stacked(
                                        uncertain(run, from, step),
                                        List.of(LabelLook.UNCERTAIN.fill())));
                    }
                    case SUPPRESSED -> {
                        pen.draw(field.span(from, to, Fill.SUPPRESSED));
                        write(g, field, from, to, withheld);
                    }
                    case MISSING -> {
                        double middle = field.y(0.5);
                        pen.draw(
                                Polyline.straight(
                                        field.x(from),
                                        middle,
                                        field.x(to),
                                        middle,
                                        Hue.FAINT,
                                        MISSING_LINE,
                                        3));
                        write(g, field, from, to, missing);
                    }
                }
            }
        });
        drawAbove();
    }

    private static Field.Run bands(MoodSeries.Run run, double from, double step) {
        return Field.Run.even(from, step, run.points().stream().map(SpanMood::bands).toList());
    }

    private static Field.Run uncertain(MoodSeries.Run run, double from, double step) {
        return Field.Run.even(
                from,
                step,
                run.points().stream().map(point -> new double[] {point.uncertain()}).toList());
    }

    /// What was uncertain, in a field of its own: its shares are of all faces seen.
    private Field strip(Field field) {
        double height = STRIP * type();
        return new Field(
                field.left(),
                field.top() - height - 5,
                field.width(),
                height,
                field.from(),
                field.to());
    }

    private void paintAxes(GraphicsContext g, CanvasPen pen, Field field) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double share : new double[] {0, 0.5, 1}) {
            pen.draw(field.level(share, Hue.GRID, 1, 0));
            g.fillText(Percent.of(share), field.left() - 6, field.y(share));
        }
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        double room = field.width() / (TICKS_APART * type());
        for (int minute : Ticks.minutes(field.to() / 60, room)) {
            double x = field.x(minute * 60.0);
            pen.draw(Polyline.straight(x, field.y(0), x, field.y(0) + 4, Hue.FAINT, 1, 0));
            String time = minute + ":00";
            // Whole at the right edge too.
            double half = widthOf(time) / 2;
            g.fillText(time, Math.min(x, canvasWidth() - half), field.y(0) + 0.55 * type());
        }
    }

    /// Across a stretch, upright in a narrow one, not at all where there is no room.
    private void write(GraphicsContext g, Field field, double from, double to, String words) {
        double width = field.x(to) - field.x(from);
        double needed = widthOf(words) + 1.4 * type();
        boolean upright = width < needed;
        if (upright && (field.height() < needed || width < 2.2 * type())) {
            return;
        }
        g.save();
        g.translate(field.x(from) + width / 2, field.top() + field.height() / 2);
        if (upright) {
            g.rotate(-90);
        }
        g.setFill(palette().colour(Hue.GROUND));
        g.fillRoundRect(-needed / 2, -0.9 * type(), needed, 1.8 * type(), type(), type());
        g.setFill(palette().colour(Hue.TEXT));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words, 0, 0);
        g.restore();
    }

    private void drawAbove() {
        GraphicsContext g = above.getGraphicsContext2D();
        g.clearRect(0, 0, above.getWidth(), above.getHeight());
        if (course.isEmpty()) {
            return;
        }
        Field field = field();
        CanvasPen pen = new CanvasPen(g, palette());
        g.setFont(font(FontWeight.BOLD, type() * 0.92));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        from.ifPresent(begin -> drawStretch(g, pen, field, begin));
        // Dark on light and light on dark: the line must be seen over every band.
        moment.filter(_ -> from.isEmpty()).ifPresent(at -> drawMoment(pen, field, at));
        flags.forEach(flag -> drawFlag(g, pen, field, flag));
        diamonds.forEach(diamond -> drawDiamond(g, pen, field, diamond));
    }

    private static void drawMoment(CanvasPen pen, Field field, Duration at) {
        pen.draw(field.upright(seconds(at), HALO, 4.5, 0));
        pen.draw(field.upright(seconds(at), MOMENT, 2.5, 0));
    }

    private void drawStretch(GraphicsContext g, CanvasPen pen, Field field, Duration begin) {
        double left = field.x(seconds(begin));
        double right = field.x(seconds(to));
        double top = strip(field).top();
        double height = field.y(0) - top;
        g.setGlobalAlpha(VEIL);
        g.setFill(palette().colour(Hue.GROUND));
        g.fillRect(field.left(), top, left - field.left(), height);
        g.fillRect(right, top, field.left() + field.width() - right, height);
        g.setGlobalAlpha(1);
        drawMoment(pen, field, begin);
        drawMoment(pen, field, to);
    }

    private void drawFlag(GraphicsContext g, CanvasPen pen, Field field, Sign flag) {
        double x = field.x(seconds(flag.at()));
        double top = strip(field).top();
        pen.draw(Polyline.straight(x, top, x, field.y(0), Hue.INK, 1.5, 4));
        double size = 1.5 * type();
        g.setFill(palette().colour(Hue.ACCENT));
        g.fillRoundRect(x - size / 2, top - size - 3, size, size, 5, 5);
        g.fillPolygon(new double[] {x - 4, x + 4, x}, new double[] {top - 4, top - 4, top + 1}, 3);
        g.setFill(palette().colour(Hue.GROUND));
        g.fillText(flag.name(), x, top - size / 2 - 3);
    }

    private void drawDiamond(GraphicsContext g, CanvasPen pen, Field field, Sign diamond) {
        double x = field.x(seconds(diamond.at()));
        double half = 0.85 * type();
        double y = field.y(0) + 2.45 * type();
        pen.draw(Polyline.straight(x, field.y(0), x, y - half, Hue.TEXT, 1.2, 0));
        double[] xs = {x - half, x, x + half, x, x - half};
        double[] ys = {y, y - half, y, y + half, y};
        g.setFill(palette().colour(Hue.GROUND));
        g.fillPolygon(xs, ys, xs.length);
        pen.draw(new Polyline(xs, ys, Hue.TEXT, 1.2, 0));
        g.setFill(palette().colour(Hue.TEXT));
        g.fillText(diamond.name(), x, y);
    }
}
