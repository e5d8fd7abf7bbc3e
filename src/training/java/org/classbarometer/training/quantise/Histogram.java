package org.classbarometer.training.quantise;

/// Which values a tensor takes over the calibration faces.
final class Histogram {
    private static final int BINS = 4096;

    /// Share of the values that one end of the range lets go, where they are rare and far out.
    private static final double TAIL = 1e-4;

    private final double low;
    private final double high;
    private final long[] bins = new long[BINS];
    private long count;

    /// @param low least value that will be added
    /// @param high largest
    Histogram(double low, double high) {
        this.low = low;
        this.high = high;
    }

    void add(float value) {
        double place = (value - low) / Math.max(high - low, 1e-12) * BINS;
        bins[(int) Math.clamp(place, 0, BINS - 1)]++;
        count++;
    }

    /// The mean of the whole range and of the range without its tails: the first wastes steps on a
    /// few values, the second cuts them off.
    Span span() {
        return Span.of((low + quantile(TAIL)) / 2, (high + quantile(1 - TAIL)) / 2);
    }

    private double quantile(double share) {
        long wanted = (long) Math.ceil(share * count);
        long seen = 0;
        for (int bin = 0; bin < BINS; bin++) {
            seen += bins[bin];
            if (seen >= wanted) {
                return low + (bin + (share < 0.5 ? 0 : 1)) * (high - low) / BINS;
            }
        }
        return high;
    }
}
