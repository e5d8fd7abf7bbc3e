package org.classbarometer.report.sheet;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.MoodSeries.Run;
import org.classbarometer.mood.MoodSeries.Step;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Timeline;

/// The two charts of a session, over the same time: what the faces showed, and how many there were.
final class Charts {
    private static final double WIDTH = 1000;
    private static final double MOOD_HEIGHT = 250;
    private static final double FACES_HEIGHT = 72;
    private static final String GRID = "#c9d0d9";
    private static final String AXIS = "#6b7683";
    private static final String MARKER = "#1d2733";

    private final Timeline timeline;
    private final MoodSeries series;
    private final List<Run> runs;
    private final int steps;
    private final List<Fill> fills;

    Charts(Timeline timeline) {
        this.timeline = timeline;
        series = timeline.series();
        runs = series.runs();
        steps = timeline.steps();
        fills = new ArrayList<>();
        timeline.session().plan().labels().labels().forEach(label -> fills.add(Fill.of(label)));
        fills.add(Fill.UNCERTAIN);
    }

    /// The session's length in buckets.
    int steps() {
        return steps;
    }

    /// Over how many buckets a point of the charts is the mean.
    int smoothed() {
        return series.smoothed();
    }

    /// Whether there is anything to draw of one kind.
    boolean has(Step state) {
        return runs.stream().anyMatch(run -> run.state() == state);
    }

    private List<Run> known() {
        return runs.stream().filter(run -> run.state() == Step.KNOWN).toList();
    }

    /// Where a moment lies, in [0, 1] of the width.
    double position(Marker marker) {
        double bucket = timeline.session().plan().bucket().toMillis();
        return Math.clamp(marker.at().toMillis() / bucket / steps, 0, 1);
    }

    /// Shares stacked: labels from below, the uncertain on top.
    Drawing mood() {
        List<Drawing.Area> areas = new ArrayList<>(suppressed(MOOD_HEIGHT));
        for (Run run : known()) {
            double[] below = new double[run.points().size()];
            for (int band = 0; band < fills.size(); band++) {
                double[] above = new double[below.length];
                for (int i = 0; i < above.length; i++) {
                    above[i] = below[i] + run.points().get(i).stack()[band];
                }
                add(areas, run, below, above, MOOD_HEIGHT, fills.get(band));
                below = above;
            }
        }
        List<Drawing.Line> lines = new ArrayList<>();
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            double y = MOOD_HEIGHT * share;
            lines.add(new Drawing.Line(0, y, WIDTH, y, GRID, 0.8, 3));
        }
        lines.addAll(frame(MOOD_HEIGHT));
        lines.addAll(markers(MOOD_HEIGHT));
        return new Drawing(WIDTH, MOOD_HEIGHT, areas, lines);
    }

    /// Number of faces: below those read with certainty, above the uncertain.
    Drawing faces() {
        double most = mostFaces();
        List<Drawing.Area> areas = new ArrayList<>(suppressed(FACES_HEIGHT));
        for (Run run : known()) {
            double[] none = new double[run.points().size()];
            double[] read = new double[none.length];
            double[] all = new double[none.length];
            for (int i = 0; i < all.length; i++) {
                SpanMood point = run.points().get(i);
                all[i] = point.faces() / most;
                read[i] = point.read() / most;
            }
            add(areas, run, none, read, FACES_HEIGHT, Fill.READ);
            add(areas, run, read, all, FACES_HEIGHT, Fill.UNCERTAIN);
        }
        List<Drawing.Line> lines = new ArrayList<>(frame(FACES_HEIGHT));
        lines.addAll(markers(FACES_HEIGHT));
        return new Drawing(WIDTH, FACES_HEIGHT, areas, lines);
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

    private double x(double step) {
        return WIDTH * step / steps;
    }

    private List<Drawing.Area> suppressed(double height) {
        List<Drawing.Area> areas = new ArrayList<>();
        for (Run run : runs) {
            if (run.state() == Step.SUPPRESSED) {
                double left = x(run.from());
                areas.add(Drawing.Area.box(left, 0, x(run.to()) - left, height, Fill.SUPPRESSED));
            }
        }
        return areas;
    }

    // Through the middle of every bucket, level to the ends of the run: one bucket is a box.
    private void add(
            List<Drawing.Area> areas,
            Run run,
            double[] below,
            double[] above,
            double height,
            Fill fill) {
        int count = below.length;
        int corners = count + 2;
        double[] xs = new double[2 * corners];
        double[] ys = new double[2 * corners];
        boolean seen = false;
        for (int i = 0; i < corners; i++) {
            int at = Math.clamp(i - 1, 0, count - 1);
            double step =
                    i == 0
                            ? run.from()
                            : i == count + 1 ? run.from() + count : run.from() + at + 0.5;
            xs[i] = x(step);
            ys[i] = height * (1 - above[at]);
            xs[2 * corners - 1 - i] = x(step);
            ys[2 * corners - 1 - i] = height * (1 - below[at]);
            seen |= above[at] > below[at];
        }
        if (seen) {
            areas.add(new Drawing.Area(xs, ys, fill));
        }
    }

    private static List<Drawing.Line> frame(double height) {
        return List.of(
                new Drawing.Line(0, 0, WIDTH, 0, GRID, 1, 0),
                new Drawing.Line(0, height, WIDTH, height, AXIS, 1.5, 0));
    }

    private List<Drawing.Line> markers(double height) {
        return timeline.markers().stream()
                .map(marker -> WIDTH * position(marker))
                .map(x -> new Drawing.Line(x, 0, x, height, MARKER, 1.6, 6))
                .toList();
    }
}
