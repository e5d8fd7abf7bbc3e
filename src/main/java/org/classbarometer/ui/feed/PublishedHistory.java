package org.classbarometer.ui.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketCutter;
import org.classbarometer.mood.Mood;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.SessionPlan;

/// What the whole room may see of the last minutes: not the frames, but what may be published of them, bucket by
/// bucket, as if it were stored (docs/privacy.md). In memory only. Not thread-safe: [MoodHistory] owns it.
final class PublishedHistory {
    private static final long SECOND = 1_000_000_000L;

    private final Deque<Step> steps = new ArrayDeque<>();
    private Optional<Run> run = Optional.empty();

    /// A bucket that ended.
    private record Step(long second, SpanMood mood) {}

    /// Buckets in one label set.
    private record Run(LabelSet labels, long startNanos, BucketCutter cutter) {}

    void add(Mood mood, long nanos) {
        Run now =
                run.filter(it -> it.labels.equals(mood.labels()))
                        .orElseGet(() -> begin(mood, nanos));
        now.cutter
                .add(Math.max(0, nanos - now.startNanos), mood)
                .ifPresent(bucket -> add(now, bucket));
        long oldest = Math.floorDiv(nanos, SECOND) - MoodHistory.SPAN.toSeconds();
        while (!steps.isEmpty() && steps.getFirst().second < oldest) {
            steps.removeFirst();
        }
    }

    private Run begin(Mood first, long nanos) {
        Run begun =
                new Run(
                        first.labels(),
                        nanos,
                        new BucketCutter(
                                first.labels(), SessionPlan.BUCKET, SessionPlan.K, Draws.fresh()));
        run = Optional.of(begun);
        return begun;
    }

    private void add(Run of, Bucket bucket) {
        MoodSum sum = new MoodSum(of.labels);
        sum.add(bucket);
        long end = of.startNanos + (bucket.index() + 1) * SessionPlan.BUCKET.toNanos();
        steps.addLast(new Step(Math.floorDiv(end, SECOND), sum.mood()));
    }

    /// A sample for each second of the buckets that ended, oldest first.
    List<MoodHistory.Sample> samples() {
        List<MoodHistory.Sample> samples = new ArrayList<>();
        for (Step step : steps) {
            for (long ago = SessionPlan.BUCKET.toSeconds() - 1; ago >= 0; ago--) {
                samples.add(new MoodHistory.Sample(step.second - ago, step.mood));
            }
        }
        return samples;
    }

    /// The buckets that ended within the last seconds taken together.
    ///
    /// @param now number of the present second
    MoodHistory.Sample recent(LabelSet labels, int seconds, long now) {
        MoodSum sum = new MoodSum(labels);
        for (Step step : steps) {
            if (step.second > now - seconds && step.mood.labels().equals(labels)) {
                sum.add(step.mood);
            }
        }
        return new MoodHistory.Sample(now, sum.mood());
    }

    void clear() {
        steps.clear();
        run = Optional.empty();
    }
}
