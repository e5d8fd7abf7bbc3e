package org.classbarometer.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Mood;
import org.classbarometer.session.Bucket;
import org.classbarometer.session.MoodBuckets;
import org.classbarometer.session.SessionPlan;

/// Hands a run's buckets to a timeline file, by the same rule as stored sessions.
final class CsvKeeping implements Keeping {
    static final Duration BUCKET = SessionPlan.BUCKET;

    private final InstantSource clock;
    private final Rows rows;
    private final MoodBuckets buckets;
    private final KeptMood kept;
    private Instant began = Instant.EPOCH;
    private boolean empty = true;

    /// Takes the finished buckets.
    @FunctionalInterface
    interface Rows {
        /// @param time when the bucket began
        void add(Instant time, Bucket bucket) throws CommandProblem;
    }

    /// @param clock asked once, at the first frame
    CsvKeeping(LabelSet labels, InstantSource clock, Rows rows) {
        this.clock = clock;
        this.rows = rows;
        buckets = new MoodBuckets(labels, BUCKET, SessionPlan.K);
        kept = new KeptMood(labels);
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
    public void finish() throws CommandProblem {
        write(buckets.finish());
    }

    private void write(Optional<Bucket> finished) throws CommandProblem {
        if (finished.isPresent()) {
            Bucket bucket = finished.get();
            bucket.mood().ifPresent(kept::add);
            rows.add(began.plus(BUCKET.multipliedBy(bucket.index())), bucket);
        }
    }

    @Override
    public Optional<Mood> shown() {
        return kept.mood();
    }
}
