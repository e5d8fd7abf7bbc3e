package org.classbarometer.face;

/// A rectangle in frame pixels, origin at the top left; it may reach over the frame's edge.
///
/// @param width at least 1
/// @param height at least 1
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("empty box " + width + "x" + height);
        }
    }

    public double centreX() {
        return x + width / 2.0;
    }

    public double centreY() {
        return y + height / 2.0;
    }

    public long area() {
        return (long) width * height;
    }

    /// Pixels shared with another box; 0 when they do not touch.
    public long intersection(Box other) {
        long w = Math.min(x + width, other.x + other.width) - (long) Math.max(x, other.x);
        long h = Math.min(y + height, other.y + other.height) - (long) Math.max(y, other.y);
        return w <= 0 || h <= 0 ? 0 : w * h;
    }

    /// Intersection over union, in [0, 1].
    public double overlap(Box other) {
        long shared = intersection(other);
        return (double) shared / (area() + other.area() - shared);
    }
}
