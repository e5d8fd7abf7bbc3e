package org.classbarometer.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.face.Box;
import org.opencv.core.Mat;

/// The worker pool: reads all faces of a frame, each worker an equal part of them. One intra-op
/// thread a worker is best on CPU (docs/performance.md). Called on the analysis thread.
final class FaceWorkers implements AutoCloseable {
    private static final long STOP_SECONDS = 5;
    private final int count;
    private final ExecutorService pool;

    FaceWorkers(int count) {
        this.count = count;
        this.pool =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().name("expression-", 1).factory());
    }

    /// @return calibrated probabilities, one row a face, in the order of the boxes
    float[][] read(ExpressionReader reader, Mat grey, List<Box> faces) throws InterruptedException {
        int parts = Math.min(count, faces.size());
        List<Callable<float[][]>> tasks = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            List<Box> share =
                    faces.subList(faces.size() * part / parts, faces.size() * (part + 1) / parts);
            tasks.add(() -> reader.probabilities(grey, share));
        }
        float[][] rows = new float[faces.size()][];
        int next = 0;
        for (Future<float[][]> part : pool.invokeAll(tasks)) {
            for (float[] row : result(part)) {
                rows[next++] = row;
            }
        }
        return rows;
    }

    private static float[][] result(Future<float[][]> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException _) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
