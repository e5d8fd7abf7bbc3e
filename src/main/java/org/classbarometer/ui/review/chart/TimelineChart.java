package org.classbarometer.ui.review.chart;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

/// A lesson's mood over time: stacked shares of the faces seen, labels from below, what was uncertain
/// on top; suppressed stretches hatched and named; markers as numbered flags above, shifts as
/// lettered diamonds below; the chosen moment as a line. A click chooses a moment.
public final class TimelineChart extends PaintedChart {
    private static final int SHORTEST_AXIS = 60;
    private static final Hue MOMENT = Hue.of("#0b3d91");
    private static final Hue HALO = Hue.of("#ffffff");
    // In multiples of the type size.
    private static final double LEFT = 3.6;
    private static final double RIGHT = 1;
    private static final double TOP = 1.9;
    private static final double BOTTOM = 3.4;
    private static final double TICKS_APART = 5;

    // What changes while the pointer moves, over what does not.
    private final Canvas above = new Canvas();
    private Optional<MoodSeries> course = Optional.empty();
    private List<MoodSeries.Run> runs = List.of();
    private List<Sign> flags = List.of();
    private List<Sign> diamonds = List.of();
    private Optional<Duration> moment = Optional.empty();
    private Duration axis = Duration.ZERO;
    private String withheld = "";

    /// Something on the timeline that the lists beside it name alike.
    ///
    /// @param name a number or a letter
    public record Sign(String name, Duration at) {}

    /// @param chosen told the moment that was clicked; nothing happens on a click without one
    /// @param told what is said of a moment under the pointer
    public TimelineChart(Optional<Consumer<Duration>> chosen, Function<Duration, String> valuesAt) {
        super("timeline-chart");
        above.setMouseTransparent(true);
        getChildren().add(above);
        setMinHeight(90);
        setMinWidth(200);
        chosen.ifPresent(choose -> {
            setOnMousePressed(event -> {
                requestFocus();
                choose.accept(timeAt(event.getX()));
            });
            setOnMouseDragged(event -> choose.accept(timeAt(event.getX())));
        });
        PointerTip.install(
                this,
                (x, _) ->
                        course.map(_ -> timeAt(x))
                                .filter(at -> at.compareTo(course.get().length()) < 0)
                                .map(valuesAt));
    }

    /// @param withheldText written into hatched stretches that are wide enough
    public void show(Optional<MoodSeries> now, String withheldText) {
        course = now;
        withheld = withheldText;
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
        drawAbove();
    }

    public void moment(Optional<Duration> now) {
        moment = now;
        drawAbove();
    }

    @Override
    protected void layoutChildren() {
        above.relocate(snappedLeftInset(), snappedTopInset());
        above.setWidth(Math.max(1, getWidth() - snappedLeftInset() - snappedRightInset()));
        above.setHeight(Math.max(1, getHeight() - snappedTopInset() - snappedBottomInset()));
        super.layoutChildren();
    }

    /// Moments in seconds.
    private Field field() {
        return new Field(
                LEFT * type(),
                TOP * type(),
                Math.max(10, canvasWidth() - (LEFT + RIGHT) * type()),
                Math.max(10, canvasHeight() - (TOP + BOTTOM) * type()),
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
            List<Fill> fills = LabelLook.stack(now.labels()).stream().map(LabelLook::fill).toList();
            for (MoodSeries.Run run : runs) {
                double from = seconds(now.at(run.from()));
                double to = seconds(now.at(run.to()));
                switch (run.state()) {
                    case KNOWN ->
                            pen.draw(
                                    field.stacked(
                                            Field.Run.even(
                                                    from,
                                                    seconds(now.step()),
                                                    run.points().stream()
                                                            .map(SpanMood::stack)
                                                            .toList()),
                                            fills));
                    case SUPPRESSED -> paintWithheld(g, pen, field, from, to);
                    case MISSING ->
                            pen.draw(
                                    Polyline.straight(
                                            field.x(from),
                                            field.y(0.5),
                                            field.x(to),
                                            field.y(0.5),
                                            Hue.FAINT,
                                            1,
                                            3));
                }
            }
        });
        drawAbove();
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
            g.fillText(minute + ":00", x, field.y(0) + 0.55 * type());
        }
    }

    private void paintWithheld(
            GraphicsContext g, CanvasPen pen, Field field, double from, double to) {
        pen.draw(field.span(from, to, Fill.SUPPRESSED));
        double width = field.x(to) - field.x(from);
        double needed = widthOf(withheld) + 1.4 * type();
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
        g.fillText(withheld, 0, 0);
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
        // Dark on light and light on dark: the line must be seen over every band.
        moment.ifPresent(at -> {
            pen.draw(field.upright(seconds(at), HALO, 4.5, 0));
            pen.draw(field.upright(seconds(at), MOMENT, 2.5, 0));
        });
        flags.forEach(flag -> drawFlag(g, pen, field, flag));
        diamonds.forEach(diamond -> drawDiamond(g, pen, field, diamond));
    }

    private void drawFlag(GraphicsContext g, CanvasPen pen, Field field, Sign flag) {
        double x = field.x(seconds(flag.at()));
        double top = field.top();
        pen.draw(field.upright(seconds(flag.at()), Hue.INK, 1.5, 4));
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
