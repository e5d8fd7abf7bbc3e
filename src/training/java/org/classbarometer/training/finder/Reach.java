package org.classbarometer.training.finder;

import org.classbarometer.training.net.PyramidNetwork;

/// Which faces a level answers for: sizes overlap, so that a face at the border is learnt by both.
///
/// @param stride in pixels
/// @param smallest size in pixels (side of a square of the same surface)
/// @param largest size in pixels
record Reach(int stride, double smallest, double largest) {
    // For strides 8, 16 and 32: to 44, 28 to 104, 72 and more.
    private static final double FROM = 2.25;
    private static final double FIRST_TO = 5.5;
    private static final double TO = 6.5;
    private static final double SECOND_FROM = 1.75;

    static Reach of(PyramidNetwork pyramid, int level) {
        int stride = pyramid.levels().get(level).stride();
        boolean last = level == pyramid.levels().size() - 1;
        double from = level == 0 ? 0 : level == 1 ? SECOND_FROM : FROM;
        double to = last ? Double.MAX_VALUE / stride : level == 0 ? FIRST_TO : TO;
        return new Reach(stride, from * stride, to * stride);
    }

    boolean answersFor(Area face) {
        double size = face.size();
        return size >= smallest && size <= largest;
    }

    /// A usual size in strides, to begin with.
    double usual() {
        return smallest == 0 ? 2.5 : 1.6 * smallest / stride;
    }

    /// How far from a face's middle cells still answer for it, in pixels.
    double radius(Area face) {
        double size = face.size();
        return Math.max(0.22 * size, Math.min(1.2 * stride, 0.6 * size));
    }
}
