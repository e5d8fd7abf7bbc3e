package org.classbarometer.evaluate.detection;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.classbarometer.evaluate.ClipTruth;
import org.classbarometer.evaluate.ClipTruth.Person;
import org.classbarometer.evaluate.MarkdownTable;
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

    /// @param frames      frames played
    /// @param faces       true faces in them
    /// @param found       true faces with a box
    /// @param falseBoxes  reported boxes on no true face
    /// @param ownerChanges how often a track number was seen on another owner than before
    /// @param numberChanges how often an owner was seen under another number than before
    /// @param cpuMillis   mean CPU time a frame spent finding faces, of this thread
    /// @param p50Millis   median elapsed time a frame
    /// @param p95Millis   95th percentile of it
    /// @param boxes       reported, frame by frame
    /// @param lastFound   true faces with a box in the last frame
    public record Result(
            int frames,
            int faces,
            int found,
            int falseBoxes,
            int ownerChanges,
            int numberChanges,
            double cpuMillis,
            double p50Millis,
            double p95Millis,
            List<List<Box>> boxes,
            int lastFound) {
        /// Share of the true faces that have a box, in [0, 1].
        public double recall() {
            return faces == 0 ? 1 : (double) found / faces;
        }

        public double falseBoxesPer100Frames() {
            return frames == 0 ? 0 : 100.0 * falseBoxes / frames;
        }

        public String markdown() {
            StringBuilder text = new StringBuilder();
            new MarkdownTable(
                            text::append,
                            "frames | faces found | false boxes in 100 frames | "
                                    + "numbers changing owner | owners changing number | "
                                    + "CPU ms a frame | p50 ms | p95 ms")
                    .row(
                            "%d | %.2f %% (%d of %d) | %.2f | %d | %d | %.1f | %.1f | %.1f",
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
            return text.toString();
        }
    }

    /// Plays the clip through the finder, every frame, up to the last one with a truth.
    public static Result run(FrameSource clip, ClipTruth truth, FaceFinder finder)
            throws FrameSourceException {
        return run(clip, truth, finder, truth.length());
    }

    /// As above, so many frames of it.
    public static Result run(FrameSource clip, ClipTruth truth, FaceFinder finder, int frames)
            throws FrameSourceException {
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
                count.frame(truth.people(frame), faces);
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
        private final Map<Integer, Integer> owners = new HashMap<>();
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final List<List<Box>> boxesByFrame = new ArrayList<>();
        private long cpu;
        private int lastFound;
        private int faces;
        private int found;
        private int falseBoxes;
        private int ownerChanges;
        private int numberChanges;

        void frame(List<Person> truth, List<TrackedFace> reported) {
            faces += truth.size();
            List<Box> boxes = reported.stream().map(TrackedFace::box).toList();
            List<Box> trueBoxes = truth.stream().map(Person::face).toList();
            boxesByFrame.add(boxes);
            lastFound = 0;
            int[] match = Matching.greedy(trueBoxes, boxes, SAME_FACE);
            Set<Integer> used = new HashSet<>();
            for (int i = 0; i < match.length; i++) {
                if (match[i] < 0) {
                    continue;
                }
                found++;
                lastFound++;
                used.add(match[i]);
                int track = reported.get(match[i]).track();
                int owner = truth.get(i).seat();
                Integer before = owners.put(track, owner);
                if (before != null && before != owner) {
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
                    percentile(sorted, 0.95),
                    List.copyOf(boxesByFrame),
                    lastFound);
        }

        private static double percentile(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
        }
    }
}
