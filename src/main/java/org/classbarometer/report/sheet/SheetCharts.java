package org.classbarometer.report.sheet;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Drawing.Shape;
import org.classbarometer.look.Field;
import org.classbarometer.look.Fill;
import org.classbarometer.look.Hue;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.MoodSeries.Run;
import org.classbarometer.mood.MoodSeries.Step;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Timeline;

/// The two charts of a session, over the same time: what the faces showed, and how many there were.
final class SheetCharts {
    private static final double WIDTH = 1000;
    private static final double MOOD_HEIGHT = 250;
    private static final double FACES_HEIGHT = 72;

    private final Timeline timeline;
    private final List<Run> runs;
    private final int steps;

    SheetCharts(Timeline timeline) {
        this.timeline = timeline;
        runs = timeline.series().runs();
        steps = timeline.steps();
    }

    /// The session's length in buckets.
    int steps() {
        return steps;
    }

    /// Over how many buckets a point of the charts is the mean.
    int smoothed() {
        return timeline.series().smoothed();
    }

    /// Whether there is anything to draw of one kind.
    boolean has(Step state) {
        return runs.stream().anyMatch(run -> run.state() == state);
    }

    /// Whether something of a step that is known is not published.
    boolean withholds() {
        return known().stream()
                .flatMap(run -> run.points().stream())
                .anyMatch(point -> Math.round(100 * point.unpublished()) > 0);
    }

    private List<Run> known() {
        return runs.stream().filter(run -> run.state() == Step.KNOWN).toList();
    }

    /// Where a moment lies, in [0, 1] of the width.
    double position(Marker marker) {
        return Math.clamp(step(marker) / steps, 0, 1);
    }

    private double step(Marker marker) {
        return (double) marker.at().toMillis() / timeline.session().plan().bucket().toMillis();
    }

    /// Shares of the certainly read stacked: labels from below, what is not published on top.
    Drawing mood() {
        List<Fill> fills = LabelLook.bands(timeline.session().plan().labels());
        Field field = field(MOOD_HEIGHT);
        List<Shape> shapes = new ArrayList<>(suppressed(field));
        for (Run run : known()) {
            List<double[]> heights = run.points().stream().map(SpanMood::bands).toList();
            shapes.addAll(field.stacked(Field.Run.even(run.from(), 1, heights), fills));
        }
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            shapes.add(field.level(share, Hue.GRID, 0.8, 3));
        }
        return finished(field, shapes);
    }

    /// Number of faces: below those read with certainty, above the uncertain.
    Drawing faces() {
        double most = mostFaces();
        Field field = field(FACES_HEIGHT);
        List<Shape> shapes = new ArrayList<>(suppressed(field));
        for (Run run : known()) {
            List<double[]> heights =
                    run.points().stream()
                            .map(point ->
                                    new double[] {
                                        point.read() / most, (point.faces() - point.read()) / most
                                    })
                            .toList();
            shapes.addAll(
                    field.stacked(
                            Field.Run.even(run.from(), 1, heights),
                            List.of(Fill.READ, LabelLook.UNCERTAIN.fill())));
        }
        return finished(field, shapes);
    }

    /// The upper end of [#faces()]; at least 1.
    int mostFaces() {
        return (int)
                Math.max(
                        1,
                        Math.ceil(
                                known().stream()
                                        .flatMap(run -> run.points().stream())
                                        .mapToDouble(SpanMood::faces)
                                        .max()
                                        .orElse(1)));
    }

    private Field field(double height) {
        return new Field(0, 0, WIDTH, height, 0, steps);
    }

    private List<Drawing.Polygon> suppressed(Field field) {
        return runs.stream()
                .filter(run -> run.state() == Step.SUPPRESSED)
                .map(run -> field.span(run.from(), run.to(), Fill.SUPPRESSED))
                .toList();
    }

    private Drawing finished(Field field, List<Shape> shapes) {
        shapes.add(field.level(1, Hue.GRID, 1, 0));
        shapes.add(field.level(0, Hue.FAINT, 1.5, 0));
        timeline.markers()
                .forEach(marker ->
                        shapes.add(field.upright(Math.min(step(marker), steps), Hue.INK, 1.6, 6)));
        return new Drawing(field.width(), field.height(), shapes);
    }
}
