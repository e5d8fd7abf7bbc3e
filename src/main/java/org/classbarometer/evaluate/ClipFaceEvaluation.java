package org.classbarometer.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// Face finding and following on a clip, against its truth: which faces are found, what is reported
/// that is none, whether a track number ever changes its owner.
public final class ClipFaceEvaluation {
    /// A reported box and a true one are the same face from this intersection over union on.
    public static final double SAME_FACE = 0.4;

    private ClipFaceEvaluation() {}

    /// A visible face of the clip.
    ///
    /// @param frame from 0
    /// @param owner who it is within the clip: the seat
    public record TrueFace(int frame, String owner, Box box) {}

    /// @param frames      frames played
    /// @param faces       true faces in them
    /// @param found       true faces with a box
    /// @param falseBoxes  reported boxes on no true face
    /// @param ownerChanges how often a track number was seen on another owner than before
    /// @param numberChanges how often an owner was seen under another number than before
    /// @param cpuMillis   mean CPU time a frame spent finding faces, of this thread
    /// @param p50Millis   median elapsed time a frame
    /// @param p95Millis   95th percentile of it
    public record Result(
            int frames,
            int faces,
            int found,
            int falseBoxes,
            int ownerChanges,
            int numberChanges,
            double cpuMillis,
            double p50Millis,
            double p95Millis) {
        /// Share of the true faces that have a box, in [0, 1].
        public double recall() {
            return faces == 0 ? 1 : (double) found / faces;
        }

        public double falseBoxesPer100Frames() {
            return frames == 0 ? 0 : 100.0 * falseBoxes / frames;
        }

        public String markdown() {
            return """
            | frames | faces found | false boxes in 100 frames | numbers changing owner | owners changing number | CPU ms a frame | p50 ms | p95 ms |
            |---|---|---|---|---|---|---|---|
            """
                    + String.format(
                            Locale.ROOT,
                            "| %d | %.2f %% (%d of %d) | %.2f | %d | %d | %.1f | %.1f | %.1f |%n",
                            frames,
                            100 * recall(),
                            found,
                            faces,
                            falseBoxesPer100Frames(),
                            ownerChanges,
                            numberChanges,
                            cpuMillis,
                            p50Millis,
                            p95Millis);
        }
    }

    /// Reads a truth table with the columns `frame`, `seat`, `x`, `y`, `w`, `h`.
    public static List<TrueFace> truth(Reader csv) throws IOException {
        List<TrueFace> faces = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        for (CSVRecord row : format.parse(csv)) {
            faces.add(
                    new TrueFace(
                            Integer.parseInt(row.get("frame")),
                            row.get("seat"),
                            new Box(
                                    Integer.parseInt(row.get("x")),
                                    Integer.parseInt(row.get("y")),
                                    Integer.parseInt(row.get("w")),
                                    Integer.parseInt(row.get("h")))));
        }
        return faces;
    }

    /// Plays the clip through the finder, every frame, up to the last one with a truth.
    public static Result run(FrameSource clip, List<TrueFace> truth, FaceFinder finder)
            throws FrameSourceException {
        Map<Integer, List<TrueFace>> byFrame = new HashMap<>();
        truth.forEach(
                face -> byFrame.computeIfAbsent(face.frame, _ -> new ArrayList<>()).add(face));
        int frames = truth.stream().mapToInt(TrueFace::frame).max().orElse(-1) + 1;
        Count count = new Count();
        Mat image = new Mat();
        Mat grey = new Mat();
        try {
            for (int frame = 0; frame < frames; frame++) {
                OptionalLong time = clip.read(image);
                if (time.isEmpty()) {
                    return count.result(frame);
                }
                Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
                long cpu = cpuNanos();
                long start = System.nanoTime();
                List<TrackedFace> faces = finder.find(grey, Masks.NONE, time.getAsLong());
                count.wall.add(System.nanoTime() - start);
                count.cpu += cpuNanos() - cpu;
                count.frame(byFrame.getOrDefault(frame, List.of()), faces);
            }
            return count.result(frames);
        } finally {
            image.release();
            grey.release();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static final class Count {
        private final List<Long> wall = new ArrayList<>();
        private final Map<Integer, String> owners = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private long cpu;
        private int faces;
        private int found;
        private int falseBoxes;
        private int ownerChanges;
        private int numberChanges;

        void frame(List<TrueFace> truth, List<TrackedFace> reported) {
            faces += truth.size();
            List<Box> boxes = reported.stream().map(TrackedFace::box).toList();
            List<Box> trueBoxes = truth.stream().map(TrueFace::box).toList();
            int[] match = Matching.greedy(trueBoxes, boxes, SAME_FACE);
            Set<Integer> used = new HashSet<>();
            for (int i = 0; i < match.length; i++) {
                if (match[i] < 0) {
                    continue;
                }
                found++;
                used.add(match[i]);
                int track = reported.get(match[i]).track();
                String owner = truth.get(i).owner;
                String before = owners.put(track, owner);
                if (before != null && !before.equals(owner)) {
                    ownerChanges++;
                }
                Integer numberBefore = numbers.put(owner, track);
                if (numberBefore != null && numberBefore != track) {
                    numberChanges++;
                }
            }
            falseBoxes += boxes.size() - used.size();
        }

        Result result(int frames) {
            long[] sorted = wall.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Result(
                    frames,
                    faces,
                    found,
                    falseBoxes,
                    ownerChanges,
                    numberChanges,
                    frames == 0 ? 0 : cpu / 1e6 / frames,
                    percentile(sorted, 0.5),
                    percentile(sorted, 0.95));
        }

        private static double percentile(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
        }
    }
}
