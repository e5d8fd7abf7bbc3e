package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Cuts the pieces of the next steps on a thread of its own while the network learns from these.
final class Pieces implements AutoCloseable {
    private static final int AHEAD = 3;

    private final Cutter cutter;
    private final FinderRecipe recipe;
    private final List<HardPlace> hard;
    private final List<Future<List<Crop>>> coming = new ArrayList<>();
    private long next;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("pieces").factory());

    /// @param first step whose pieces are asked for first
    Pieces(Cutter cutter, FinderRecipe recipe, List<HardPlace> hard, long first) {
        this.cutter = cutter;
        this.recipe = recipe;
        this.hard = List.copyOf(hard);
        this.next = first;
    }

    /// The pieces of the next step.
    List<Crop> take() {
        while (coming.size() < AHEAD) {
            long step = next++;
            Callable<List<Crop>> work = () -> cut(step);
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

    private List<Crop> cut(long step) {
        List<Crop> crops = new ArrayList<>();
        for (int i = 0; i < recipe.batch(); i++) {
            SplittableRandom random =
                    new SplittableRandom(recipe.seed() * 1_000_003 + step * recipe.batch() + i);
            crops.add(cutter.cut(random, hard));
        }
        return crops;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
