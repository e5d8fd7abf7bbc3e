package org.classbarometer.training.finder;

/// An upright box, in pixels of whatever picture it is in.
///
/// @param width more than 0
/// @param height more than 0
public record Area(double left, double top, double width, double height) {
    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    public double middleX() {
        return left + width / 2;
    }

    public double middleY() {
        return top + height / 2;
    }

    public double surface() {
        return width * height;
    }

    /// Side of a square of the same surface.
    public double size() {
        return Math.sqrt(surface());
    }

    public boolean holds(double x, double y) {
        return x >= left && x < right() && y >= top && y < bottom();
    }

    public Area scaled(double factor) {
        return new Area(left * factor, top * factor, width * factor, height * factor);
    }

    public Area moved(double right, double down) {
        return new Area(left + right, top + down, width, height);
    }

    /// Surface of what both share; 0 when that is nothing.
    public double shared(Area other) {
        double across = Math.min(right(), other.right()) - Math.max(left, other.left);
        double down = Math.min(bottom(), other.bottom()) - Math.max(top, other.top);
        return across <= 0 || down <= 0 ? 0 : across * down;
    }

    /// Intersection over union, in [0, 1].
    public double overlap(Area other) {
        double shared = shared(other);
        return shared / (surface() + other.surface() - shared);
    }
}
