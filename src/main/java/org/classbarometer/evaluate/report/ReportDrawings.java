package org.classbarometer.evaluate.report;

import java.util.List;
import org.classbarometer.evaluate.metrics.Calibration;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.evaluate.metrics.Coverage;
import org.classbarometer.evaluate.model.ClassMap;
import org.classbarometer.evaluate.report.LabelledDrawing.Anchor;
import org.classbarometer.evaluate.report.LabelledDrawing.Point;
import org.classbarometer.look.Drawing;
import org.classbarometer.look.Hue;
import org.classbarometer.text.Text;

/// The pictures of a model's report.
public final class ReportDrawings {
    private static final int CELL = 62;
    private static final int NAMES = 110;
    private static final int PLOT = 340;
    private static final int LEFT = 64;
    private static final int TOP = 24;
    private static final int BOTTOM = 56;

    /// From this opacity on, a text on an area needs the area's own colour for text.
    private static final double DARK = 0.55;

    private ReportDrawings() {}

    /// How often each label was read as which, in percent of the faces showing it.
    public static LabelledDrawing confusion(ConfusionMatrix matrix) {
        int labels = matrix.labels().size();
        LabelledDrawing drawing =
                new LabelledDrawing(NAMES + labels * CELL + 10, TOP + 30 + labels * CELL + 10);
        int top = TOP + 30;
        drawing.text(
                Hue.FAINT,
                Anchor.START,
                new Point(NAMES, TOP - 6),
                Text.of("evaluation.picture.read"));
        drawing.text(
                Hue.FAINT,
                Anchor.END,
                new Point(NAMES - 10, top - 8),
                Text.of("evaluation.picture.shown"));
        for (int i = 0; i < labels; i++) {
            String name = ReportNames.label(matrix.labels().get(i));
            Point above = new Point(NAMES + (i + 0.5) * CELL, top - 8);
            drawing.text(Hue.TEXT, Anchor.MIDDLE, above, shortened(name));
            Point beside = new Point(NAMES - 10, top + (i + 0.5) * CELL + 4);
            drawing.text(Hue.TEXT, Anchor.END, beside, name);
            for (int j = 0; j < labels && matrix.shown(i) > 0; j++) {
                double share = (double) matrix.count(i, j) / matrix.shown(i);
                Point corner = new Point(NAMES + j * CELL + 1, top + i * CELL + 1);
                drawing.box(Hue.GRID, corner, CELL - 2, CELL - 2, 0.25);
                drawing.box(Hue.ACCENT, corner, CELL - 2, CELL - 2, share);
                Point middle = new Point(corner.x() + CELL / 2.0 - 1, corner.y() + CELL / 2.0);
                Hue ink = share > DARK ? LabelledDrawing.ON_ACCENT : Hue.TEXT;
                drawing.text(ink, Anchor.MIDDLE, middle, Figure.percent(share));
                drawing.text(
                        share > DARK ? LabelledDrawing.ON_ACCENT : Hue.FAINT,
                        Anchor.MIDDLE,
                        new Point(middle.x(), middle.y() + 16),
                        Figure.count(matrix.count(i, j)));
            }
        }
        return drawing;
    }

    private static String shortened(String name) {
        return name.length() > 9 ? name.substring(0, 8) + "…" : name;
    }

    /// Accuracy of the readings of each range of confidence: on the diagonal when calibrated.
    static LabelledDrawing reliability(Calibration calibration) {
        LabelledDrawing drawing = plot("evaluation.picture.confidence", 0, 1, 0);
        int most = calibration.bins().stream().mapToInt(Calibration.Bin::count).max().orElse(1);
        for (Calibration.Bin bin : calibration.bins()) {
            if (bin.count() > 0) {
                double wide = PLOT * (bin.to() - bin.from()) - 2;
                Point corner = new Point(LEFT + PLOT * bin.from() + 1, y(bin.accuracy(), 0));
                // The more faces, the more solid: few faces say little.
                double opacity = 0.25 + 0.6 * bin.count() / most;
                drawing.box(Hue.ACCENT, corner, wide, TOP + PLOT - corner.y(), opacity);
            }
        }
        drawing.add(
                Drawing.Polyline.straight(LEFT, y(0, 0), LEFT + PLOT, y(1, 0), Hue.FAINT, 1, 5));
        for (Calibration.Bin bin : calibration.bins()) {
            if (bin.count() > 0) {
                drawing.add(mark(LEFT + PLOT * bin.meanConfidence(), y(bin.accuracy(), 0)));
            }
        }
        return drawing;
    }

    /// Accuracy on the certain faces against how many they are.
    ///
    /// @param live what the model's own threshold makes of it
    static LabelledDrawing coverage(Coverage coverage, Coverage.Point live) {
        List<Coverage.Point> curve = coverage.curve();
        double lowest = curve.stream().mapToDouble(Coverage.Point::accuracy).min().orElse(0);
        double floor = Math.clamp(Math.floor(10 * lowest - 0.5) / 10, 0, 0.9);
        LabelledDrawing drawing = plot("evaluation.picture.coverage", 0, 1, floor);
        if (!curve.isEmpty()) {
            drawing.add(
                    new Drawing.Polyline(
                            curve.stream()
                                    .mapToDouble(point -> LEFT + PLOT * point.coverage())
                                    .toArray(),
                            curve.stream()
                                    .mapToDouble(point -> y(point.accuracy(), floor))
                                    .toArray(),
                            Hue.ACCENT,
                            2,
                            0));
        }
        if (Double.isFinite(live.accuracy())) {
            Point mark = new Point(LEFT + PLOT * live.coverage(), y(live.accuracy(), floor));
            drawing.add(mark(mark.x(), mark.y()));
            boolean right = live.coverage() > 0.5;
            drawing.text(
                    Hue.TEXT,
                    right ? Anchor.END : Anchor.START,
                    new Point(mark.x() + (right ? -10 : 10), mark.y() + 20),
                    Text.of(
                            "evaluation.picture.live",
                            Figure.decimal(live.threshold(), 2),
                            Figure.percent(live.accuracy())));
        }
        return drawing;
    }

    /// Axes in percent, with accuracy upwards.
    private static LabelledDrawing plot(String horizontal, double from, double to, double floor) {
        LabelledDrawing drawing = new LabelledDrawing(LEFT + PLOT + 30, TOP + PLOT + BOTTOM);
        for (int tick = 0; tick <= 5; tick++) {
            double share = tick / 5.0;
            double y = TOP + PLOT * (1 - share);
            double x = LEFT + PLOT * share;
            drawing.add(Drawing.Polyline.straight(LEFT, y, LEFT + PLOT, y, Hue.GRID, 1, 0));
            String up = Figure.percent(floor + share * (1 - floor));
            drawing.text(Hue.FAINT, Anchor.END, new Point(LEFT - 8, y + 4), up);
            String along = Math.round(100 * (from + share * (to - from))) + " %";
            drawing.text(Hue.FAINT, Anchor.MIDDLE, new Point(x, TOP + PLOT + 20), along);
        }
        drawing.text(
                Hue.FAINT,
                Anchor.MIDDLE,
                new Point(LEFT + PLOT / 2.0, TOP + PLOT + 44),
                Text.of(horizontal));
        drawing.upright(new Point(12, TOP + PLOT / 2.0), Text.of("evaluation.picture.accuracy"));
        return drawing;
    }

    private static Drawing.Dot mark(double x, double y) {
        return new Drawing.Dot(x, y, 5, Hue.SECOND);
    }

    private static double y(double accuracy, double floor) {
        return TOP + PLOT * (1 - (accuracy - floor) / (1 - floor));
    }

    /// Where the model looks, a square for each label.
    static LabelledDrawing maps(List<ClassMap> maps) {
        int side = 10 * ClassMap.SIDE;
        int columns = Math.min(4, Math.max(1, maps.size()));
        int rows = (maps.size() + columns - 1) / columns;
        LabelledDrawing drawing = new LabelledDrawing(columns * (side + 24), rows * (side + 44));
        for (int i = 0; i < maps.size(); i++) {
            ClassMap map = maps.get(i);
            double left = (i % columns) * (side + 24.0) + 12;
            double top = Math.floorDiv(i, columns) * (side + 44.0) + 26;
            drawing.text(
                    Hue.TEXT,
                    Anchor.START,
                    new Point(left, top - 8),
                    ReportNames.label(map.label()) + " (" + map.faces() + ")");
            drawing.box(Hue.GRID, new Point(left, top), side, side, 0.25);
            for (int cell = 0; cell < map.heat().length; cell++) {
                Point corner =
                        new Point(
                                left + 10.0 * (cell % ClassMap.SIDE),
                                top + 10.0 * Math.floorDiv(cell, ClassMap.SIDE));
                drawing.box(Hue.ACCENT, corner, 10, 10, map.heat()[cell]);
            }
        }
        return drawing;
    }
}
