package org.classbarometer.training.net;

/// Zeros put around a picture before a convolution, in cells.
public record Padding(int top, int left, int bottom, int right) {
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    /// Keeps the size with stride 1. An even kernel gets the odd cell at the bottom and right, as
    /// TensorFlow's "same" does, in which the papers with even kernels were written.
    public static Padding same(int kernel) {
        int before = (kernel - 1) / 2;
        int after = kernel - 1 - before;
        return new Padding(before, before, after, after);
    }

    public boolean symmetric() {
        return top == bottom && left == right;
    }
}
