package org.classbarometer.evaluate.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What calling the least confident faces uncertain buys: accuracy on the rest against how many that
/// is (the risk-coverage curve of El-Yaniv and Wiener 2010, with accuracy for risk). Immutable.
public final class Coverage {
    /// Faces with at least this confidence.
    ///
    /// @param threshold `uncertain_below`: faces with less confidence are uncertain
    /// @param coverage share of all faces that is certain, in [0, 1]
    /// @param accuracy share of the certain that is right, in [0, 1]; NaN when none is certain
    public record Point(double threshold, double coverage, double accuracy) {}

    // Descending by confidence, and how many of the first i + 1 are right.
    private final double[] confidences;
    private final int[] hits;

    private Coverage(double[] confidences, int[] hits) {
        this.confidences = confidences;
        this.hits = hits;
    }

    /// @param confidences of the readings; negative for one that is uncertain at any threshold
    /// @param right whether each reading is
    public static Coverage of(double[] confidences, boolean[] right) {
        if (confidences.length != right.length) {
            throw new IllegalArgumentException(
                    confidences.length + " confidences, " + right.length + " truths");
        }
        Integer[] order = new Integer[right.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> confidences[i]).reversed());
        double[] sorted = new double[order.length];
        int[] hits = new int[order.length];
        int sum = 0;
        for (int i = 0; i < order.length; i++) {
            sorted[i] = confidences[order[i]];
            sum += right[order[i]] ? 1 : 0;
            hits[i] = sum;
        }
        return new Coverage(sorted, hits);
    }

    /// @param threshold at least 0
    public Point at(double threshold) {
        int certain = 0;
        int beyond = confidences.length;
        while (certain < beyond) {
            int middle = (certain + beyond) >>> 1;
            if (confidences[middle] >= threshold) {
                certain = middle + 1;
            } else {
                beyond = middle;
            }
        }
        return new Point(
                threshold,
                (double) certain / confidences.length,
                certain == 0 ? Double.NaN : (double) hits[certain - 1] / certain);
    }

    /// The highest threshold that keeps at least a share of the faces.
    ///
    /// @param coverage share that shall stay certain, above 0 and at most 1; where fewer are certain
    ///     at any threshold, all that are
    public Point keeping(double coverage) {
        int certain = (int) Math.ceil(coverage * confidences.length - 1e-9);
        double threshold =
                confidences.length == 0 ? 0 : confidences[Math.clamp(certain, 1, hits.length) - 1];
        return at(Math.max(0, threshold));
    }

    /// The curve, from all faces down to one in ten, a point for each hundredth.
    public List<Point> curve() {
        List<Point> points = new ArrayList<>();
        for (int percent = 100; percent >= 10; percent--) {
            Point point = keeping(percent / 100.0);
            if (points.isEmpty() || points.getLast().coverage() > point.coverage()) {
                points.add(point);
            }
        }
        return List.copyOf(points);
    }
}
