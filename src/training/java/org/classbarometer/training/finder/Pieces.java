package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/// Makes what the next steps learn from on a thread of its own while the network learns from this.
///
/// @param <T> what is made for one step
final class Pieces<T> implements AutoCloseable {
    private static final int AHEAD = 3;

    private final LongFunction<T> maker;
    private final List<Future<T>> coming = new ArrayList<>();
    private long next;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("pieces").factory());

    /// @param maker asked for one step after the other, on the other thread
    /// @param first step that is asked for first
    Pieces(LongFunction<T> maker, long first) {
        this.maker = maker;
        this.next = first;
    }

    /// Of the next step.
    T take() {
        while (coming.size() < AHEAD) {
            long step = next++;
            Callable<T> work = () -> maker.apply(step);
            coming.add(worker.submit(work));
        }
        try {
            return coming.removeFirst().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pieces were cut", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("no pieces could be cut", failed.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
