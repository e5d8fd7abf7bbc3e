package org.classbarometer.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.monitor.Mood;
import org.classbarometer.session.Bucket;
import org.classbarometer.session.BucketMood;
import org.classbarometer.session.MoodBuckets;
import org.classbarometer.session.SessionPlan;

/// A run as rows, cut and suppressed like a session's buckets, and what may be told beside them.
/// Called on the analysis thread.
final class MoodTimeline {
    private final InstantSource clock;
    private final Rows rows;
    private final MoodBuckets buckets;
    private final LabelSet labels;
    private final double[] counts;
    private final double[] probabilities;
    private Instant began = Instant.EPOCH;
    private boolean empty = true;
    private int faces;
    private int uncertain;

    /// Takes the finished buckets.
    @FunctionalInterface
    interface Rows {
        /// @param time when the bucket began
        void add(Instant time, Bucket bucket) throws CommandProblem;
    }

    /// @param clock asked once, at the first frame
    MoodTimeline(InstantSource clock, LabelSet labels, Rows rows) {
        this.clock = clock;
        this.rows = rows;
        this.labels = labels;
        this.buckets = new MoodBuckets(labels, SessionPlan.BUCKET, SessionPlan.K);
        this.counts = new double[labels.size()];
        this.probabilities = new double[labels.size()];
    }

    /// @param nanos since the first frame, never decreasing
    void add(long nanos, Mood mood) throws CommandProblem {
        if (empty) {
            began = clock.instant();
            empty = false;
        }
        tell(buckets.add(nanos, mood));
    }

    /// Closes the open bucket.
    void finish() throws CommandProblem {
        tell(buckets.finish());
    }

    private void tell(Optional<Bucket> finished) throws CommandProblem {
        if (finished.isPresent()) {
            Bucket bucket = finished.get();
            bucket.mood().ifPresent(this::addUp);
            rows.add(began.plus(SessionPlan.BUCKET.multipliedBy(bucket.index())), bucket);
        }
    }

    private synchronized void addUp(BucketMood mood) {
        faces += mood.faces();
        uncertain += mood.uncertain();
        for (int i = 0; i < counts.length; i++) {
            counts[i] += mood.shares()[i] * (mood.faces() - mood.uncertain());
            probabilities[i] += mood.probabilities()[i] * mood.faces();
        }
    }

    /// The sum of the rows as they are told, their figures being means a frame: whoever has the rows
    /// learns nothing more from it. Empty while no row tells anything. May be asked on any thread.
    synchronized Optional<Mood> shown() {
        if (faces == 0) {
            return Optional.empty();
        }
        int[] whole = new int[counts.length];
        double[] mean = new double[counts.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.round(counts[i]);
            mean[i] = probabilities[i] / faces;
        }
        return Optional.of(new Mood(labels, whole, mean, faces, faces - uncertain, uncertain));
    }
}
