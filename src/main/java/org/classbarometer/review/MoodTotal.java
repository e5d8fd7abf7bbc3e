package org.classbarometer.review;

import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.BucketMood;

/// Adds buckets up to the mood of a span. Every certainly read face weighs the same, so a bucket with
/// many weighs more. Not thread-safe.
final class MoodTotal {
    private final LabelSet labels;
    private final double[] sums;
    private double read;
    private double uncertain;
    private double faces;
    private int known;
    private int suppressed;
    private int missing;

    MoodTotal(LabelSet labels) {
        this.labels = labels;
        this.sums = new double[labels.size()];
    }

    void add(BucketMood mood) {
        double certain = Math.max(0, mood.faces() - mood.uncertain());
        for (int i = 0; i < sums.length; i++) {
            sums[i] += certain * mood.shares()[i];
        }
        read += certain;
        uncertain += Math.min(mood.uncertain(), mood.faces());
        faces += mood.faces();
        known++;
    }

    void addSuppressed() {
        suppressed++;
    }

    void addMissing() {
        missing++;
    }

    /// Weight of what was added: certainly read faces, summed over buckets.
    double weight() {
        return read;
    }

    SpanMood mood() {
        double[] shares = new double[sums.length];
        double all = 0;
        for (double sum : sums) {
            all += sum;
        }
        for (int i = 0; i < shares.length; i++) {
            // Stored shares are rounded and need not sum to 1.
            shares[i] = all > 0 ? sums[i] / all : 0;
        }
        return new SpanMood(
                labels,
                shares,
                faces > 0 ? uncertain / faces : 0,
                known > 0 ? faces / known : 0,
                known,
                suppressed,
                missing);
    }
}
