package org.classbarometer.session;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.classbarometer.disclosure.Published;
import org.classbarometer.frame.Frame;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketCutter;
import org.classbarometer.mood.Mood;

/// Records one session: cuts what the monitor analyses into buckets and has each finished one written
/// on the store's thread, so that the pipeline never waits for the disk. Whoever begins it adds it to
/// the monitor, and ends it with [#finish()] or [#withdraw()], on any thread but the JavaFX thread:
/// both block.
///
/// A bucket that cannot be written, because another program holds the database or the disk is full for
/// a while, waits in memory and is tried again with the next and at the end; at most an hour of them,
/// then the oldest is let go.
///
/// While it records, the monitor's label set stays the plan's; frames in another are left out.
public final class Recorder implements MonitorListener {
    /// An hour of buckets of the usual length.
    static final int MOST_UNWRITTEN = 720;

    /// A lesson whose last frame is longer ago than this at its end was not that long: the clock is
    /// wrong.
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final SourceHold hold;
    private final SessionStore store;
    private final SessionPlan plan;
    private final SessionId session;
    private final Time time;
    private final InstantSource clock;
    private final Consumer<StoreException> problems;
    private final BucketCutter buckets;
    // Closed buckets that are not on the disk yet, oldest first.
    private final BlockingDeque<Bucket> unwritten = new LinkedBlockingDeque<>(MOST_UNWRITTEN);
    private final long began = System.nanoTime();
    private long first = -1;
    private long position;
    private boolean over;
    // When it was stopped, however often storing that is tried.
    private Optional<OffsetDateTime> ended = Optional.empty();
    // Its end is stored, or it is deleted.
    private volatile boolean settled;
    private volatile Progress progress = new Progress(0, 0);
    // Only on the store's thread.
    private boolean failing;

    /// What is on the disk so far.
    ///
    /// @param stored buckets that tell a mood
    /// @param suppressed buckets that tell nothing but that they were
    public record Progress(int stored, int suppressed) {
        private Progress with(Bucket bucket) {
            return bucket.mood().isPresent()
                    ? new Progress(stored + 1, suppressed)
                    : new Progress(stored, suppressed + 1);
        }
    }

    /// What a session's timeline counts.
    public enum Time {
        /// The wall clock: cameras, streams, the screen.
        WALL,
        /// The source's own clock, from its first frame on: recordings, which may be analysed faster
        /// than they play.
        SOURCE
    }

    private Recorder(
            SessionStore store,
            SessionPlan plan,
            SessionId session,
            Time time,
            InstantSource clock,
            SourceHold hold,
            Consumer<StoreException> problems) {
        this.hold = hold;
        this.store = store;
        this.plan = plan;
        this.session = session;
        this.time = time;
        this.clock = clock;
        this.problems = problems;
        this.buckets = new BucketCutter(plan.labels(), plan.bucket(), plan.k(), hold.draws());
        hold.lastPublished().ifPresent(buckets::resume);
        buckets.quietUntil(hold.quiet());
    }

    /// Stores the plan with its consent and is ready to record then. Blocks.
    ///
    /// @param clock for the session's end
    /// @param problems hears on the store's thread when storing fails; once until it works again.
    ///     Recording goes on: the bucket is tried again with the next
    /// @throws StoreException when the session cannot be begun; nothing is stored then
    public static Recorder begin(
            SessionStore store,
            SessionPlan plan,
            Time time,
            InstantSource clock,
            Consumer<StoreException> problems)
            throws StoreException {
        return begin(store, plan, time, clock, SourceHold.none(), problems);
    }

    /// The same of a source that others may tell of as well.
    ///
    /// @param hold closed by this recorder when the session ends, and when it cannot begin
    public static Recorder begin(
            SessionStore store,
            SessionPlan plan,
            Time time,
            InstantSource clock,
            SourceHold hold,
            Consumer<StoreException> problems)
            throws StoreException {
        try {
            return new Recorder(store, plan, store.begin(plan), time, clock, hold, problems);
        } catch (StoreException failed) {
            hold.close();
            throw failed;
        }
    }

    /// Why nothing is told at first, for people; empty when it is.
    public Optional<String> notice() {
        return hold.notice();
    }

    public SessionId session() {
        return session;
    }

    public SessionPlan plan() {
        return plan;
    }

    /// What is stored so far; may be asked on any thread.
    public Progress progress() {
        return progress;
    }

    /// How far the session is: where a marker set now belongs.
    public synchronized Duration position() {
        return Duration.ofNanos(position);
    }

    @Override
    public void analysed(FrameAnalysis analysis) {
        add(nanos(analysis.frame()), analysis.mood());
    }

    private long nanos(Frame frame) {
        return switch (time) {
            case WALL -> frame.capturedNanos() - began;
            case SOURCE -> frame.sourceNanos();
        };
    }

    /// @param nanos a frame before the session's start is left out: consent did not cover it yet
    synchronized void add(long nanos, Mood mood) {
        if (over || nanos < 0) {
            return;
        }
        if (first < 0) {
            first = time == Time.SOURCE ? nanos : 0;
        }
        // A source that starts over does not turn back the session.
        position = Math.max(position, nanos - first);
        buckets.add(position, mood).ifPresent(this::hand);
    }

    /// Time went on without a frame: until a run's limit, say.
    ///
    /// @param position since the session's start
    public synchronized void passed(Duration position) {
        if (!over && first >= 0) {
            this.position = Math.max(this.position, position.toNanos());
            buckets.closeBefore(this.position).ifPresent(this::hand);
        }
    }

    private void hand(Bucket bucket) {
        while (!unwritten.offerLast(bucket)) {
            unwritten.pollFirst();
        }
        Published last = buckets.published();
        onStore(() -> {
            try {
                writeAll();
                hold.published(last);
                failing = false;
            } catch (StoreException failed) {
                if (!failing) {
                    problems.accept(failed);
                }
                failing = true;
            }
        });
    }

    // On the store's thread, in the order of the deque whoever asks.
    private void writeAll() throws StoreException {
        for (Bucket next = unwritten.pollFirst(); next != null; next = unwritten.pollFirst()) {
            try {
                store.add(session, next);
                progress = progress.with(next);
            } catch (StoreException failed) {
                boolean _ = unwritten.offerFirst(next);
                throw failed;
            }
        }
    }

    /// Sets a marker where the session is. Blocks.
    public Marker mark(String note) throws StoreException {
        return store.mark(session, position(), note);
    }

    /// Ends the session: all that still waits for the disk is written, then the end. The open bucket is
    /// dropped, since it is not whole. What comes from the monitor afterwards is ignored. Blocks. May be
    /// called again when it failed: what waits still does.
    public void finish() throws StoreException {
        stop();
        waitForStore(() -> {
            if (!settled) {
                writeAll();
                store.end(session, ended.orElseThrow());
                settled = true;
                hold.close();
            }
        });
    }

    /// How long a session by the wall clock has been going on.
    public Duration elapsed() {
        return Duration.between(
                plan.start(), doubted(now(), Duration.ofNanos(System.nanoTime() - began)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(plan.start().getOffset());
    }

    private OffsetDateTime end() {
        return switch (time) {
            case WALL -> doubted(now(), position());
            case SOURCE -> plan.start().plus(position());
        };
    }

    // A clock that was set back or days ahead meanwhile does not say how long the lesson was.
    private OffsetDateTime doubted(OffsetDateTime wall, Duration position) {
        OffsetDateTime counted = plan.start().plus(position);
        boolean believable = !wall.isBefore(counted) && wall.isBefore(counted.plus(LONGEST_PAUSE));
        return believable ? wall : counted;
    }

    /// Consent was withdrawn: ends at once and takes what was stored out of every list and answer.
    /// [#restore()] brings it back until [#withdraw()] deletes it, which the store does as well as it
    /// closes or is next opened. Blocks. May be called after [#finish()].
    public void discard() throws StoreException {
        stop();
        waitForStore(() -> store.discard(List.of(session)));
    }

    /// Brings back what was discarded, as if it had been ended then. Blocks.
    ///
    /// @throws StoreException when it is deleted by now
    public void restore() throws StoreException {
        waitForStore(() -> store.restore(List.of(session)));
        finish();
    }

    /// Consent was withdrawn: ends at once and deletes what was stored. Blocks. May be called again
    /// when it failed, and after [#finish()] and [#discard()].
    public void withdraw() throws StoreException {
        stop();
        unwritten.clear();
        waitForStore(() -> {
            unwritten.clear();
            settled = true;
            store.delete(session);
            hold.forget();
            hold.close();
        });
    }

    private synchronized void stop() {
        if (!over && time == Time.WALL) {
            passed(Duration.ofNanos(System.nanoTime() - began));
        }
        ended = ended.or(() -> Optional.of(end()));
        over = true;
    }

    private void onStore(Runnable work) {
        try {
            store.execute(work);
        } catch (RejectedExecutionException _) {
            // It is closed, and says so itself.
            work.run();
        }
    }

    @FunctionalInterface
    private interface Request {
        void run() throws StoreException;
    }

    /// Waits for the store's thread, even when this one is interrupted, as an application's shutdown
    /// may do.
    private void waitForStore(Request request) throws StoreException {
        CompletableFuture<Optional<StoreException>> answer = new CompletableFuture<>();
        onStore(() -> {
            try {
                request.run();
                answer.complete(Optional.empty());
            } catch (StoreException failed) {
                answer.complete(Optional.of(failed));
            } catch (RuntimeException broken) {
                answer.completeExceptionally(broken);
            }
        });
        Optional<StoreException> failed = answer.join();
        if (failed.isPresent()) {
            throw failed.get();
        }
    }
}
