package org.classbarometer.frame;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one slot between the capture thread and the analysis thread: the newest frame wins, there is
/// never a queue. Frames circulate through a small pool, so that a steady stream allocates nothing.
/// Thread-safe for one producer and one consumer; frames may be closed on any thread.
public final class LatestFrame implements AutoCloseable {
    // One being filled, one waiting, one analysed, one shown: no more are kept for later.
    private static final int POOL = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Frame> free = new ArrayDeque<>();
    private @Nullable Frame waiting;
    private int out;
    private long dropped;
    private boolean closed;

    /// An empty frame to fill; the caller owns it until [#offer] or [Frame#close()].
    Frame blank() {
        lock.lock();
        try {
            out++;
            Frame frame = free.poll();
            if (frame == null) {
                return new Frame(this::recycle);
            }
            frame.open();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    /// Puts a frame into the slot; one still waiting there is dropped and counted.
    void offer(Frame frame) {
        lock.lock();
        try {
            if (waiting != null) {
                dropped++;
                waiting.close();
            }
            place(frame);
        } finally {
            lock.unlock();
        }
    }

    /// Puts a frame into the slot once the consumer has taken the one before: nothing is dropped.
    /// Interrupted while it waits, it closes the frame.
    void offerWhenTaken(Frame frame) throws InterruptedException {
        lock.lock();
        try {
            while (waiting != null && !closed) {
                changed.await();
            }
            place(frame);
        } catch (InterruptedException stopped) {
            frame.close();
            throw stopped;
        } finally {
            lock.unlock();
        }
    }

    private void place(Frame frame) {
        if (closed) {
            frame.close();
            return;
        }
        waiting = frame;
        changed.signalAll();
    }

    /// Takes the newest frame, waiting for one at most the given time; the caller must close it.
    ///
    /// @return null when none came in time or the slot was closed
    public @Nullable Frame take(long timeout, TimeUnit unit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = unit.toNanos(timeout);
            while (waiting == null && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            Frame frame = waiting;
            waiting = null;
            changed.signalAll();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    /// Whether no frame waits to be taken.
    boolean isEmpty() {
        lock.lock();
        try {
            return waiting == null;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until every frame put in was taken and closed again: nothing is left to be analysed.
    public void awaitIdle() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting != null || out > 0) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether the slot was closed; nothing will come any more.
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Frames replaced before anyone took them, since this slot was made.
    public long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private void recycle(Frame frame) {
        lock.lock();
        try {
            out--;
            changed.signalAll();
            if (closed || free.size() >= POOL) {
                frame.image().release();
            } else {
                free.push(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Wakes the consumer and gives all pooled memory back. A frame still out is freed by its own
    /// close.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (waiting != null) {
                waiting.close();
                waiting = null;
            }
            free.forEach(frame -> frame.image().release());
            free.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
