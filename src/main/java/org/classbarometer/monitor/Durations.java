package org.classbarometer.monitor;

/// How long something took, over any number of times, in constant memory: a histogram whose classes
/// are 1/64 of their value wide at most, so that a quantile is right to 1.6 %. Not thread-safe.
public final class Durations {
    /// Values below are counted exactly; each doubling above is cut into half as many classes.
    private static final int EXACT = 128;

    private static final int CLASSES_PER_DOUBLING = EXACT / 2;
    private static final int EXACT_BITS = 7;

    private final long[] counts =
            new long[EXACT + (Long.SIZE - 1 - EXACT_BITS) * CLASSES_PER_DOUBLING];
    private long total;

    /// @param nanos a duration; a negative one, as clocks may give, counts as none
    public void add(long nanos) {
        counts[classOf(Math.max(0, nanos))]++;
        total++;
    }

    public long count() {
        return total;
    }

    /// The duration that a share of all durations does not exceed.
    ///
    /// @param share in [0, 1]; 0.5 asks for the median
    /// @return nanoseconds, the upper bound of the class; 0 when nothing was added
    public long quantile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return upperBound(i);
            }
        }
        return 0;
    }

    private static int classOf(long value) {
        if (value < EXACT) {
            return (int) value;
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - EXACT_BITS;
        int within = (int) (value >>> (doubling + 1)) - CLASSES_PER_DOUBLING;
        return EXACT + doubling * CLASSES_PER_DOUBLING + within;
    }

    private static long upperBound(int index) {
        if (index < EXACT) {
            return index;
        }
        int doubling = (index - EXACT) / CLASSES_PER_DOUBLING;
        int within = (index - EXACT) % CLASSES_PER_DOUBLING + CLASSES_PER_DOUBLING;
        return ((within + 1L) << (doubling + 1)) - 1;
    }
}
