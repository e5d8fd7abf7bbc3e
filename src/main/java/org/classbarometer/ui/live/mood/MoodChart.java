package org.classbarometer.ui.live.mood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.look.Field;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hue;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MarkList;
import org.classbarometer.ui.look.CanvasPen;
import org.classbarometer.ui.look.Glyphs;
import org.classbarometer.ui.look.PaintedChart;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.PointerTip;
import org.classbarometer.ui.look.Scope;

/// The mood of the last minutes: stacked shares of the readings, labels from below, what was
/// uncertain from above. Each band has the colour and pattern of its label and is named at its
/// right end, so that no legend has to be matched by colour. Redrawn a few times a second.
public final class MoodChart extends PaintedChart {
    private static final long[] SPANS = {60, 120, 300};
    // In multiples of the type size.
    private static final double LEFT = 3.8;
    private static final double TOP = 0.7;
    private static final double BOTTOM = 1.8;
    private static final double NAME_HEIGHT = 1.7;
    private static final double GLYPH = 1.35;
    private static final double NAMED_FROM = 0.04;

    private final LiveViewModel model;
    private final boolean forRoom;
    private List<MoodBands.Run> runs = List.of();
    private Field field = new Field(0, 0, 1, 1, 0, 1);

    /// @param forRoom whether it is for a display that everybody sees
    public MoodChart(
            LiveViewModel model, boolean forRoom, ObservableValue<Palette> palette, Scope scope) {
        super("mood-chart");
        this.model = model;
        this.forRoom = forRoom;
        setId("mood-chart");
        setMinHeight(110);
        scope.watch(palette, this::palette);
        scope.watch(
                model.figures().mood(),
                now -> {
                    setAccessibleText(
                            Text.of(
                                    "ui.chart.spoken",
                                    forRoom
                                            ? MoodTexts.of(DisplayPane.forRoom(model))
                                            : MoodTexts.of(now.recent())));
                    draw();
                });
        scope.watchList(model.marks().all(), _ -> draw());
        PointerTip.install(this, (x, _) -> under(x - snappedLeftInset()));
    }

    @Override
    protected void paint(GraphicsContext g, CanvasPen pen) {
        runs =
                MoodBands.of(
                        forRoom
                                ? DisplayPane.forRoom(model).samples()
                                : model.figures().history().samples());
        double end = runs.isEmpty() ? 0 : runs.getLast().points().getLast().second();
        double begin = runs.isEmpty() ? 0 : runs.getFirst().points().getFirst().second();
        long span = span(end - begin);
        field =
                new Field(
                        LEFT * type(),
                        TOP * type(),
                        Math.max(10, canvasWidth() - LEFT * type() - namesWidth()),
                        Math.max(10, canvasHeight() - (TOP + BOTTOM) * type()),
                        end - span,
                        end);
        drawGrid(g, pen, span);
        for (MoodBands.Run run : runs) {
            List<Fill> fills =
                    Stream.concat(
                                    LabelLook.stack(run.labels()).stream().map(LabelLook::fill),
                                    Stream.of(Fill.SUPPRESSED))
                            .toList();
            pen.draw(field.stacked(run.spans(), fills));
        }
        if (!runs.isEmpty()) {
            drawMarks(g);
            drawNames(g, runs.getLast());
        } else {
            g.setFill(palette().colour(Hue.TEXT));
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(
                    Text.of("ui.chart.empty"),
                    field.left() + field.width() / 2,
                    field.top() + field.height() / 2);
        }
    }

    private static long span(double seconds) {
        for (long span : SPANS) {
            if (seconds <= span) {
                return span;
            }
        }
        return SPANS[SPANS.length - 1];
    }

    private double namesWidth() {
        LabelSet labels = model.reading().labels().get();
        return LabelLook.stack(labels).stream()
                        .mapToDouble(look -> widthOf(look.name()))
                        .max()
                        .orElse(0)
                + (NAME_HEIGHT + 1.6) * type();
    }

    private void drawGrid(GraphicsContext g, CanvasPen pen, long span) {
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double share : runs.isEmpty() ? new double[] {0, 1} : new double[] {0, 0.5, 1}) {
            pen.draw(field.level(share, Hue.GRID, 1, 0));
            g.fillText(Percent.of(share), field.left() - 6, field.y(share));
        }
        g.setTextBaseline(VPos.TOP);
        double y = field.y(0) + 5;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Text.of("ui.chart.ago", ago(span)), field.left(), y);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Text.of("ui.chart.ago", ago(span / 2)), field.left() + field.width() / 2, y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Text.of("ui.chart.now"), field.left() + field.width(), y);
    }

    private static String ago(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    // A line with a flag; what it says is told under the pointer.
    private void drawMarks(GraphicsContext g) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.TOP);
        for (MarkList.Mark mark : model.marks().all()) {
            if (mark.second() < field.from() || mark.second() > field.to()) {
                continue;
            }
            double x = Math.rint(field.x((double) mark.second())) + 0.5;
            g.setStroke(palette().colour(Hue.TEXT));
            g.setLineWidth(1.5);
            g.strokeLine(x, 0, x, field.y(0));
            g.setFill(palette().colour(Hue.TEXT));
            double flag = 0.55 * type();
            g.fillPolygon(new double[] {x, x + flag * 1.6, x}, new double[] {0, flag / 2, flag}, 3);
        }
    }

    private Optional<String> markNear(double second) {
        double near = (field.to() - field.from()) / 60;
        return model.marks().all().stream()
                .filter(mark -> Math.abs(mark.second() - second) <= near)
                .min(Comparator.comparingDouble(mark -> Math.abs(mark.second() - second)))
                .map(MarkList.Mark::note);
    }

    private record Name(LabelLook look, double share, double y) {}

    private void drawNames(GraphicsContext g, MoodBands.Run run) {
        double[] shares = run.points().getLast().shares();
        List<LabelLook> looks = LabelLook.stack(run.labels());
        List<Name> names = new ArrayList<>();
        double below = 0;
        for (int band = 0; band < looks.size(); band++) {
            if (shares[band] >= NAMED_FROM) {
                names.add(
                        new Name(looks.get(band), shares[band], field.y(below + shares[band] / 2)));
            }
            below += shares[band];
        }
        double height = NAME_HEIGHT * type();
        // In large type not all may find room: then the smallest shares go without a name.
        while (names.size() > 1 && names.size() * height > canvasHeight()) {
            names.remove(Collections.min(names, Comparator.comparingDouble(Name::share)));
        }
        double glyph = GLYPH * type();
        double lowest = canvasHeight() - height / 2;
        double x = field.left() + field.width() + 8;
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < names.size(); i++) {
            // From below upwards; each leaves room for those still to come above it.
            double y = Math.min(names.get(i).y(), lowest);
            double room = height / 2 + (names.size() - 1 - i) * height;
            y = Math.max(y, room);
            lowest = y - height;
            Glyphs.draw(g, names.get(i).look(), x, y - glyph / 2, glyph);
            g.setFill(palette().colour(Hue.TEXT));
            g.fillText(names.get(i).look().name(), x + height, y);
        }
    }

    private Optional<String> under(double x) {
        if (x < field.left() || x > field.left() + field.width()) {
            return Optional.empty();
        }
        double second = field.moment(x);
        for (MoodBands.Run run : runs) {
            for (MoodBands.Point point : run.points()) {
                if (second > point.second() - 1 && second <= point.second()) {
                    long ago = Math.round(field.to() - point.second());
                    String moment = Text.of("ui.chart.ago", ago(ago)) + "\n" + shares(run, point);
                    return Optional.of(
                            markNear(second).map(note -> note + "\n" + moment).orElse(moment));
                }
            }
        }
        return Optional.empty();
    }

    /// A line a label that was there, the largest first.
    private static String shares(MoodBands.Run run, MoodBands.Point point) {
        List<LabelLook> looks = LabelLook.stack(run.labels());
        return SpanMood.largestFirst(Arrays.copyOf(point.shares(), looks.size())).stream()
                .filter(i -> point.shares()[i] >= 0.005)
                .map(i ->
                        Text.of("ui.mood.bar", looks.get(i).name(), Percent.of(point.shares()[i])))
                .collect(Collectors.joining("\n"));
    }
}
