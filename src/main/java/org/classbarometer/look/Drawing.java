package org.classbarometer.look;

import java.util.List;

/// A picture made of shapes, drawn in their order, without words: words stand beside it, so that they
/// can be read, searched and spoken. Coordinates run from the upper left corner.
///
/// @param width of the field, in its own units
/// @param height of the field
public record Drawing(double width, double height, List<Shape> shapes) {
    /// Something to draw.
    public sealed interface Shape {}

    /// A filled polygon.
    ///
    /// @param xs one per corner, as `ys`
    /// @param opacity in [0, 1]
    public record Polygon(double[] xs, double[] ys, Fill fill, double opacity) implements Shape {
        public Polygon(double[] xs, double[] ys, Fill fill) {
            this(xs, ys, fill, 1);
        }

        public static Polygon box(double left, double top, double width, double height, Fill fill) {
            return new Polygon(
                    new double[] {left, left + width, left + width, left},
                    new double[] {top, top, top + height, top + height},
                    fill);
        }
    }

    /// A line from corner to corner.
    ///
    /// @param xs one per corner, as `ys`
    /// @param dash length of a dash and of a gap; 0 for an unbroken line
    public record Polyline(double[] xs, double[] ys, Hue colour, double thickness, double dash)
            implements Shape {
        public static Polyline straight(
                double fromX,
                double fromY,
                double toX,
                double toY,
                Hue colour,
                double thickness,
                double dash) {
            return new Polyline(
                    new double[] {fromX, toX}, new double[] {fromY, toY}, colour, thickness, dash);
        }
    }

    /// A disc with a thin rim in the colour of the ground.
    public record Dot(double x, double y, double radius, Hue colour) implements Shape {}

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// A small field of a fill, for legends.
    public static Drawing swatch(Fill fill) {
        return new Drawing(28, 20, List.of(Polygon.box(0, 0, 28, 20, fill)));
    }
}
