package org.classbarometer.evaluate.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.evaluate.MarkdownTable;
import org.classbarometer.evaluate.detection.DetectionEvaluation.Finder;
import org.classbarometer.face.Box;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// Whether faces are found alike whatever their skin tone and age: portraits whose people are described,
/// shrunk to a small face on a plain wall. Owns native memory.
public final class PortraitEvaluation implements AutoCloseable {
    private static final int WALL = 110;
    private static final int MARGIN = 40;
    private static final int GROWN = 16;
    private static final int OLD = 40;
    private static final double SAME_FACE = 0.3;

    private final List<Placed> portraits;
    private final int unplaced;

    /// @param picture grey
    /// @param face in it
    private record Placed(Described described, Mat picture, Box face) {}

    private record Described(Path file, String skinTone, int age) {
        String ageGroup() {
            if (age < GROWN) {
                return "below " + GROWN;
            }
            return age < OLD ? GROWN + " to " + (OLD - 1) : OLD + " and older";
        }
    }

    private PortraitEvaluation(List<Placed> portraits, int unplaced) {
        this.portraits = portraits;
        this.unplaced = unplaced;
    }

    /// Reads portraits and places their faces, large as they are, with a finder.
    ///
    /// @param csv columns `path`, `skin_tone` and `age`; pictures lie beside it
    /// @throws UserProblem when the list or a picture cannot be read
    public static PortraitEvaluation read(Path csv, Finder finder) throws UserProblem {
        List<Placed> placed = new ArrayList<>();
        int unplaced = 0;
        for (Described one : described(csv)) {
            Mat grey = Imgcodecs.imread(one.file.toString(), Imgcodecs.IMREAD_GRAYSCALE);
            if (grey.empty()) {
                throw Photographs.problem(one.file, new IOException("no picture"));
            }
            Optional<Box> face =
                    finder.find(grey).stream().max(Comparator.comparingLong(Box::area));
            if (face.isPresent()) {
                placed.add(new Placed(one, grey, face.get()));
            } else {
                grey.release();
                unplaced++;
            }
        }
        return new PortraitEvaluation(placed, unplaced);
    }

    private static List<Described> described(Path csv) throws UserProblem {
        List<Described> all = new ArrayList<>();
        try {
            for (CSVRecord row : Photographs.rows(csv)) {
                all.add(
                        new Described(
                                csv.resolveSibling(row.get("path")),
                                row.get("skin_tone"),
                                Integer.parseInt(row.get("age"))));
            }
            return all;
        } catch (IOException | IllegalArgumentException unusable) {
            throw new UserProblem(
                    Text.of("evaluate.photos.unusable", csv, String.valueOf(unusable.getMessage())),
                    unusable);
        }
    }

    /// @param found which of the portraits, in their order
    private record Column(String name, int width, List<Boolean> found) {}

    /// How many are found, at face widths in pixels, by skin tone and by age; one column a finder and width.
    public String markdown(Map<String, Finder> finders, int... widths) {
        List<Column> columns = new ArrayList<>();
        for (int width : widths) {
            finders.forEach((name, finder) -> columns.add(column(name, finder, width)));
        }
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>(List.of("people", "portraits"));
        columns.forEach(column -> names.add(column.name + ", " + column.width + " pixels"));
        MarkdownTable table = new MarkdownTable(text::append, names);
        rows(table, columns, _ -> "all");
        rows(table, columns, one -> "skin tone " + one.skinTone);
        rows(table, columns, one -> "age " + one.ageGroup());
        return text.append(
                        String.format(
                                Locale.ROOT,
                                "%n%d more were not found at their own size and are left out.%n",
                                unplaced))
                .toString();
    }

    private void rows(
            MarkdownTable table, List<Column> columns, Function<Described, String> group) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < portraits.size(); i++) {
            String name = group.apply(portraits.get(i).described);
            members.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
        }
        members.forEach((name, of) -> {
            List<String> cells = new ArrayList<>(List.of(name, String.valueOf(of.size())));
            for (Column column : columns) {
                long found = of.stream().filter(column.found::get).count();
                cells.add(DetectionTables.percent(found, of.size()));
            }
            table.row(cells);
        });
    }

    private Column column(String name, Finder finder, int width) {
        return new Column(
                name, width, portraits.stream().map(one -> found(one, finder, width)).toList());
    }

    private static boolean found(Placed one, Finder finder, int width) {
        double scale = (double) width / one.face.width();
        Size size =
                new Size(
                        Math.max(1, Math.round(one.picture.cols() * scale)),
                        Math.max(1, Math.round(one.picture.rows() * scale)));
        Mat wall =
                new Mat(
                        (int) size.height + 2 * MARGIN,
                        (int) size.width + 2 * MARGIN,
                        CvType.CV_8UC1,
                        new Scalar(WALL));
        Mat place = wall.submat(new Rect(MARGIN, MARGIN, (int) size.width, (int) size.height));
        Imgproc.resize(one.picture, place, size, 0, 0, Imgproc.INTER_AREA);
        Box face =
                new Box(
                        MARGIN + (int) Math.round(one.face.x() * scale),
                        MARGIN + (int) Math.round(one.face.y() * scale),
                        width,
                        width);
        boolean found = finder.find(wall).stream().anyMatch(box -> box.overlap(face) > SAME_FACE);
        place.release();
        wall.release();
        return found;
    }

    @Override
    public void close() {
        portraits.forEach(one -> one.picture.release());
    }
}
