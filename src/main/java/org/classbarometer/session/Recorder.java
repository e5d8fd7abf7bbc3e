package org.classbarometer.session;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.classbarometer.frame.Frame;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketCutter;
import org.classbarometer.mood.Mood;

/// Records one session: cuts what the monitor analyses into buckets and hands each finished one to the
/// store on a thread of its own, so that the pipeline never waits for the disk. Whoever begins it adds
/// it to the monitor, and ends it with [#finish()] or [#withdraw()], on any thread but the JavaFX
/// thread: both block.
///
/// While it records, the monitor's label set stays the plan's; frames in another are left out.
public final class Recorder implements MonitorListener {
    private final SessionStore store;
    private final SessionPlan plan;
    private final SessionId session;
    private final Time time;
    private final InstantSource clock;
    private final Consumer<StoreException> problems;
    private final BucketCutter buckets;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("recorder").factory());
    private final long began = System.nanoTime();
    private long first = -1;
    private long position;
    private boolean over;
    // Its end is stored, or it is deleted.
    private volatile boolean settled;
    private volatile Progress progress = new Progress(0, 0);
    // Only on the writer's thread.
    private boolean failing;

    /// What is on the disk so far.
    ///
    /// @param kept buckets that tell a mood
    /// @param suppressed buckets that tell nothing but that they were
    public record Progress(int kept, int suppressed) {
        private Progress with(Bucket bucket) {
            return bucket.mood().isPresent()
                    ? new Progress(kept + 1, suppressed)
                    : new Progress(kept, suppressed + 1);
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
            Consumer<StoreException> problems) {
        this.store = store;
        this.plan = plan;
        this.session = session;
        this.time = time;
        this.clock = clock;
        this.problems = problems;
        this.buckets = new BucketCutter(plan.labels(), plan.bucket(), plan.k());
    }

    /// Stores the plan with its consent and is ready to record then. Blocks.
    ///
    /// @param clock for the session's end
    /// @param problems hears on the recorder's thread when storing fails; once until it works again.
    ///     Recording goes on: later buckets may well be stored
    /// @throws StoreException when the session cannot be begun; nothing is stored then
    public static Recorder begin(
            SessionStore store,
            SessionPlan plan,
            Time time,
            InstantSource clock,
            Consumer<StoreException> problems)
            throws StoreException {
        return new Recorder(store, plan, store.begin(plan), time, clock, problems);
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

    private void hand(Bucket bucket) {
        writer.execute(() -> {
            try {
                store.add(session, bucket);
                progress = progress.with(bucket);
                failing = false;
            } catch (StoreException failed) {
                if (!failing) {
                    problems.accept(failed);
                }
                failing = true;
            }
        });
    }

    /// Sets a marker where the session is. Blocks.
    public Marker mark(String note) throws StoreException {
        return store.mark(session, position(), note);
    }

    /// Ends the session: the open bucket, all that still waits for the disk, then the end. What comes
    /// from the monitor afterwards is ignored. Blocks. May be called again when it failed.
    public void finish() throws StoreException {
        stop(true);
        if (!settled) {
            store.end(session, end());
            settled = true;
        }
    }

    private OffsetDateTime end() {
        return switch (time) {
            case WALL -> clock.instant().atOffset(plan.start().getOffset());
            case SOURCE -> plan.start().plus(position());
        };
    }

    /// Consent was withdrawn: ends at once and deletes what was stored. Blocks. May be called again
    /// when it failed, and after [#finish()].
    public void withdraw() throws StoreException {
        stop(false);
        settled = true;
        store.delete(session);
    }

    /// Waits until the writer is done; what waits for it is written or dropped.
    private void stop(boolean keep) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            Optional<Bucket> open = buckets.finish();
            if (keep) {
                open.ifPresent(this::hand);
            } else {
                writer.shutdownNow();
            }
        }
        awaitWriter();
    }

    // Closing the writer would drop what waits for the disk when this thread is interrupted, as an
    // application's shutdown may do.
    private void awaitWriter() {
        boolean interrupted = false;
        boolean done = false;
        writer.shutdown();
        while (!done) {
            try {
                done = writer.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
