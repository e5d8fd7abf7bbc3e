package org.classbarometer.training.quantise;

/// The values that eight unsigned bits stand for: `scale * (byte - zero)`.
///
/// @param scale above 0
/// @param zero the byte of 0, 0..255, so that padding stays exact
record Span(float scale, int zero) {
    private static final int STEPS = 255;

    /// Bytes over the range from `low` to `high`, which is widened to hold 0.
    static Span of(double low, double high) {
        double from = Math.min(0, low);
        double to = Math.max(0, high);
        double scale = Math.max((to - from) / STEPS, 1e-8);
        return new Span((float) scale, Math.clamp(Math.round(-from / scale), 0, STEPS));
    }
}
