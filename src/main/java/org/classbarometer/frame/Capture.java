package org.classbarometer.frame;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.frame.SourceState.Ended;
import org.classbarometer.frame.SourceState.Failed;
import org.classbarometer.frame.SourceState.Opening;
import org.classbarometer.frame.SourceState.Playing;
import org.classbarometer.frame.SourceState.Waiting;
import org.classbarometer.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The capture thread: opens a source, reads it into the slot at its own pace, waits for a camera
/// that was unplugged, and says what it is doing. One capture plays one choice once; switching the
/// source is closing this one and starting another.
///
/// A source that is not there at the start fails; one that is busy, or was there and went away, is
/// waited for. Either [Ended] or [Failed] is told once, as the last state, unless it is closed first.
public final class Capture implements AutoCloseable {
    /// How recorded sources are played; live sources always set the pace themselves.
    public enum Pace {
        /// At the recording's own speed; the newest frame wins.
        SOURCE,
        /// As fast as the analysis takes them, none dropped.
        EVERY_FRAME
    }

    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);
    private static final long FIRST_RETRY_MILLIS = 250;
    private static final long LAST_RETRY_MILLIS = 2_000;
    // After a longer hold-up, such as the computer's sleep, playing goes on from where it was
    // instead of racing through what it missed.
    private static final long CATCH_UP_NANOS = TimeUnit.SECONDS.toNanos(1);
    // Nobody waits out a longer gap in a recording; its time goes on all the same.
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long STOP_MILLIS = 5_000;
    private static final long NOWHERE = -1;

    private final SourceChoice choice;
    private final Pace pace;
    private final FrameSources sources;
    private final LatestFrame slot;
    private final Consumer<SourceState> states;
    private final Thread thread;
    private volatile boolean stopping;
    private final Object gate = new Object();
    private volatile boolean held;

    // Nanoseconds since the first frame; where nobody wants to be elsewhere, NOWHERE.
    private final AtomicLong wanted = new AtomicLong(NOWHERE);

    // Of the frame last handed on, by whichever opening of the source; the capture thread's own.
    private long frames;
    private int part;
    private long lastSourceNanos;
    private long lastHandedOn;

    /// @param states told on the capture thread, in order; must not block
    public Capture(
            SourceChoice choice,
            Pace pace,
            FrameSources sources,
            LatestFrame slot,
            Consumer<SourceState> states) {
        this.choice = choice;
        this.pace = pace;
        this.sources = sources;
        this.slot = slot;
        this.states = states;
        this.thread = Thread.ofPlatform().name("capture").unstarted(this::run);
    }

    /// Holds the source where it is, or lets it go on. A live source is closed meanwhile, so that a
    /// camera's light goes out; a recording stays open at its place.
    public void hold(boolean on) {
        synchronized (gate) {
            held = on;
            gate.notifyAll();
        }
    }

    /// Goes on from another place of a recording, between two frames; of several wishes the last counts.
    /// A recording that is held shows the picture there. What cannot be sought in plays on.
    ///
    /// @param nanos since the first frame
    public void seek(long nanos) {
        synchronized (gate) {
            wanted.set(Math.max(0, nanos));
            gate.notifyAll();
        }
    }

    private boolean waits() {
        return held && wanted.get() == NOWHERE;
    }

    private void awaitRelease() throws InterruptedException {
        synchronized (gate) {
            while (waits() && !stopping) {
                gate.wait();
            }
        }
    }

    private boolean jump(FrameSource source) throws FrameSourceException {
        long to = wanted.getAndSet(NOWHERE);
        if (to == NOWHERE || !source.seekable()) {
            return false;
        }
        source.seek(to);
        part++;
        lastSourceNanos = 0;
        return true;
    }

    /// To be called once.
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            report(new Opening(choice.name()));
            SourceState last = follow();
            if (!stopping) {
                report(last);
            }
        } catch (InterruptedException _) {
            // close() asked this thread to stop while it waited.
        }
    }

    private void report(SourceState state) {
        try {
            states.accept(state);
        } catch (RuntimeException broken) {
            // Whoever listens must not be able to stop the camera.
            LOG.error("A listener failed on {}", state.getClass().getSimpleName(), broken);
        }
    }

    /// @return what became of the source in the end
    private SourceState follow() throws InterruptedException {
        String reported = "";
        long retryMillis = FIRST_RETRY_MILLIS;
        while (!stopping) {
            long before = frames;
            try {
                awaitRelease();
                Optional<String> end = playOnce();
                if (end.isPresent()) {
                    return new Ended(end.get());
                }
            } catch (FrameSourceException broke) {
                if (stopping) {
                    // Stopping is what broke it; nobody needs to hear of that.
                    break;
                }
                if (frames > before) {
                    reported = "";
                    retryMillis = FIRST_RETRY_MILLIS;
                }
                if (!worthWaiting(broke)) {
                    return new Failed(choice.name(), broke.getMessage());
                }
                if (!reported.equals(broke.getMessage())) {
                    reported = broke.getMessage();
                    report(new Waiting(choice.name(), reported));
                }
                TimeUnit.MILLISECONDS.sleep(retryMillis);
                retryMillis = Math.min(2 * retryMillis, LAST_RETRY_MILLIS);
            } catch (RuntimeException | Error broken) {
                // An error too, such as an image file larger than Java's memory: whoever waits for
                // this source must hear of it.
                LOG.error("The source broke", broken);
                return new Failed(
                        choice.name(),
                        Text.of("frame.internal", choice.name(), String.valueOf(broken)));
            }
        }
        return new Ended(choice.name());
    }

    private boolean worthWaiting(FrameSourceException broke) {
        return broke.outlook() == Outlook.BUSY || (broke.mayReturn() && frames > 0);
    }

    /// @return the name of the source when it was read to its end; empty when it was closed to be held
    private Optional<String> playOnce() throws FrameSourceException, InterruptedException {
        try (FrameSource source = sources.open(choice)) {
            boolean paced = source.recorded() && pace == Pace.SOURCE;
            boolean complete = source.recorded() && pace == Pace.EVERY_FRAME;
            String reported = "";
            // A source that came back goes on after the pause it made.
            long offset = frames == 0 ? 0 : lastSourceNanos + System.nanoTime() - lastHandedOn;
            long start = System.nanoTime();
            while (!stopping) {
                if (waits()) {
                    if (!source.recorded()) {
                        return Optional.empty();
                    }
                    long began = System.nanoTime();
                    awaitRelease();
                    start += System.nanoTime() - began;
                }
                boolean elsewhere = jump(source);
                Frame frame = slot.blank();
                boolean handedOn = false;
                try {
                    OptionalLong time = source.read(frame.image());
                    if (time.isEmpty()) {
                        break;
                    }
                    if (!reported.equals(source.name())) {
                        reported = source.name();
                        report(playing(source, frame));
                    }
                    if (elsewhere) {
                        start = System.nanoTime() - time.getAsLong();
                    }
                    if (paced) {
                        start = sleepUntilDue(start, time.getAsLong());
                    }
                    long arrived = source.recorded() ? System.nanoTime() : source.arrivedNanos();
                    stamp(frame, offset + time.getAsLong(), arrived, source.isDemo());
                    handedOn = true;
                    if (complete) {
                        slot.offerWhenTaken(frame);
                    } else {
                        slot.offer(frame);
                    }
                } finally {
                    if (!handedOn) {
                        frame.close();
                    }
                }
            }
            return Optional.of(source.name());
        }
    }

    private static Playing playing(FrameSource source, Frame frame) {
        return new Playing(
                source.name(),
                frame.image().cols(),
                frame.image().rows(),
                source.framesPerSecond(),
                source.seekable() ? source.lengthNanos() : OptionalLong.empty());
    }

    private void stamp(Frame frame, long sourceNanos, long arrived, boolean demo) {
        lastSourceNanos = Math.max(lastSourceNanos, sourceNanos);
        lastHandedOn = System.nanoTime();
        frame.stamp(frames++, part, lastSourceNanos, arrived, demo);
    }

    /// @return when the source's time 0 was, moved when playing fell far behind
    private static long sleepUntilDue(long start, long time) throws InterruptedException {
        long early = start + time - System.nanoTime();
        if (early > LONGEST_WAIT_NANOS) {
            return start - early;
        }
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
        return early < -CATCH_UP_NANOS ? start - early : start;
    }

    /// Stops promptly and waits for the thread to end, at most five seconds: a camera driver that
    /// hangs cannot be interrupted. The source is closed by the time the thread ends.
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join(STOP_MILLIS);
            if (thread.isAlive()) {
                LOG.warn("The source does not answer; its thread is left to end by itself");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
