package org.classbarometer.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.Bucket;
import org.classbarometer.session.BucketMood;
import org.classbarometer.session.Timeline;

/// A stored timeline laid out step by step, with what is known of each. Immutable, thread-safe.
public final class Course {
    /// Width of the sliding mean that charts show: long enough to calm single buckets, short enough
    /// to keep what a teacher remembers as a moment.
    public static final Duration SMOOTHING = Duration.ofSeconds(30);

    /// What is known of a step.
    public enum Step {
        /// There is a mood.
        KNOWN,
        /// It would speak of fewer than k faces.
        SUPPRESSED,
        /// No frame was analysed: a pause, or a camera that was gone.
        MISSING
    }

    private final LabelSet labels;
    private final Duration step;
    private final List<Optional<Bucket>> buckets;

    private Course(LabelSet labels, Duration step, List<Optional<Bucket>> buckets) {
        this.labels = labels;
        this.step = step;
        this.buckets = buckets;
    }

    public static Course of(Timeline timeline) {
        List<Bucket> stored = timeline.buckets();
        int steps = stored.isEmpty() ? 0 : stored.getLast().index() + 1;
        List<Optional<Bucket>> laid = new ArrayList<>(Collections.nCopies(steps, Optional.empty()));
        stored.forEach(bucket -> laid.set(bucket.index(), Optional.of(bucket)));
        return new Course(
                timeline.session().plan().labels(), timeline.session().plan().bucket(), laid);
    }

    public LabelSet labels() {
        return labels;
    }

    /// Number of steps from the start to the last bucket.
    public int steps() {
        return buckets.size();
    }

    /// Length of a step.
    public Duration step() {
        return step;
    }

    public Duration length() {
        return step.multipliedBy(steps());
    }

    /// When a step begins, since the start.
    public Duration at(int index) {
        return step.multipliedBy(index);
    }

    /// The step a time falls into; the first or last for times outside.
    public int indexAt(Duration time) {
        return Math.clamp(time.dividedBy(step), 0, Math.max(0, steps() - 1));
    }

    /// What is known of a step.
    ///
    /// @param index from 0 to [#steps()], exclusive
    public Step state(int index) {
        Optional<Bucket> bucket = buckets.get(index);
        if (bucket.isEmpty()) {
            return Step.MISSING;
        }
        return bucket.get().mood().isPresent() ? Step.KNOWN : Step.SUPPRESSED;
    }

    /// The mood over some steps.
    ///
    /// @param from first step; cut to those there are
    /// @param to after the last step; cut to those there are
    public SpanMood span(int from, int to) {
        return total(from, to).mood();
    }

    /// The mood over a time, cut to the steps that begin in it.
    public SpanMood span(Duration from, Duration to) {
        return span(stepsIn(from), stepsIn(to));
    }

    /// The mood of the whole timeline.
    public SpanMood all() {
        return span(0, steps());
    }

    /// The sliding mean around a step, over [#SMOOTHING]. What is unknown inside is left out; the
    /// state of the step itself decides whether there is anything to show.
    public SpanMood smooth(int index) {
        int half = Math.max(0, stepsIn(SMOOTHING) / 2);
        return span(index - half, index + half + 1);
    }

    /// How many whole steps a time has.
    int stepsIn(Duration time) {
        return Math.clamp(time.dividedBy(step), 0, Integer.MAX_VALUE);
    }

    MoodTotal total(int from, int to) {
        MoodTotal total = new MoodTotal(labels);
        addTo(total, from, to);
        return total;
    }

    void addTo(MoodTotal total, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, steps()); i++) {
            Optional<Bucket> bucket = buckets.get(i);
            Optional<BucketMood> mood = bucket.flatMap(Bucket::mood);
            if (mood.isPresent()) {
                total.add(mood.get());
            } else if (bucket.isPresent()) {
                total.addSuppressed();
            } else {
                total.addMissing();
            }
        }
    }
}
