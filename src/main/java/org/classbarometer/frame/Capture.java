package org.classbarometer.frame;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.classbarometer.frame.SourceState.Ended;
import org.classbarometer.frame.SourceState.Failed;
import org.classbarometer.frame.SourceState.Opening;
import org.classbarometer.frame.SourceState.Playing;
import org.classbarometer.frame.SourceState.Waiting;

/// The capture thread: opens a source, reads it into the slot at its own pace, waits for a camera
/// that was unplugged, and says what it is doing. One capture plays one choice once; switching the
/// source is closing this one and starting another.
public final class Capture implements AutoCloseable {
    /// How recorded sources are played; live sources always set the pace themselves.
    public enum Pace {
        /// At the recording's own speed; the newest frame wins.
        SOURCE,
        /// As fast as the analysis takes them, none dropped.
        EVERY_FRAME
    }

    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long STOP_MILLIS = 5_000;

    private final SourceChoice choice;
    private final Pace pace;
    private final FrameSources sources;
    private final LatestFrame slot;
    private final Consumer<SourceState> states;
    private final Thread thread;
    private volatile boolean stopping;

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

    public void start() {
        thread.start();
    }

    private void run() {
        boolean openedBefore = false;
        try {
            while (!stopping) {
                states.accept(new Opening(choice.text()));
                try (FrameSource source = sources.open(choice)) {
                    openedBefore = true;
                    play(source);
                    if (!stopping) {
                        states.accept(new Ended(source.name()));
                    }
                    return;
                } catch (FrameSourceException broke) {
                    if (!broke.mayReturn() || !openedBefore) {
                        states.accept(new Failed(choice.text(), broke.getMessage()));
                        return;
                    }
                    states.accept(new Waiting(choice.text(), broke.getMessage()));
                    LockSupport.parkNanos(RETRY_NANOS);
                }
            }
        } catch (InterruptedException _) {
            // close() asked this thread to stop while it waited for the slot.
        }
    }

    private void play(FrameSource source) throws FrameSourceException, InterruptedException {
        long sequence = 0;
        long startNanos = 0;
        while (!stopping) {
            Frame frame = slot.blank();
            boolean handedOn = false;
            try {
                OptionalLong time = source.read(frame.image());
                if (time.isEmpty()) {
                    return;
                }
                if (sequence == 0) {
                    startNanos = System.nanoTime() - time.getAsLong();
                    states.accept(
                            new Playing(
                                    source.name(),
                                    frame.image().cols(),
                                    frame.image().rows(),
                                    source.framesPerSecond()));
                }
                if (source.recorded() && pace == Pace.SOURCE) {
                    sleepUntil(startNanos + time.getAsLong());
                }
                frame.stamp(sequence++, time.getAsLong(), System.nanoTime());
                handedOn = true;
                if (source.recorded() && pace == Pace.EVERY_FRAME) {
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
    }

    private void sleepUntil(long nanoTime) {
        long left;
        while (!stopping && (left = nanoTime - System.nanoTime()) > 0) {
            LockSupport.parkNanos(left);
        }
    }

    /// Stops promptly and waits for the thread to end; the source is closed when this returns.
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
