package org.classbarometer.training.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.classbarometer.evaluate.report.LabelledDrawing;
import org.classbarometer.evaluate.report.LabelledDrawing.Anchor;
import org.classbarometer.evaluate.report.LabelledDrawing.Point;
import org.classbarometer.look.Drawing.Dot;
import org.classbarometer.look.Drawing.Polyline;
import org.classbarometer.look.Hue;
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

    static LabelledDrawing of(List<LoggedEpoch> history) {
        LabelledDrawing drawing = new LabelledDrawing(LEFT + 2 * WIDE + GAP + 20, TOP + HIGH + 44);
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
            LabelledDrawing drawing,
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
        drawing.text(Hue.TEXT, Anchor.START, new Point(left, TOP - 12), axis.title());
        for (int line = 0; line <= GRID; line++) {
            double y = TOP + HIGH * (double) line / GRID;
            drawing.add(Polyline.straight(left, y, left + WIDE, y, Hue.GRID, 1, 0));
            double value = axis.scale() * (high - (high - low) * line / GRID);
            drawing.text(
                    Hue.FAINT,
                    Anchor.END,
                    new Point(left - 8, y + 4),
                    String.format(Locale.ROOT, axis.format(), value));
        }
        drawing.text(Hue.FAINT, Anchor.START, new Point(left, TOP + HIGH + 20), "1");
        drawing.text(
                Hue.FAINT,
                Anchor.END,
                new Point(left + WIDE, TOP + HIGH + 20),
                "epoch " + history.size());
        for (int i = 0; i < curves.size(); i++) {
            ToDoubleFunction<LoggedEpoch> curve = curves.get(i);
            double[] xs =
                    IntStream.range(0, history.size())
                            .mapToDouble(at -> left + WIDE * at / Math.max(1.0, history.size() - 1))
                            .toArray();
            double[] ys =
                    history.stream()
                            .mapToDouble(epoch ->
                                    TOP + HIGH * (high - curve.applyAsDouble(epoch)) / (high - low))
                            .toArray();
            drawing.add(
                    xs.length == 1
                            ? new Dot(xs[0], ys[0], 5, Hue.SECOND)
                            : i == 0
                                    ? new Polyline(xs, ys, Hue.ACCENT, 2, 0)
                                    : new Polyline(xs, ys, Hue.FAINT, 1, 5));
        }
    }
}
