package org.classbarometer.mood;

/// The mood of the room over one bucket, as it may be stored and shown: aggregates only, rounded so
/// that the difference of neighbouring buckets does not tell a single person's expression.
///
/// Shares and probabilities are rounded to whole percents here, so that nothing finer can be stored by
/// whoever stores this.
///
/// @param faces mean number of faces seen a frame, rounded to a whole number
/// @param uncertain mean number of faces a frame whose reading was uncertain, rounded to a whole number
/// @param shares per label, the share of the certainly read faces that showed it; in [0, 1]
/// @param probabilities per label, mean calibrated probability over all readings, uncertain ones
///     included; in [0, 1]
public record BucketMood(int faces, int uncertain, double[] shares, double[] probabilities) {
    public BucketMood {
        shares = percents(shares);
        probabilities = percents(probabilities);
    }

    private static double[] percents(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] <= 1)) {
                throw new IllegalArgumentException("Not in [0, 1]: " + values[i]);
            }
            rounded[i] = Math.round(values[i] * 100) / 100.0;
        }
        return rounded;
    }

    /// Number of certainly read faces, by which the shares weigh where buckets are added up; at least
    /// 0.
    public int read() {
        return Math.max(0, faces - uncertain);
    }
}
