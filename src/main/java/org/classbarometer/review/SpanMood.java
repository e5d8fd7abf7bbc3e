package org.classbarometer.review;

import org.classbarometer.expression.LabelSet;

/// The mood of the room over several buckets, and what it rests on.
///
/// @param shares per label, the share of the certainly read faces that showed it; they sum to 1, or
///     are all 0 when nothing is known
/// @param uncertain share of the faces seen whose reading was uncertain, in [0, 1]
/// @param faces mean number of faces seen a frame, over the known buckets
/// @param known number of buckets the above is taken from
/// @param suppressed number of buckets withheld because they would speak of fewer than k faces
/// @param missing number of steps without a bucket: no frame was analysed
public record SpanMood(
        LabelSet labels,
        double[] shares,
        double uncertain,
        double faces,
        int known,
        int suppressed,
        int missing) {
    /// Whether anything is known of the span: at least one bucket with a certain reading.
    public boolean isKnown() {
        return read() > 0;
    }

    /// Mean number of certainly read faces a frame, over the known buckets.
    public double read() {
        return faces * (1 - uncertain);
    }

    /// Share of the steps that are known, in [0, 1].
    public double coverage() {
        return (double) known / Math.max(1, known + suppressed + missing);
    }

    /// Index of the label that most of the certainly read faces showed; the first of equals.
    public int strongest() {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            if (shares[i] > shares[best]) {
                best = i;
            }
        }
        return best;
    }

    /// Total variation distance of two moods in one label set: half the sum of the differences of the
    /// shares (Levin, Peres, Wilmer: Markov Chains and Mixing Times, proposition 4.2). Read as: the
    /// share of the faces that would have to show another expression to turn one into the other.
    ///
    /// @return in [0, 1]; 0 when either is unknown
    public double distance(SpanMood other) {
        if (!labels.equals(other.labels)) {
            throw new IllegalArgumentException(
                    "Labels " + labels.name() + " and " + other.labels.name() + " do not compare");
        }
        return isKnown() && other.isKnown() ? distance(shares, other.shares) : 0;
    }

    static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return Math.min(1, sum / 2);
    }
}
