package org.classbarometer.mood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;

/// A session's buckets laid out step by step, with what is known of each. Immutable, thread-safe.
public final class MoodSeries {
    /// Width of the sliding mean that charts of a session show, on the screen and on paper: long enough
    /// to calm single buckets, short enough to keep what a teacher remembers as a moment.
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

    /// Neighbouring steps of one kind, as a chart draws them.
    ///
    /// @param from first step
    /// @param to after the last step
    /// @param points of known steps, one each, as [#smooth(int)] says; empty for others
    public record Run(Step state, int from, int to, List<SpanMood> points) {}

    private final LabelSet labels;
    private final Duration step;
    private final List<Optional<Bucket>> buckets;

    /// @param step length of a bucket
    /// @param stored ascending by index
    public MoodSeries(LabelSet labels, Duration step, List<Bucket> stored) {
        this.labels = labels;
        this.step = step;
        int steps = stored.isEmpty() ? 0 : stored.getLast().index() + 1;
        List<Optional<Bucket>> laid = new ArrayList<>(Collections.nCopies(steps, Optional.empty()));
        stored.forEach(bucket -> laid.set(bucket.index(), Optional.of(bucket)));
        buckets = Collections.unmodifiableList(laid);
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

    /// How many whole steps a time has.
    public int stepsIn(Duration time) {
        return Math.clamp(time.dividedBy(step), 0, Integer.MAX_VALUE);
    }

    /// What is known of a step.
    ///
    /// @param index from 0 to [#steps()], exclusive
    public Step state(int index) {
        return buckets.get(index)
                .map(bucket -> bucket.mood().isPresent() ? Step.KNOWN : Step.SUPPRESSED)
                .orElse(Step.MISSING);
    }

    /// The mood over some steps.
    ///
    /// @param from first step; cut to those there are
    /// @param to after the last step; cut to those there are
    public SpanMood span(int from, int to) {
        MoodSum sum = new MoodSum(labels);
        addTo(sum, from, to);
        return sum.mood();
    }

    /// The mood of the whole session.
    public SpanMood all() {
        return span(0, steps());
    }

    /// Adds some steps to a sum, cut as in [#span(int, int)].
    public void addTo(MoodSum sum, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, steps()); i++) {
            buckets.get(i).ifPresentOrElse(sum::add, sum::addMissing);
        }
    }

    /// The whole session in runs, for charts.
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= steps(); i++) {
            if (i == steps() || state(i) != state(from)) {
                runs.add(run(from, i));
                from = i;
            }
        }
        return runs;
    }

    private Run run(int from, int to) {
        List<SpanMood> points = new ArrayList<>();
        for (int i = from; state(from) == Step.KNOWN && i < to; i++) {
            points.add(smooth(i));
        }
        return new Run(state(from), from, to, List.copyOf(points));
    }

    /// The sliding mean around a step, over [#SMOOTHING], never across a step of another kind.
    public SpanMood smooth(int index) {
        int half = stepsIn(SMOOTHING) / 2;
        int from = index;
        while (from > Math.max(0, index - half) && state(from - 1) == state(index)) {
            from--;
        }
        int to = index + 1;
        while (to < Math.min(steps(), index + half + 1) && state(to) == state(index)) {
            to++;
        }
        return span(from, to);
    }

    /// Over how many buckets a point of a run is the mean.
    public int smoothed() {
        return 2 * (stepsIn(SMOOTHING) / 2) + 1;
    }
}
