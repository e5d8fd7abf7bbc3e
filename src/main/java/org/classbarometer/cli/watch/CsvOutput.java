package org.classbarometer.cli.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketCutter;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SourceHold;

/// Hands a run's buckets to a timeline file, by the same rule as stored sessions.
final class CsvOutput implements RunOutput {
    static final Duration BUCKET = SessionPlan.BUCKET;

    private final InstantSource clock;
    private final SourceHold hold;
    private final boolean stored;
    private final Rows rows;
    private final BucketCutter buckets;
    private final MoodSum sum;
    private Instant began = Instant.EPOCH;
    private boolean empty = true;

    /// Takes the finished buckets.
    @FunctionalInterface
    interface Rows {
        /// @param time when the bucket began
        void add(Instant time, Bucket bucket) throws CommandProblem;
    }

    /// @param clock asked once, at the first frame
    /// @param hold of the source; stays the caller's to close
    /// @param stored whether the rows stay, so that a later run goes on from them
    CsvOutput(LabelSet labels, InstantSource clock, SourceHold hold, boolean stored, Rows rows) {
        this.hold = hold;
        this.stored = stored;
        this.clock = clock;
        this.rows = rows;
        buckets = new BucketCutter(labels, BUCKET, SessionPlan.K, hold.draws());
        hold.lastPublished().ifPresent(buckets::resume);
        buckets.quietUntil(hold.quiet());
        sum = new MoodSum(labels);
    }

    @Override
    public void add(long nanos, FrameAnalysis analysis) throws CommandProblem {
        if (empty) {
            began = clock.instant();
            empty = false;
        }
        write(buckets.add(nanos, analysis.mood()));
    }

    @Override
    public void finish(long nanos) throws CommandProblem {
        write(buckets.closeBefore(nanos));
    }

    private void write(Optional<Bucket> finished) throws CommandProblem {
        if (finished.isPresent()) {
            Bucket bucket = finished.get();
            synchronized (sum) {
                sum.add(bucket);
            }
            rows.add(began.plus(BUCKET.multipliedBy(bucket.index())), bucket);
            if (stored) {
                hold.published(buckets.published());
            } else {
                hold.said(buckets.published());
            }
        }
    }

    @Override
    public Optional<SpanMood> published() {
        synchronized (sum) {
            return Optional.of(sum.mood());
        }
    }
}
