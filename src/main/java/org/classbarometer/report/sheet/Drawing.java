package org.classbarometer.report.sheet;

import java.util.List;

/// A picture made of areas and lines, without words: words are text beside it, so that they can be
/// read, searched and spoken. Coordinates run from the upper left corner.
///
/// @param width of the field, in its own units
/// @param height of the field
record Drawing(double width, double height, List<Area> areas, List<Line> lines) {
    /// A filled polygon.
    ///
    /// @param xs one per corner, as `ys`
    record Area(double[] xs, double[] ys, Fill fill) {
        static Area box(double left, double top, double width, double height, Fill fill) {
            return new Area(
                    new double[] {left, left + width, left + width, left},
                    new double[] {top, top, top + height, top + height},
                    fill);
        }
    }

    /// A straight line.
    ///
    /// @param colour `#rrggbb`
    /// @param dash length of a dash and of a gap; 0 for an unbroken line
    record Line(
            double fromX,
            double fromY,
            double toX,
            double toY,
            String colour,
            double thickness,
            double dash) {}

    Drawing {
        areas = List.copyOf(areas);
        lines = List.copyOf(lines);
    }

    /// A small field of a fill, for legends.
    static Drawing swatch(Fill fill) {
        return new Drawing(28, 20, List.of(Area.box(0, 0, 28, 20, fill)), List.of());
    }
}
