package org.classbarometer.training.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.classbarometer.evaluate.report.Drawing;
import org.classbarometer.evaluate.report.Drawing.Anchor;
import org.classbarometer.evaluate.report.Drawing.Point;
import org.classbarometer.training.run.LoggedEpoch;

/// Draws how a run went: the loss it learned from, and accuracy on the validation faces, by epoch.
final class LearningCurves {
    private static final int WIDE = 300;
    private static final int HIGH = 180;
    private static final int LEFT = 62;
    private static final int TOP = 30;
    private static final int GAP = 90;
    private static final int GRID = 4;

    private LearningCurves() {}

    static Drawing of(List<LoggedEpoch> history) {
        Drawing drawing = new Drawing(LEFT + 2 * WIDE + GAP + 20, TOP + HIGH + 44);
        plot(
                drawing,
                LEFT,
                new Axis("training loss", "%.2f", 1),
                history,
                List.of(LoggedEpoch::loss));
        plot(
                drawing,
                LEFT + WIDE + GAP,
                new Axis("validation accuracy, balanced dashed", "%.0f %%", 100),
                history,
                List.of(
                        epoch -> epoch.lines().getFirst().accuracy(),
                        epoch -> epoch.lines().getFirst().balanced()));
        return drawing;
    }

    /// @param format of the values times the scale
    private record Axis(String title, String format, int scale) {}

    private static void plot(
            Drawing drawing,
            int left,
            Axis axis,
            List<LoggedEpoch> history,
            List<ToDoubleFunction<LoggedEpoch>> curves) {
        double[] all =
                curves.stream()
                        .flatMapToDouble(curve -> history.stream().mapToDouble(curve))
                        .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = Math.max(low + 1e-6, DoubleStream.of(all).max().orElse(1));
        drawing.text("", Anchor.START, new Point(left, TOP - 12), axis.title());
        for (int line = 0; line <= GRID; line++) {
            double y = TOP + HIGH * (double) line / GRID;
            drawing.line("grid", List.of(new Point(left, y), new Point(left + WIDE, y)));
            double value = axis.scale() * (high - (high - low) * line / GRID);
            drawing.text(
                    "faint",
                    Anchor.END,
                    new Point(left - 8, y + 4),
                    String.format(Locale.ROOT, axis.format(), value));
        }
        drawing.text("faint", Anchor.START, new Point(left, TOP + HIGH + 20), "1");
        drawing.text(
                "faint",
                Anchor.END,
                new Point(left + WIDE, TOP + HIGH + 20),
                "epoch " + history.size());
        for (int i = 0; i < curves.size(); i++) {
            ToDoubleFunction<LoggedEpoch> curve = curves.get(i);
            List<Point> points =
                    IntStream.range(0, history.size())
                            .mapToObj(at -> {
                                double along = at / Math.max(1.0, history.size() - 1);
                                double share =
                                        (high - curve.applyAsDouble(history.get(at)))
                                                / (high - low);
                                return new Point(left + WIDE * along, TOP + HIGH * share);
                            })
                            .toList();
            if (points.size() == 1) {
                drawing.mark(points.getFirst());
            } else {
                drawing.line(i == 0 ? "line" : "ideal", points);
            }
        }
    }
}
