package org.classbarometer.evaluate.metrics;

import java.util.ArrayList;
import java.util.List;

/// Whether a confidence of 80 % is right in 80 % of the cases: the reliability diagram and the
/// expected calibration error of Guo et al. 2017, "On Calibration of Modern Neural Networks",
/// section 2, with their 15 bins of equal width.
///
/// @param bins from confidence 0 to 1
/// @param error expected calibration error: the mean over all faces of the difference between mean
///     confidence and accuracy of their bin, in [0, 1]; NaN when there is no face
public record Calibration(List<Bin> bins, double error) {
    /// As in Guo et al. 2017.
    public static final int BINS = 15;

    /// Readings of one range of confidence, its lower end not included.
    ///
    /// @param from confidence
    /// @param to confidence
    /// @param count readings; without any, the two means are 0
    /// @param meanConfidence of them
    /// @param accuracy share of them that is right
    public record Bin(double from, double to, int count, double meanConfidence, double accuracy) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// @param confidences of the readings, each in [0, 1]
    /// @param right whether each reading is
    public static Calibration of(double[] confidences, boolean[] right) {
        return of(confidences, right, BINS);
    }

    /// As [#of(double\[\], boolean\[\])] with another number of bins.
    public static Calibration of(double[] confidences, boolean[] right, int bins) {
        if (confidences.length != right.length || bins < 1) {
            throw new IllegalArgumentException(
                    confidences.length + " confidences, " + right.length + " truths");
        }
        int[] counts = new int[bins];
        int[] hits = new int[bins];
        double[] sums = new double[bins];
        for (int i = 0; i < right.length; i++) {
            int bin = Math.clamp((int) Math.ceil(confidences[i] * bins) - 1, 0, bins - 1);
            counts[bin]++;
            hits[bin] += right[i] ? 1 : 0;
            sums[bin] += confidences[i];
        }
        List<Bin> result = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < bins; i++) {
            int count = counts[i];
            double mean = count == 0 ? 0 : sums[i] / count;
            double accuracy = count == 0 ? 0 : (double) hits[i] / count;
            result.add(new Bin((double) i / bins, (i + 1.0) / bins, count, mean, accuracy));
            error += count * Math.abs(mean - accuracy);
        }
        return new Calibration(result, error / right.length);
    }
}
