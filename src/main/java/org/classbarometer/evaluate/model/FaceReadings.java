package org.classbarometer.evaluate.model;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.LabelledFace;
import org.classbarometer.evaluate.data.Skips;

/// Everything a model says of a data set's faces: the one pass over the pictures, after which only
/// numbers are left.
///
/// @param skips pictures that could not be read and ones without a face
record FaceReadings(List<ReadFace> faces, Skips skips, Latency latency) {
    /// Widths in pixels that faces are shrunk to: a student in the last row of a classroom seen by a
    /// 720-line camera, one in the middle, one in front.
    static final List<Integer> WIDTHS = List.of(24, 32, 40);

    /// The first readings are slower: the JVM and ONNX Runtime are still warming up.
    private static final int WARM_UP = 50;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static FaceReadings of(
            List<LabelledFace> faces, FaceReader reader, ModelEvaluation.Progress progress) {
        Skips skips = new Skips();
        List<ReadFace> read = new ArrayList<>();
        long[] wall = new long[faces.size()];
        long cpu = 0;
        int timed = 0;
        for (int i = 0; i < faces.size(); i++) {
            Optional<PlacedFace> placed = reader.place(faces.get(i), skips);
            if (placed.isPresent()) {
                try (PlacedFace face = placed.get()) {
                    long cpuBefore = THREADS.getCurrentThreadCpuTime();
                    long before = System.nanoTime();
                    float[] probabilities = reader.read(face);
                    long after = System.nanoTime();
                    if (read.size() >= Math.min(WARM_UP, faces.size() / 2)) {
                        wall[timed++] = after - before;
                        cpu += THREADS.getCurrentThreadCpuTime() - cpuBefore;
                    }
                    read.add(
                            new ReadFace(
                                    faces.get(i),
                                    probabilities,
                                    shrunk(face, reader),
                                    face.whole()));
                }
            }
            progress.read(i + 1, faces.size());
        }
        return new FaceReadings(read, skips, latency(Arrays.copyOf(wall, timed), cpu));
    }

    private static List<float[]> shrunk(PlacedFace face, FaceReader reader) {
        List<float[]> readings = new ArrayList<>();
        for (int width : WIDTHS) {
            try (PlacedFace small = face.shrunkTo(width)) {
                readings.add(reader.read(small));
            }
        }
        return readings;
    }

    private static Latency latency(long[] wall, long cpu) {
        if (wall.length == 0) {
            return new Latency(0, 0, 0, 0);
        }
        Arrays.sort(wall);
        return new Latency(
                wall.length,
                wall[(wall.length - 1) / 2],
                wall[(int) (0.95 * (wall.length - 1))],
                cpu / wall.length);
    }
}
