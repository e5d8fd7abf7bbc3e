package org.classbarometer.evaluate.detection;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.classbarometer.evaluate.detection.Photographs.Photograph;
import org.classbarometer.evaluate.detection.Photographs.TrueFace;
import org.classbarometer.evaluate.metrics.Bootstrap;
import org.classbarometer.evaluate.metrics.Interval;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.text.UserProblem;
import org.opencv.core.Mat;
import org.opencv.core.MatOfRect;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.objdetect.CascadeClassifier;

/// Face finding on single photographs with boxes.
///
/// A found box and a true one are paired when their intersection over union reaches
/// [#SAME_FACE], the best overlapping pair first, each in one pair at most. True boxes marked invalid
/// are neither demanded nor counted as false when found. WIDER's boxes are a tenth taller than wide
/// and Haar's are square; they are compared as they are, by the same rule for every finder.
public final class DetectionEvaluation {
    public static final double SAME_FACE = 0.4;

    private DetectionEvaluation() {}

    /// Something that finds boxes in one grey picture.
    @FunctionalInterface
    public interface Finder {
        List<Box> find(Mat grey);
    }

    /// A valid face and whether it was found.
    ///
    /// @param width in the photograph, pixels
    public record Face(int width, boolean clear, boolean found) {}

    /// What a finder made of one photograph.
    ///
    /// @param falseBoxes found boxes on no true face
    /// @param cpuNanos CPU time of this thread
    public record Seen(List<Face> faces, List<Box> boxes, int falseBoxes, long cpuNanos) {}

    /// @param name of the finder
    public record Result(String name, List<Seen> photos) {
        public Result {
            photos = List.copyOf(photos);
        }

        /// Valid faces of some kind.
        public int faces(Predicate<Face> kind) {
            return (int) photos.stream().flatMap(p -> p.faces.stream()).filter(kind).count();
        }

        /// Those of them that were found.
        public int found(Predicate<Face> kind) {
            return faces(kind.and(Face::found));
        }

        /// Share of the faces of some kind that were found; photographs are drawn for the interval.
        public Interval recall(Predicate<Face> kind) {
            int[] of = photos.stream().mapToInt(p -> count(p, kind)).toArray();
            int[] hit = photos.stream().mapToInt(p -> count(p, kind.and(Face::found))).toArray();
            return drawn(photos -> ratio(sum(hit, photos), sum(of, photos)));
        }

        public Interval falseBoxesPerPhoto() {
            int[] wrong = photos.stream().mapToInt(Seen::falseBoxes).toArray();
            return drawn(photos -> ratio(sum(wrong, photos), photos.length));
        }

        private Interval drawn(ToDoubleFunction<int[]> figure) {
            return new Bootstrap(1).interval(Bootstrap.alone(photos.size()), figure);
        }

        public double cpuMillis() {
            return photos.stream().mapToLong(Seen::cpuNanos).average().orElse(0) / 1e6;
        }

        private static int count(Seen photo, Predicate<Face> kind) {
            return (int) photo.faces.stream().filter(kind).count();
        }

        private static int sum(int[] values, int[] of) {
            int sum = 0;
            for (int photo : of) {
                sum += values[photo];
            }
            return sum;
        }

        private static double ratio(double part, double whole) {
            return part / whole;
        }
    }

    /// Our finder, shown each picture as the first frame of a source.
    public static Finder ours(FaceFinder finder) {
        return grey -> {
            finder.reset();
            return finder.find(grey, Masks.NONE, 0).stream().map(TrackedFace::box).toList();
        };
    }

    /// What everybody starts with: one cascade, scale factor 1.1, 5 neighbours.
    ///
    /// @param cascades folder with `haarcascade_frontalface_default.xml`
    public static Finder plainHaar(Path cascades) {
        String usual = cascades.resolve("haarcascade_frontalface_default.xml").toString();
        CascadeClassifier cascade = new CascadeClassifier(usual);
        return grey -> {
            MatOfRect rects = new MatOfRect();
            cascade.detectMultiScale(grey, rects, 1.1, 5);
            List<Box> boxes =
                    rects.toList().stream().map(r -> new Box(r.x, r.y, r.width, r.height)).toList();
            rects.release();
            return boxes;
        };
    }

    /// @throws UserProblem naming the picture that cannot be read
    public static Result of(String name, Photographs photographs, Finder finder)
            throws UserProblem {
        List<Seen> seen = new ArrayList<>();
        for (Photograph photo : photographs.all()) {
            seen.add(see(photo, finder));
        }
        return new Result(name, seen);
    }

    private static Seen see(Photograph photo, Finder finder) throws UserProblem {
        String file = photo.file().toString();
        Mat grey = Imgcodecs.imread(file, Imgcodecs.IMREAD_GRAYSCALE);
        if (grey.empty()) {
            throw Photographs.problem(photo.file(), new IOException("no picture: " + file));
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<Box> boxes = finder.find(grey);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        grey.release();
        List<TrueFace> truth = photo.faces();
        int[] match = Matching.greedy(truth.stream().map(TrueFace::box).toList(), boxes, SAME_FACE);
        List<Face> faces = new ArrayList<>();
        int wrong = boxes.size();
        for (int i = 0; i < match.length; i++) {
            boolean found = match[i] >= 0;
            wrong -= found ? 1 : 0;
            if (!truth.get(i).invalid()) {
                faces.add(new Face(truth.get(i).box().width(), truth.get(i).clear(), found));
            }
        }
        return new Seen(List.copyOf(faces), List.copyOf(boxes), wrong, cpu);
    }
}
