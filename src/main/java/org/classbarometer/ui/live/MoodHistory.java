package org.classbarometer.ui.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.monitor.Mood;

/// The mood of the last minutes, in memory only, summed up in steps of one second. Every analysed
/// frame counts, also those never painted. Thread-safe: the analysis thread adds, the screen reads.
public final class MoodHistory {
    /// How far back the running chart reaches.
    public static final Duration SPAN = Duration.ofMinutes(5);

    private static final long SECOND = 1_000_000_000L;

    private final Deque<Step> steps = new ArrayDeque<>();

    /// One second of the room.
    ///
    /// @param second number of the second, on [System#nanoTime()]'s clock
    /// @param shares per label of `labels`: share of the readings that were certain of it, in [0, 1]
    /// @param uncertain share of the readings that were uncertain; with the shares it sums to 1
    /// @param faces mean number of faces seen
    /// @param readings how many readings the shares are of; 0 leaves all shares 0
    public record Sample(
            long second,
            LabelSet labels,
            double[] shares,
            double uncertain,
            double faces,
            long readings) {}

    private static final class Step {
        final long second;
        final LabelSet labels;
        final long[] counts;
        long uncertain;
        long faces;
        long frames;

        Step(long second, LabelSet labels) {
            this.second = second;
            this.labels = labels;
            this.counts = new long[labels.size()];
        }

        void add(long[] moreCounts, long moreUncertain, long moreFaces, long moreFrames) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += moreCounts[i];
            }
            uncertain += moreUncertain;
            faces += moreFaces;
            frames += moreFrames;
        }

        Sample sample() {
            long readings = Arrays.stream(counts).sum() + uncertain;
            double[] shares = new double[counts.length];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = (double) counts[i] / Math.max(1, readings);
            }
            return new Sample(
                    second,
                    labels,
                    shares,
                    (double) uncertain / Math.max(1, readings),
                    (double) faces / Math.max(1, frames),
                    readings);
        }
    }

    /// @param nanos when the frame was captured, on [System#nanoTime()]'s clock
    public synchronized void add(Mood mood, long nanos) {
        long second = Math.floorDiv(nanos, SECOND);
        Step last = steps.peekLast();
        if (last == null || last.second != second || !last.labels.equals(mood.labels())) {
            last = new Step(second, mood.labels());
            steps.addLast(last);
        }
        long[] counts = Arrays.stream(mood.counts()).asLongStream().toArray();
        last.add(counts, mood.uncertain(), mood.faces(), 1);
        while (!steps.isEmpty() && steps.getFirst().second < second - SPAN.toSeconds()) {
            steps.removeFirst();
        }
    }

    /// The seconds still remembered, oldest first; those without a frame are missing.
    public synchronized List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(steps.size());
        steps.forEach(step -> samples.add(step.sample()));
        return samples;
    }

    /// The last seconds taken together, in the label set used last.
    ///
    /// @return a sample without readings when there was no frame
    public synchronized Sample recent(LabelSet labels, int seconds) {
        Step last = steps.peekLast();
        long now = last == null ? 0 : last.second;
        Step sum = new Step(now, labels);
        for (Step step : steps) {
            if (step.second > now - seconds && step.labels.equals(labels)) {
                sum.add(step.counts, step.uncertain, step.faces, step.frames);
            }
        }
        return sum.sample();
    }

    /// Forgets everything: another room begins.
    public synchronized void clear() {
        steps.clear();
    }
}
