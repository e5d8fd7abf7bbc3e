package org.classbarometer.frame.device;

import java.util.concurrent.TimeUnit;

/// When the next picture of what is on the screen is taken: ten times a second. Of one thread.
final class ScreenBeat {
    static final int FRAMES_PER_SECOND = 10;

    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(1) / FRAMES_PER_SECOND;

    private final long start = System.nanoTime();
    private long due = start;
    private long taken = start;

    /// Waits until it is time. An interrupted thread is being stopped: it returns at once with one more picture.
    ///
    /// @return nanoseconds since the first
    long next() {
        long now = System.nanoTime();
        if (due > now) {
            try {
                TimeUnit.NANOSECONDS.sleep(due - now);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        due = Math.max(due, System.nanoTime() - STEP_NANOS) + STEP_NANOS;
        taken = System.nanoTime();
        return taken - start;
    }

    /// When the last was taken, on [System#nanoTime()]'s clock.
    long taken() {
        return taken;
    }
}
