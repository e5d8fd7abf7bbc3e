package org.classbarometer.frame;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The one slot between the capture thread and the analysis thread: the newest frame wins, there is
/// never a queue. Frames circulate through a small pool, so that a steady stream allocates nothing.
/// Thread-safe for one producer and one consumer; frames may be closed on any thread.
public final class LatestFrame implements AutoCloseable {
    // One being filled, one waiting, one analysed, one shown: no more are kept for later.
    private static final int POOL = 4;

    private final ArrayDeque<Frame> free = new ArrayDeque<>();
    private @Nullable Frame waiting;
    private int out;
    private long dropped;
    private boolean closed;

    /// An empty frame to fill; the caller owns it until [#offer] or [Frame#close()].
    synchronized Frame blank() {
        out++;
        Frame frame = free.poll();
        if (frame == null) {
            return new Frame(this::recycle);
        }
        frame.open();
        return frame;
    }

    /// Puts a frame into the slot; one still waiting there is dropped and counted.
    synchronized void offer(Frame frame) {
        if (waiting != null) {
            dropped++;
            waiting.close();
        }
        place(frame);
    }

    /// Puts a frame into the slot once the consumer has taken the one before: nothing is dropped.
    /// Interrupted while it waits, it closes the frame.
    synchronized void offerWhenTaken(Frame frame) throws InterruptedException {
        try {
            while (waiting != null && !closed) {
                wait();
            }
            place(frame);
        } catch (InterruptedException stopped) {
            frame.close();
            throw stopped;
        }
    }

    private void place(Frame frame) {
        if (closed) {
            frame.close();
            return;
        }
        waiting = frame;
        notifyAll();
    }

    /// Takes the newest frame, waiting for one at most the given time; the caller must close it.
    ///
    /// @return null when none came in time or the slot was closed
    public synchronized @Nullable Frame take(long timeout, TimeUnit unit)
            throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        long left = unit.toNanos(timeout);
        while (waiting == null && !closed && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        Frame frame = waiting;
        waiting = null;
        notifyAll();
        return frame;
    }

    /// Whether no frame waits to be taken.
    synchronized boolean isEmpty() {
        return waiting == null;
    }

    /// Waits until every frame put in was taken and closed again: nothing is left to be analysed.
    public synchronized void awaitIdle() throws InterruptedException {
        while (waiting != null || out > 0) {
            wait();
        }
    }

    /// Whether the slot was closed; nothing will come any more.
    public synchronized boolean isClosed() {
        return closed;
    }

    /// Frames replaced before anyone took them, since this slot was made.
    public synchronized long dropped() {
        return dropped;
    }

    private synchronized void recycle(Frame frame) {
        out--;
        notifyAll();
        if (closed || free.size() >= POOL) {
            frame.image().release();
        } else {
            free.push(frame);
        }
    }

    /// Wakes the consumer and gives all pooled memory back. A frame still out is freed by its own
    /// close.
    @Override
    public synchronized void close() {
        closed = true;
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
        free.forEach(frame -> frame.image().release());
        free.clear();
        notifyAll();
    }
}
