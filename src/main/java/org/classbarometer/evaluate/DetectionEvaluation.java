package org.classbarometer.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.opencv.core.Mat;
import org.opencv.core.MatOfRect;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.objdetect.CascadeClassifier;

/// Face finding on single photographs with boxes, such as the WIDER FACE training part.
///
/// A found box and a true one are paired when their intersection over union reaches
/// [#SAME_FACE], the best overlapping pair first, each in one pair at most. True boxes marked invalid
/// are neither demanded nor counted as false when found. WIDER's boxes are a tenth taller than wide
/// and Haar's are square; they are compared as they are, by the same rule for every finder.
public final class DetectionEvaluation {
    public static final double SAME_FACE = 0.4;

    /// Upper ends of the classes of face width in pixels; the last is open.
    private static final int[] WIDTHS = {16, 24, 32, 48, 96, Integer.MAX_VALUE};

    private DetectionEvaluation() {}

    /// @param invalid the data set's authors could not tell whether it is a face
    public record TrueFace(Box box, boolean invalid) {}

    /// Something that finds boxes in one grey picture.
    @FunctionalInterface
    public interface Finder {
        List<Box> find(Mat grey);
    }

    /// Faces of one width class.
    ///
    /// @param below faces narrower than this many pixels, and no narrower than the class before
    public record SizeClass(int below, int faces, int found) {}

    /// @param name       of the finder
    /// @param images     photographs looked at
    /// @param falseBoxes found boxes on no true face
    /// @param cpuMillis  mean CPU time an image, of this thread
    public record Result(
            String name, int images, List<SizeClass> sizes, int falseBoxes, double cpuMillis) {
        public int faces() {
            return sizes.stream().mapToInt(SizeClass::faces).sum();
        }

        public int found() {
            return sizes.stream().mapToInt(SizeClass::found).sum();
        }

        /// Share of the valid faces of any size that were found, in [0, 1].
        public double recall() {
            return faces() == 0 ? 1 : (double) found() / faces();
        }

        public double falseBoxesPerImage() {
            return images == 0 ? 0 : (double) falseBoxes / images;
        }
    }

    /// Reads boxes with the columns `image`, `x`, `y`, `w`, `h`, `invalid`, by image.
    public static Map<String, List<TrueFace>> truth(Reader csv) throws IOException {
        Map<String, List<TrueFace>> truth = new TreeMap<>();
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        for (CSVRecord row : format.parse(csv)) {
            Box box =
                    new Box(
                            pixels(row.get("x")),
                            pixels(row.get("y")),
                            Math.max(1, pixels(row.get("w"))),
                            Math.max(1, pixels(row.get("h"))));
            truth.computeIfAbsent(row.get("image"), _ -> new ArrayList<>())
                    .add(new TrueFace(box, !row.get("invalid").equals("0")));
        }
        return truth;
    }

    private static int pixels(String number) {
        return (int) Math.round(Double.parseDouble(number));
    }

    /// Our finder, shown each picture as the first frame of a source.
    public static Finder ours(FaceFinder finder) {
        return grey -> {
            finder.reset();
            return finder.find(grey, Masks.NONE, 0).stream().map(TrackedFace::box).toList();
        };
    }

    /// What everybody starts with: one cascade, scale factor 1.1, 5 neighbours.
    public static Finder plainHaar(CascadeClassifier cascade) {
        return grey -> {
            MatOfRect rects = new MatOfRect();
            cascade.detectMultiScale(grey, rects, 1.1, 5);
            List<Box> boxes =
                    rects.toList().stream().map(r -> new Box(r.x, r.y, r.width, r.height)).toList();
            rects.release();
            return boxes;
        };
    }

    /// What everybody starts with, on the same photographs.
    ///
    /// @param cascades folder with `haarcascade_frontalface_default.xml`
    /// @throws UserProblem when the photographs or their boxes cannot be read
    public static Result plainHaar(Path folder, Optional<String> part, Path cascades)
            throws UserProblem {
        String usual = cascades.resolve("haarcascade_frontalface_default.xml").toString();
        return of("plain Haar", folder, part, plainHaar(new CascadeClassifier(usual)));
    }

    /// @param part of the photographs, as the `parts.csv` beside their boxes (or one folder above) names
    ///     it; empty takes all
    /// @throws UserProblem when the photographs or their boxes cannot be read
    public static Result of(String name, Path folder, Optional<String> part, Finder finder)
            throws UserProblem {
        try {
            return run(name, folder, part, finder);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new UserProblem(
                    Text.of(
                            "evaluate.photos.unusable",
                            folder,
                            String.valueOf(unusable.getMessage())),
                    unusable);
        }
    }

    /// All photographs of a folder.
    public static Result run(String name, Path folder, Finder finder) throws IOException {
        return run(name, folder, Optional.empty(), finder);
    }

    // The parts file names photographs with their folders: the last names are compared.
    private static Set<String> names(Path folder, String part) throws IOException {
        Path beside = folder.resolve("parts.csv");
        Path csv = Files.exists(beside) ? beside : folder.resolveSibling("finder/parts.csv");
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        Set<String> names = new HashSet<>();
        try (Reader reader = Files.newBufferedReader(csv)) {
            for (CSVRecord row : format.parse(reader)) {
                if (row.get("part").equals(part)) {
                    names.add(lastName(row.get("photo")));
                }
            }
        }
        return names;
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Path picture(Path folder, String name) {
        Path beside = folder.resolve(name);
        return Files.exists(beside) ? beside : folder.resolve("photos").resolve(lastName(name));
    }

    private static Result run(String name, Path folder, Optional<String> part, Finder finder)
            throws IOException {
        Map<String, List<TrueFace>> truth;
        try (Reader csv = Files.newBufferedReader(folder.resolve("boxes.csv"))) {
            truth = truth(csv);
        }
        if (part.isPresent()) {
            Set<String> wanted = names(folder, part.get());
            truth.keySet().removeIf(image -> !wanted.contains(lastName(image)));
        }
        int[] faces = new int[WIDTHS.length];
        int[] found = new int[WIDTHS.length];
        int falseBoxes = 0;
        long cpu = 0;
        for (Map.Entry<String, List<TrueFace>> image : truth.entrySet()) {
            String file = picture(folder, image.getKey()).toString();
            Mat grey = Imgcodecs.imread(file, Imgcodecs.IMREAD_GRAYSCALE);
            if (grey.empty()) {
                throw new IOException("no picture: " + file);
            }
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            List<Box> boxes = finder.find(grey);
            cpu += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            grey.release();
            List<TrueFace> expected = image.getValue();
            int[] match =
                    Matching.greedy(
                            expected.stream().map(TrueFace::box).toList(), boxes, SAME_FACE);
            falseBoxes += boxes.size();
            for (int i = 0; i < match.length; i++) {
                boolean hit = match[i] >= 0;
                falseBoxes -= hit ? 1 : 0;
                if (!expected.get(i).invalid) {
                    int size = sizeClass(expected.get(i).box.width());
                    faces[size]++;
                    found[size] += hit ? 1 : 0;
                }
            }
        }
        List<SizeClass> sizes = new ArrayList<>();
        for (int i = 0; i < WIDTHS.length; i++) {
            sizes.add(new SizeClass(WIDTHS[i], faces[i], found[i]));
        }
        double millis = truth.isEmpty() ? 0 : cpu / 1e6 / truth.size();
        return new Result(name, truth.size(), List.copyOf(sizes), falseBoxes, millis);
    }

    private static int sizeClass(int width) {
        int size = 0;
        while (width >= WIDTHS[size]) {
            size++;
        }
        return size;
    }

    /// One row a finder, and their recall by face width.
    public static String markdown(List<Result> results) {
        StringBuilder text =
                new StringBuilder(
                        """
                        | finder | faces found | false boxes an image | CPU ms an image |
                        |---|---|---|---|
                        """);
        for (Result result : results) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.1f %% (%d of %d) | %.2f | %.0f |%n",
                            result.name,
                            100 * result.recall(),
                            result.found(),
                            result.faces(),
                            result.falseBoxesPerImage(),
                            result.cpuMillis));
        }
        text.append("\n| face width, pixels | faces |");
        results.forEach(result -> text.append(' ').append(result.name).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(results.size())).append('\n');
        for (int i = 0; i < WIDTHS.length && !results.isEmpty(); i++) {
            String from = i == 0 ? "0" : String.valueOf(WIDTHS[i - 1]);
            String to = i == WIDTHS.length - 1 ? "and more" : "to " + (WIDTHS[i] - 1);
            text.append(
                    "| %s %s | %d |".formatted(from, to, results.getFirst().sizes.get(i).faces));
            for (Result result : results) {
                SizeClass size = result.sizes.get(i);
                double share = size.faces == 0 ? 0 : 100.0 * size.found / size.faces;
                text.append(String.format(Locale.ROOT, " %.1f %% |", share));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
