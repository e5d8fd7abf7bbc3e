package org.classbarometer.ui.feed;

import java.util.ArrayDeque;

/// Events a second, over the last two seconds. Thread-safe.
public final class RateMeter {
    private static final long WINDOW = 2_000_000_000L;
    private final ArrayDeque<Long> times = new ArrayDeque<>();

    /// @param nanos now, on [System#nanoTime()]'s clock
    public synchronized void count(long nanos) {
        times.addLast(nanos);
        forget(nanos);
    }

    /// @return events a second; 0 until there were two
    public synchronized double rate(long nanos) {
        forget(nanos);
        if (times.size() < 2) {
            return 0;
        }
        long span = times.getLast() - times.getFirst();
        return span == 0 ? 0 : (times.size() - 1) * 1e9 / span;
    }

    public synchronized void clear() {
        times.clear();
    }

    private void forget(long now) {
        while (!times.isEmpty() && now - times.getFirst() > WINDOW) {
            times.removeFirst();
        }
    }
}
