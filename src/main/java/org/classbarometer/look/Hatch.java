package org.classbarometer.look;

import java.util.ArrayList;
import java.util.List;

/// The strokes of a pattern over a box. Dots and squares are broken lines, so that a page of them
/// stays small. They lie on one grid for the whole drawing: a pattern goes on from area to area.
///
/// @param lines each `fromX, fromY, toX, toY`
/// @param thickness of every line
/// @param dash length of a dash, 0 for unbroken lines
/// @param gap length between dashes
/// @param round whether a dash has round ends
public record Hatch(
        List<double[]> lines, double thickness, double dash, double gap, boolean round) {
    private static final double STEP = 8;

    /// @param left edge of the box, as the others
    public static Hatch over(
            Pattern pattern, double left, double top, double right, double bottom) {
        double x = Math.floor(left / STEP) * STEP;
        double y = Math.floor(top / STEP) * STEP;
        List<double[]> lines = new ArrayList<>();
        return switch (pattern) {
            case PLAIN -> unbroken(lines, 0);
            case DOTS -> {
                level(lines, x + STEP / 2, y + STEP / 2, right, bottom);
                yield new Hatch(lines, 2.4, 0.01, STEP - 0.01, true);
            }
            case SQUARES -> {
                level(lines, x + STEP / 4, y + STEP / 2, right, bottom);
                yield new Hatch(lines, 3, 3, STEP - 3, false);
            }
            case HORIZONTAL -> {
                level(lines, x, y + STEP / 2 - 0.5, right, bottom);
                yield unbroken(lines, 1);
            }
            case VERTICAL -> {
                upright(lines, x + STEP / 2 - 0.5, top, right, bottom);
                yield unbroken(lines, 1);
            }
            case RISING -> {
                slanted(lines, left, top, right, bottom, STEP, true);
                yield unbroken(lines, 1);
            }
            case FALLING -> {
                slanted(lines, left, top, right, bottom, STEP, false);
                yield unbroken(lines, 1);
            }
            case CROSSED -> {
                slanted(lines, left, top, right, bottom, STEP, true);
                slanted(lines, left, top, right, bottom, STEP, false);
                yield unbroken(lines, 0.9);
            }
            case PLUSES -> {
                level(lines, x + 1, y + STEP / 2 - 0.5, right, bottom);
                upright(lines, x + STEP / 2 - 0.5, y + 1, right, bottom);
                yield new Hatch(lines, 1, 5, STEP - 5, false);
            }
            case WIDE -> {
                slanted(lines, left, top, right, bottom, 2 * STEP, false);
                yield unbroken(lines, 3.5);
            }
        };
    }

    /// Whether a point lies on a stroke: for pens that fill with tiles of points.
    public boolean covers(double x, double y) {
        return lines.stream().anyMatch(line -> covers(line, x, y));
    }

    private boolean covers(double[] line, double x, double y) {
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        double length = Math.hypot(dx, dy);
        double along = ((x - line[0]) * dx + (y - line[1]) * dy) / length;
        double aside = Math.abs((x - line[0]) * dy - (y - line[1]) * dx) / length;
        if (along < -thickness || along > length + thickness || aside > thickness / 2) {
            return false;
        }
        double inDash = dash > 0 ? (along % (dash + gap) + dash + gap) % (dash + gap) : 0;
        double beyond = Math.max(0, Math.min(inDash - dash, dash + gap - inDash));
        return round ? Math.hypot(beyond, aside) <= thickness / 2 : dash == 0 || beyond == 0;
    }

    private static Hatch unbroken(List<double[]> lines, double thickness) {
        return new Hatch(lines, thickness, 0, 0, false);
    }

    private static void level(
            List<double[]> lines, double x, double y, double right, double bottom) {
        for (double at = y; at < bottom; at += STEP) {
            lines.add(new double[] {x, at, right, at});
        }
    }

    private static void upright(
            List<double[]> lines, double x, double top, double right, double bottom) {
        for (double at = x; at < right; at += STEP) {
            lines.add(new double[] {at, top, at, bottom});
        }
    }

    // 45 degrees: lines of x + y (rising) or x - y (falling) constant.
    private static void slanted(
            List<double[]> lines,
            double left,
            double top,
            double right,
            double bottom,
            double step,
            boolean rising) {
        double low = rising ? left + top : left - bottom;
        double high = rising ? right + bottom : right - top;
        for (double sum = Math.ceil(low / step) * step; sum <= high; sum += step) {
            lines.add(
                    rising
                            ? new double[] {sum - bottom, bottom, sum - top, top}
                            : new double[] {sum + top, top, sum + bottom, bottom});
        }
    }
}
