package org.classbarometer.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.classbarometer.monitor.Mood;
import org.classbarometer.monitor.MoodSum;

/// Cuts a run into buckets and keeps back those that hold fewer than k faces, so that no row speaks
/// of a few people. Called on the analysis thread.
final class MoodTimeline {
    static final Duration BUCKET = Duration.ofSeconds(5);

    /// A row says nothing about fewer faces than these.
    static final int K = 5;

    private final InstantSource clock;
    private final Rows rows;
    private final MoodSum shown = new MoodSum();
    private MoodSum open = new MoodSum();
    private long openIndex;
    private Instant began = Instant.EPOCH;
    private boolean empty = true;

    /// One step of the timeline.
    ///
    /// @param time when the bucket began
    /// @param startNanos since the first frame, multiples of the bucket's length
    /// @param frames analysed in it
    /// @param mood over its frames; empty when it is suppressed
    record Bucket(Instant time, long startNanos, long frames, Optional<Mood> mood) {}

    /// Takes the finished buckets.
    @FunctionalInterface
    interface Rows {
        void add(Bucket bucket) throws CommandProblem;
    }

    /// @param clock asked once, at the first frame
    MoodTimeline(InstantSource clock, Rows rows) {
        this.clock = clock;
        this.rows = rows;
    }

    /// @param nanos since the first frame, never decreasing
    void add(long nanos, Mood mood) throws CommandProblem {
        if (empty) {
            began = clock.instant();
            empty = false;
        }
        long index = nanos / BUCKET.toNanos();
        if (index != openIndex) {
            finish();
            openIndex = index;
        }
        open.add(mood);
    }

    /// Closes the open bucket.
    void finish() throws CommandProblem {
        MoodSum closing = open;
        open = new MoodSum();
        if (closing.frames() == 0) {
            return;
        }
        // Uncertain readings do not show in a row's shares, so they cannot hide anyone either.
        Optional<Mood> mood =
                closing.mood().filter(whole -> whole.read() >= (long) K * closing.frames());
        if (mood.isPresent()) {
            synchronized (shown) {
                shown.add(closing);
            }
        }
        long start = openIndex * BUCKET.toNanos();
        rows.add(new Bucket(began.plusNanos(start), start, closing.frames(), mood));
    }

    /// The sum of all rows that were not suppressed: subtracting rows from it tells nothing more.
    /// May be asked on any thread.
    Optional<Mood> shown() {
        synchronized (shown) {
            return shown.mood();
        }
    }
}
