package org.classbarometer.evaluate.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Confidence intervals by drawing again and again from the sample itself: the percentile interval of
/// Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13. Faces of one person are
/// drawn together (a cluster), since ten pictures of one person are not ten people.
///
/// The same seed gives the same interval. Thread-safe.
///
/// @param seed of the draws
/// @param resamples how many samples are drawn; Efron and Tibshirani want 1,000 and more
/// @param level share of the resamples inside the interval, in (0, 1)
public record Bootstrap(long seed, int resamples, double level) {
    /// 2,000 resamples, 95 %.
    public Bootstrap(long seed) {
        this(seed, 2000, 0.95);
    }

    public Bootstrap {
        if (resamples < 2 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(resamples + " resamples at " + level);
        }
    }

    /// Items that are each drawn alone.
    public static int[] alone(int items) {
        return IntStream.range(0, items).toArray();
    }

    /// The interval of a figure.
    ///
    /// @param clusters for each item the number of the cluster it is drawn with, from 0 without gaps
    /// @param figure of some items, given by their indices (which may come up several times)
    public Interval interval(int[] clusters, ToDoubleFunction<int[]> figure) {
        int[][] members = members(clusters);
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[resamples];
        Arrays.setAll(drawn, _ -> figure.applyAsDouble(draw(members, random)));
        return interval(figure.applyAsDouble(alone(clusters.length)), drawn);
    }

    private static int[][] members(int[] clusters) {
        int count = Arrays.stream(clusters).max().orElse(-1) + 1;
        int[] sizes = new int[count];
        for (int cluster : clusters) {
            sizes[cluster]++;
        }
        int[][] members = new int[count][];
        Arrays.setAll(members, cluster -> new int[sizes[cluster]]);
        for (int item = clusters.length - 1; item >= 0; item--) {
            members[clusters[item]][--sizes[clusters[item]]] = item;
        }
        return members;
    }

    private static int[] draw(int[][] members, SplittableRandom random) {
        int[][] drawn = new int[members.length][];
        int length = 0;
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = members[random.nextInt(members.length)];
            length += drawn[i].length;
        }
        int[] items = new int[length];
        int at = 0;
        for (int[] cluster : drawn) {
            System.arraycopy(cluster, 0, items, at, cluster.length);
            at += cluster.length;
        }
        return items;
    }

    private Interval interval(double value, double[] drawn) {
        double[] sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        double tail = (1 - level) / 2;
        return new Interval(value, quantile(sorted, tail), quantile(sorted, 1 - tail));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
