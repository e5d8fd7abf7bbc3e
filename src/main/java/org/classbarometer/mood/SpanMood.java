package org.classbarometer.mood;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.classbarometer.expression.LabelSet;

/// The mood of the room over several frames or buckets, called steps here, and what it rests on.
///
/// Every number that is published about a span is one of these. A share is always of the certainly
/// read faces; only the live room's stacked chart, in which the uncertain have a band of their own, divides all
/// of them: see [#stack()].
///
/// @param shares per label, the share of the certainly read faces that showed it; they sum to 1,
///     to less where buckets do not publish about every label, and to 0 when nothing is known
/// @param probabilities per label, mean calibrated probability over all readings, uncertain ones
///     included, in [0, 1]; of frames only, buckets do not publish them and add nothing
/// @param faces mean number of faces seen a frame, over the known steps
/// @param readings mean number of faces a frame that had a reading, uncertain ones included
/// @param read mean number of certainly read faces a frame; at most `readings`
/// @param known number of steps the above is taken from
/// @param suppressed number of buckets withheld because they would speak of fewer than k faces
/// @param missing number of steps without a bucket: no frame was analysed
public record SpanMood(
        LabelSet labels,
        double[] shares,
        double[] probabilities,
        double faces,
        double readings,
        double read,
        int known,
        int suppressed,
        int missing) {
    /// Whether anything is known of the span: at least one certain reading.
    public boolean isKnown() {
        return read > 0;
    }

    /// Share of the readings that were uncertain, in [0, 1]; 0 when there is no reading.
    public double uncertain() {
        return readings > 0 ? (readings - read) / readings : 0;
    }

    /// Share of the certainly read faces of which it is not published what they showed, in [0, 1].
    public double unpublished() {
        return isKnown() ? Math.max(0, 1 - Arrays.stream(shares).sum()) : 0;
    }

    /// Share of the steps that are known, in [0, 1].
    public double coverage() {
        return (double) known / Math.max(1, known + suppressed + missing);
    }

    /// Shares of the certainly read for a stacked chart beside tables of the same basis: per label, then
    /// those of which it is not published what they showed. They sum to 1, and to 0 when nothing is known.
    public double[] bands() {
        double[] bands = Arrays.copyOf(shares, shares.length + 1);
        bands[shares.length] = unpublished();
        return bands;
    }

    /// Shares of all readings for a stacked chart: per label those certainly read, then the
    /// uncertain. They sum to 1, to less where not every label is published, and to 0 when there is
    /// no reading.
    public double[] stack() {
        double[] stack = new double[shares.length + 1];
        for (int i = 0; i < shares.length; i++) {
            stack[i] = shares[i] * (1 - uncertain());
        }
        stack[shares.length] = uncertain();
        return stack;
    }

    /// Certain readings per label, summed over the steps, in whole numbers.
    public int[] counts() {
        return LargestRemainder.of(shares, (int) sum(read));
    }

    /// What a mean number a frame, such as [#faces()], sums up to over the steps.
    public long sum(double mean) {
        return Math.round(mean * known);
    }

    /// Total variation distance of two moods in one label set: half the sum of the differences of
    /// the shares (Levin, Peres, Wilmer: Markov Chains and Mixing Times, proposition 4.2). Read as:
    /// the share of the faces that would have to show another expression to turn one into the
    /// other.
    ///
    /// @return in [0, 1]; 0 when either is unknown
    public double distance(SpanMood other) {
        if (!labels.equals(other.labels)) {
            throw new IllegalArgumentException(
                    "Labels " + labels.name() + " and " + other.labels.name() + " do not compare");
        }
        return isKnown() && other.isKnown() ? distance(shares, other.shares) : 0;
    }

    /// The indices of shares, from the largest share to the smallest.
    public static List<Integer> largestFirst(double[] shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -shares[i]))
                .toList();
    }

    /// The same of bare shares; what they lack to 1 is compared as a whole.
    public static double distance(double[] one, double[] other) {
        double sum = Math.abs(Arrays.stream(one).sum() - Arrays.stream(other).sum());
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return Math.min(1, sum / 2);
    }
}
