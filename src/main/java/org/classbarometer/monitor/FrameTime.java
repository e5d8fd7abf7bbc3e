package org.classbarometer.monitor;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;
import org.classbarometer.budget.Budget;
import org.classbarometer.budget.JobCosts;

/// What the analysis of one frame may cost: most of the time until the source brings the next one, less
/// what has to be done in any case. Finding and reading share it; when both want more than there is, each
/// gets half. Called on the analysis thread only.
final class FrameTime {
    /// The part of the time between two frames that is planned with; the rest is for surprises.
    private static final double PLANNED = 0.8;

    private static final double USUAL_NANOS = 40e6;
    private static final double SHORTEST_NANOS = 10e6;
    private static final double LONGEST_NANOS = 1e9;

    /// Weight of the newest distance between two frames.
    private static final double NEWEST = 0.2;

    /// What is said of the load holds for so long.
    private static final long WINDOW_NANOS = 1_000_000_000L;

    /// The job of making a frame ready, and its one unit.
    private static final String PREPARING = "prepare";

    private final JobCosts costs;
    private final Budget preparing;
    private final Budget finding;
    private final Budget reading;
    private final ArrayDeque<Moment> recent = new ArrayDeque<>();
    private boolean bounded;
    private double betweenFrames = USUAL_NANOS;

    private record Moment(long sequence, long nanos) {}

    /// @param clock nanoseconds, as [System#nanoTime()]
    FrameTime(LongSupplier clock) {
        costs = new JobCosts(clock);
        preparing = new Budget(costs);
        finding = new Budget(costs);
        reading = new Budget(costs);
    }

    /// Another source begins.
    ///
    /// @param complete whether every frame is to be worked on completely, however long it takes
    void begin(boolean complete) {
        bounded = !complete;
        betweenFrames = USUAL_NANOS;
        recent.clear();
    }

    /// A frame is about to be analysed.
    ///
    /// @param sequence its number among all frames of the source, dropped ones included
    void frame(long sequence, long sourceNanos) {
        Moment now = new Moment(sequence, sourceNanos);
        Moment last = recent.peekLast();
        if (last != null && (sequence <= last.sequence || sourceNanos <= last.nanos)) {
            recent.clear();
        } else if (last != null) {
            double each = (double) (sourceNanos - last.nanos) / (sequence - last.sequence);
            betweenFrames +=
                    NEWEST * (Math.clamp(each, SHORTEST_NANOS, LONGEST_NANOS) - betweenFrames);
        }
        recent.addLast(now);
        while (sourceNanos - recent.getFirst().nanos > WINDOW_NANOS && recent.size() > 2) {
            recent.removeFirst();
        }
    }

    /// Makes the frame ready: what has to be done in any case.
    void prepare(Runnable work) {
        preparing.run(PREPARING, 1, work);
    }

    private double whole() {
        return bounded
                ? Math.max(0, PLANNED * betweenFrames - costs.of(PREPARING, 1))
                : Double.POSITIVE_INFINITY;
    }

    /// The finder's part of this frame.
    ///
    /// @param faces known so far, which will have to be read
    Budget finding(int faces) {
        double whole = whole();
        double reads = Math.min(whole / 2, costs.of(ReadingSchedule.JOB, faces));
        finding.grant(bounded ? whole - reads : whole);
        return finding;
    }

    /// The readers' part: what the finder left, half of the whole at least.
    Budget reading() {
        double whole = whole();
        double found = Math.max(0, finding.granted() - finding.left());
        reading.grant(bounded ? Math.max(whole / 2, whole - found) : whole);
        return reading;
    }

    /// One picture in how many is looked at.
    int everyNth() {
        Moment first = recent.peekFirst();
        Moment last = recent.peekLast();
        if (first == null || last == null || recent.size() < 2) {
            return 1;
        }
        double brought = last.sequence - first.sequence;
        return (int) Math.max(1, Math.round(brought / (recent.size() - 1)));
    }
}
