package org.classbarometer.evaluate.speed;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.classbarometer.evaluate.MarkdownTable;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.Look;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.opencv.core.Mat;

/// What a detector's looks at one picture cost, on the calling thread.
public final class LookMeasurement {
    private static final int TIMES = 15;

    private LookMeasurement() {}

    /// @param job the kind of look
    /// @param looks of that kind that together see the picture once
    /// @param millis CPU time of all of them, median of several
    /// @param share of one core, at the pace at which they are worth while
    public record Cost(String job, boolean spare, int looks, double millis, double share) {}

    private record Kind(String job, boolean spare, long periodNanos) {}

    /// One cost for each kind of look and pace.
    public static List<Cost> of(FaceDetector detector, Mat grey) {
        Map<Kind, List<Look>> kinds = new LinkedHashMap<>();
        for (Look look : detector.plan(grey.cols(), grey.rows())) {
            kinds.computeIfAbsent(
                            new Kind(look.job(), look.spare(), look.periodNanos()),
                            _ -> new ArrayList<>())
                    .add(look);
        }
        List<Cost> costs = new ArrayList<>();
        try (Pyramid frame = new Pyramid()) {
            kinds.forEach((kind, looks) -> {
                double millis = median(frame, grey, looks);
                double share = millis * 1e6 / kind.periodNanos;
                costs.add(new Cost(kind.job, kind.spare, looks.size(), millis, share));
            });
        }
        return costs;
    }

    private static double median(Pyramid frame, Mat grey, List<Look> looks) {
        double[] millis = new double[TIMES];
        List<Sighting> found = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            found.clear();
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            frame.begin(grey);
            looks.forEach(look -> look.search().in(frame, found::add));
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            millis[i] = (end - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[TIMES / 2];
    }

    public static MarkdownTable table(Consumer<String> out) {
        return new MarkdownTable(out, "finder | look | looks | CPU ms, all of them | of one core");
    }

    /// Rows of [#table].
    public static void rows(MarkdownTable table, String finder, List<Cost> costs) {
        for (Cost cost : costs) {
            table.row(
                    "%s | %s%s | %d | %.1f | %.1f %%",
                    finder,
                    cost.job,
                    cost.spare ? ", in spare time" : "",
                    cost.looks,
                    cost.millis,
                    100 * cost.share);
        }
    }
}
