package org.classbarometer.report.sheet;

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
record Hatch(List<double[]> lines, double thickness, double dash, double gap, boolean round) {
    private static final double STEP = 8;

    static Hatch over(Fill.Pattern pattern, double left, double top, double right, double bottom) {
        double x = Math.floor(left / STEP) * STEP;
        double y = Math.floor(top / STEP) * STEP;
        List<double[]> lines = new ArrayList<>();
        return switch (pattern) {
            case PLAIN -> unbroken(lines, 0);
            case DOTS -> {
                level(lines, x + STEP / 2, y + STEP / 2, right, bottom, STEP);
                yield new Hatch(lines, 2.4, 0.01, STEP - 0.01, true);
            }
            case SQUARES -> {
                level(lines, x + STEP / 4, y + STEP / 2, right, bottom, STEP);
                yield new Hatch(lines, 3, 3, STEP - 3, false);
            }
            case HORIZONTAL -> {
                level(lines, x, y + STEP / 2, right, bottom, STEP);
                yield unbroken(lines, 1.1);
            }
            case VERTICAL -> {
                for (double at = x + STEP / 2; at < right; at += STEP) {
                    lines.add(new double[] {at, top, at, bottom});
                }
                yield unbroken(lines, 1.1);
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
            case WIDE -> {
                slanted(lines, left, top, right, bottom, 2 * STEP, false);
                yield unbroken(lines, 3.5);
            }
        };
    }

    private static Hatch unbroken(List<double[]> lines, double thickness) {
        return new Hatch(lines, thickness, 0, 0, false);
    }

    private static void level(
            List<double[]> lines, double x, double y, double right, double bottom, double step) {
        for (double at = y; at < bottom; at += step) {
            lines.add(new double[] {x, at, right, at});
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
