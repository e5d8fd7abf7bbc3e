package org.classbarometer.monitor;

import java.util.Optional;
import org.classbarometer.mood.Mood;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;

/// Sums up a run: frames, faces, mood, speed and latencies, in constant memory however long it
/// lasts. Listens to a [Monitor] on its analysis thread; may be asked on any thread.
public final class RunSummary implements MonitorListener {
    private Optional<MoodSum> moods = Optional.empty();
    private final Durations waiting = new Durations();
    private final Durations preparing = new Durations();
    private final Durations finding = new Durations();
    private final Durations reading = new Durations();
    private final Durations total = new Durations();
    private long frames;
    private long dropped;
    private int mostFaces;
    private long firstCaptured;
    private long lastFinished;

    /// Median and 95th percentile of a stage, in nanoseconds.
    public record Quantiles(long p50, long p95) {
        private static Quantiles of(Durations durations) {
            return new Quantiles(durations.quantile(0.5), durations.quantile(0.95));
        }
    }

    /// Latencies by stage, as in [StageTimings].
    public record Latencies(
            Quantiles waiting,
            Quantiles preparing,
            Quantiles finding,
            Quantiles reading,
            Quantiles total) {}

    /// The run so far.
    ///
    /// @param frames analysed
    /// @param dropped frames replaced before they could be analysed
    /// @param mostFaces in any frame
    /// @param mood over all analysed frames; empty before the first
    /// @param seconds wall clock from the first frame's capture to the last analysis
    /// @param framesPerSecond analysed frames by wall clock; 0 before the first
    public record Totals(
            long frames,
            long dropped,
            int mostFaces,
            Optional<SpanMood> mood,
            double seconds,
            double framesPerSecond,
            Latencies latencies) {}

    @Override
    public void analysed(FrameAnalysis analysis) {
        add(
                analysis.frame().capturedNanos(),
                analysis.mood(),
                analysis.timings(),
                analysis.dropped());
    }

    synchronized void add(long capturedNanos, Mood mood, StageTimings timings, long droppedSoFar) {
        if (frames == 0) {
            firstCaptured = capturedNanos;
        }
        frames++;
        dropped = droppedSoFar;
        mostFaces = Math.max(mostFaces, mood.faces());
        lastFinished = capturedNanos + timings.total();
        // Labels of different sets cannot be added up: another one starts the sum anew.
        MoodSum sum =
                moods.filter(one -> one.labels().equals(mood.labels()))
                        .orElseGet(() -> new MoodSum(mood.labels()));
        sum.add(mood);
        moods = Optional.of(sum);
        waiting.add(timings.waiting());
        preparing.add(timings.preparing());
        finding.add(timings.finding());
        reading.add(timings.reading());
        total.add(timings.total());
    }

    /// What came together so far.
    public synchronized Totals totals() {
        double seconds = frames == 0 ? 0 : (lastFinished - firstCaptured) / 1e9;
        return new Totals(
                frames,
                dropped,
                mostFaces,
                moods.map(MoodSum::mood),
                seconds,
                seconds > 0 ? frames / seconds : 0,
                new Latencies(
                        Quantiles.of(waiting),
                        Quantiles.of(preparing),
                        Quantiles.of(finding),
                        Quantiles.of(reading),
                        Quantiles.of(total)));
    }
}
