package org.classbarometer.training.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;

/// Spearman's rank correlation (1904): whether two maps put the same places first, whatever their
/// scales. Used to compare class activation maps.
public final class RankCorrelation {
    private RankCorrelation() {}

    /// @param one values, finite
    /// @param other as many values, finite
    /// @return in [-1, 1], 1 for the same order; equal values share their ranks. Empty when one side
    ///     has no order at all: fewer than two values, or all alike
    public static OptionalDouble of(float[] one, float[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " values against " + other.length);
        }
        double[] a = ranks(one);
        double[] b = ranks(other);
        double mean = (one.length + 1) / 2.0;
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - mean) * (b[i] - mean);
            squaresA += (a[i] - mean) * (a[i] - mean);
            squaresB += (b[i] - mean) * (b[i] - mean);
        }
        return squaresA == 0 || squaresB == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(product / Math.sqrt(squaresA * squaresB));
    }

    /// From 1; equal values get the mean of their ranks.
    private static double[] ranks(float[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to + 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
