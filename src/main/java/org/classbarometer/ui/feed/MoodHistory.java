package org.classbarometer.ui.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Mood;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;

/// The mood of the last minutes, in memory only, summed up in steps of one second. Every analysed
/// frame counts, also those never painted. Thread-safe: the analysis thread adds, the screen reads.
public final class MoodHistory {
    /// How far back the running chart reaches.
    public static final Duration SPAN = Duration.ofMinutes(5);

    private static final long SECOND = 1_000_000_000L;

    private final Deque<Step> steps = new ArrayDeque<>();
    private final PublishedHistory published = new PublishedHistory();
    // Of the frames remembered; they are never of both kinds.
    private boolean demo;

    /// One second of the room.
    ///
    /// @param second number of the second, on [System#nanoTime()]'s clock
    public record Sample(long second, SpanMood mood) {}

    /// What a display may show that everybody sees.
    ///
    /// @param exact whether it is told as it was seen, which is so of the demo class alone: nobody is in it
    public record ForRoom(List<Sample> samples, Sample recent, boolean exact) {}

    private record Step(long second, MoodSum sum) {}

    /// @param nanos when the frame was captured, on [System#nanoTime()]'s clock
    /// @param ofDemo whether it is the demo class that was seen
    public synchronized void add(Mood mood, long nanos, boolean ofDemo) {
        if (ofDemo != demo) {
            clear();
            demo = ofDemo;
        }
        long second = Math.floorDiv(nanos, SECOND);
        Step last = steps.peekLast();
        if (last == null || last.second != second || !last.sum.labels().equals(mood.labels())) {
            last = new Step(second, new MoodSum(mood.labels()));
            steps.addLast(last);
        }
        last.sum.add(mood);
        if (!demo) {
            published.add(mood, nanos);
        }
        while (!steps.isEmpty() && steps.getFirst().second < second - SPAN.toSeconds()) {
            steps.removeFirst();
        }
    }

    /// The seconds still remembered, oldest first; those without a frame are missing.
    public synchronized List<Sample> samples() {
        List<Sample> samples = new ArrayList<>(steps.size());
        steps.forEach(step -> samples.add(new Sample(step.second, step.sum.mood())));
        return samples;
    }

    /// The last seconds taken together, in the label set used last.
    ///
    /// @return a sample without readings when there was no frame
    public synchronized Sample recent(LabelSet labels, int seconds) {
        Step last = steps.peekLast();
        long now = last == null ? 0 : last.second;
        MoodSum sum = new MoodSum(labels);
        for (Step step : steps) {
            if (step.second > now - seconds && step.sum.labels().equals(labels)) {
                sum.add(step.sum.mood());
            }
        }
        return new Sample(now, sum.mood());
    }

    /// For a display that everybody sees: only what may be published, bucket by bucket; the demo class as it is.
    ///
    /// @param seconds how many are taken together in the recent sample, which is without readings when
    ///     nothing may be published
    public synchronized ForRoom forRoom(LabelSet labels, int seconds) {
        if (demo) {
            return new ForRoom(samples(), recent(labels, seconds), true);
        }
        Step last = steps.peekLast();
        long now = last == null ? 0 : last.second;
        return new ForRoom(published.samples(), published.recent(labels, seconds, now), false);
    }

    /// Forgets everything: another room begins.
    public synchronized void clear() {
        published.clear();
        steps.clear();
    }
}
