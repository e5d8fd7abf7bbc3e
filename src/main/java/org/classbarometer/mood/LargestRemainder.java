package org.classbarometer.mood;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Rounds shares to whole parts that still add up (the largest remainder method of apportionment).
final class LargestRemainder {
    private LargestRemainder() {}

    /// @param shares at least 0, summing to 1 (to 0: all parts are 0)
    /// @param whole what the parts shall sum to
    static int[] of(double[] shares, int whole) {
        int[] parts = Arrays.stream(shares).mapToInt(share -> (int) (share * whole)).toArray();
        double sum = Arrays.stream(shares).sum();
        int missing = (int) Math.round(sum * whole) - Arrays.stream(parts).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> parts[i] - shares[i] * whole))
                .limit(Math.max(0, missing))
                .forEach(i -> parts[i]++);
        return parts;
    }
}
