package org.classbarometer.report.figure;

import java.util.List;
import org.classbarometer.session.BucketMood;
import org.classbarometer.session.Timeline;

/// A session in a few numbers: plain means over its unsuppressed buckets. Suppressed buckets enter
/// nothing but their count, so that no difference of a total and its rows gives one away.
///
/// @param buckets all of them
/// @param suppressed how many of them say nothing
/// @param faces mean number of faces; NaN when every bucket is suppressed, like all that follow
/// @param uncertain mean number of uncertainly read faces
/// @param shares per label, mean share of the certainly read faces; in [0, 1]
/// @param probabilities per label, mean calibrated probability; in [0, 1]
public record Figures(
        int buckets,
        int suppressed,
        double faces,
        double uncertain,
        double[] shares,
        double[] probabilities) {
    public static Figures of(Timeline timeline) {
        int labels = timeline.session().plan().labels().size();
        List<BucketMood> told =
                timeline.buckets().stream().flatMap(bucket -> bucket.mood().stream()).toList();
        double faces = 0;
        double uncertain = 0;
        double[] shares = new double[labels];
        double[] probabilities = new double[labels];
        for (BucketMood mood : told) {
            faces += mood.faces();
            uncertain += mood.uncertain();
            for (int i = 0; i < labels; i++) {
                shares[i] += mood.shares()[i];
                probabilities[i] += mood.probabilities()[i];
            }
        }
        // 0 / 0 is NaN: a mean over nothing is no number.
        for (int i = 0; i < labels; i++) {
            shares[i] /= told.size();
            probabilities[i] /= told.size();
        }
        int buckets = timeline.buckets().size();
        return new Figures(
                buckets,
                buckets - told.size(),
                faces / told.size(),
                uncertain / told.size(),
                shares,
                probabilities);
    }

    /// Whether there is a bucket that speaks.
    public boolean known() {
        return suppressed < buckets;
    }
}
