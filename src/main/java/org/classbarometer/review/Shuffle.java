package org.classbarometer.review;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.mood.SpanMood;

/// The exact permutation test of two groups of blocks (Fisher 1935; Good, Permutation, Parametric and
/// Bootstrap Tests of Hypotheses, 2005, chapter 3): how often a difference as large as the one seen
/// comes about when the blocks are dealt to the two groups in every possible way. Neighbouring
/// buckets show the same faces and resemble each other, so that not buckets but blocks of them are
/// dealt (Künsch 1989).
final class Shuffle {
    /// Most blocks a group may have: two of them can be dealt in 12,870 ways.
    static final int MOST = 8;

    private Shuffle() {}

    /// A block of buckets.
    ///
    /// @param shares per label, summing to 1
    /// @param weight how much it counts in its group's mean; positive
    record Block(double[] shares, double weight) {}

    /// @return share of all ways to deal in which the total variation distance of the groups' means is
    ///     at least the one seen, in (0, 1]; 1 when a group is empty
    static double chance(List<Block> before, List<Block> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return 1;
        }
        List<Block> all = new ArrayList<>(before);
        all.addAll(after);
        int first = before.size();
        // The blocks as they are: the lowest bits.
        double seen = distance(all, (1 << first) - 1) - 1e-9;
        int ways = 0;
        int asLarge = 0;
        for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
            if (Integer.bitCount(chosen) == first) {
                ways++;
                if (distance(all, chosen) >= seen) {
                    asLarge++;
                }
            }
        }
        return (double) asLarge / ways;
    }

    private static double distance(List<Block> all, int chosen) {
        int labels = all.getFirst().shares().length;
        double[] one = new double[labels];
        double[] other = new double[labels];
        double weightOne = 0;
        double weightOther = 0;
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            boolean isOne = (chosen >> i & 1) == 1;
            double[] sum = isOne ? one : other;
            for (int label = 0; label < labels; label++) {
                sum[label] += block.weight() * block.shares()[label];
            }
            if (isOne) {
                weightOne += block.weight();
            } else {
                weightOther += block.weight();
            }
        }
        for (int label = 0; label < labels; label++) {
            one[label] /= weightOne;
            other[label] /= weightOther;
        }
        return SpanMood.distance(one, other);
    }
}
