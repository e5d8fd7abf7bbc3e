package org.classbarometer.training.finder;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.frame.OpenCv;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// The photographs of a folder `data`: `data/finder/parts.csv` says for each whether it is to learn
/// from or to validate on; `boxes.csv` beside the photographs, or in the folder above, has their faces;
/// `data/finder/without-faces` holds pictures that have none.
///
/// @param training with at least one face each, shrunk
/// @param validation as they are
/// @param without faces, shrunk
public record Photos(List<Photo> training, List<Photo> validation, List<Photo> without) {
    /// Longest side of what is learnt from: more would take memory for nothing.
    private static final int LONGEST = 800;

    public Photos {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        without = List.copyOf(without);
    }

    /// @param most photographs of each part, to try things out
    /// @throws IOException naming the file that cannot be read
    public static Photos read(Path data, int most) throws IOException {
        OpenCv.load();
        List<Photo> training = new ArrayList<>();
        List<Photo> validation = new ArrayList<>();
        Map<Path, Map<String, List<Face>>> boxes = new HashMap<>();
        for (CSVRecord row : rows(data.resolve("finder").resolve("parts.csv"))) {
            Path file = data.resolve(row.get("photo"));
            boolean teaches = row.get("part").equals("train");
            if ((teaches ? training : validation).size() >= most) {
                continue;
            }
            Path listed = list(file);
            if (!boxes.containsKey(listed)) {
                boxes.put(listed, boxes(listed));
            }
            String name = file.getFileName().toString();
            List<Face> faces = boxes.get(listed).getOrDefault(name, List.of());
            if (!teaches) {
                validation.add(photo(file, faces, Integer.MAX_VALUE));
            } else if (faces.stream().anyMatch(face -> !face.invalid())) {
                training.add(photo(file, faces, LONGEST));
            }
        }
        List<Photo> without = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("finder").resolve("without-faces"))) {
            for (Path file : files.sorted().limit(most).toList()) {
                without.add(photo(file, List.of(), LONGEST));
            }
        }
        if (training.isEmpty() || validation.isEmpty()) {
            throw new IOException(data + " has no photographs to learn from or to validate on");
        }
        return new Photos(training, validation, without);
    }

    private static Path list(Path photo) throws IOException {
        for (Path folder :
                List.of(photo.resolveSibling(""), photo.resolveSibling("..").normalize())) {
            Path list = folder.resolve("boxes.csv");
            if (Files.exists(list)) {
                return list;
            }
        }
        throw new IOException("there is no boxes.csv for " + photo);
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader in = Files.newBufferedReader(file)) {
            return format.parse(in).getRecords();
        } catch (java.nio.file.NoSuchFileException missing) {
            throw new IOException("there is no " + file, missing);
        }
    }

    private static Map<String, List<Face>> boxes(Path file) throws IOException {
        Map<String, List<Face>> boxes = new HashMap<>();
        for (CSVRecord row : rows(file)) {
            try {
                Area area =
                        new Area(
                                Double.parseDouble(row.get("x")),
                                Double.parseDouble(row.get("y")),
                                Math.max(1, Double.parseDouble(row.get("w"))),
                                Math.max(1, Double.parseDouble(row.get("h"))));
                Face face =
                        new Face(
                                area,
                                Integer.parseInt(row.get("blur")),
                                Integer.parseInt(row.get("occlusion")),
                                !row.get("pose").equals("0"),
                                !row.get("invalid").equals("0"));
                boxes.computeIfAbsent(row.get("image"), _ -> new ArrayList<>()).add(face);
            } catch (IllegalArgumentException misread) {
                throw new IOException(
                        file + ", row " + row.getRecordNumber() + ": " + misread.getMessage(),
                        misread);
            }
        }
        return boxes;
    }

    private static Photo photo(Path file, List<Face> faces, int longest) throws IOException {
        Mat read = Imgcodecs.imread(file.toString(), Imgcodecs.IMREAD_GRAYSCALE);
        try {
            if (read.empty()) {
                throw new IOException("no picture: " + file);
            }
            byte[] pixels = new byte[read.cols() * read.rows()];
            read.get(0, 0, pixels);
            Grey whole = new Grey(pixels, read.cols(), read.rows());
            double factor = (double) longest / Math.max(whole.width(), whole.height());
            String name = file.getFileName().toString();
            if (factor >= 1) {
                return Photo.of(name, whole, faces);
            }
            Grey small = shrunk(whole, longest);
            double really = (double) small.width() / whole.width();
            return Photo.of(
                    name,
                    small,
                    faces.stream()
                            .map(face ->
                                    new Face(
                                            face.area().scaled(really),
                                            face.blur(),
                                            face.occlusion(),
                                            face.turned(),
                                            face.invalid()))
                            .toList());
        } finally {
            read.release();
        }
    }

    /// As the program shrinks a frame before it looks: by area.
    ///
    /// @return the same when it is no longer than that
    static Grey shrunk(Grey picture, int longest) {
        int side = Math.max(picture.width(), picture.height());
        if (side <= longest) {
            return picture;
        }
        int width = Math.max(1, Math.round((float) picture.width() * longest / side));
        int height = Math.max(1, Math.round((float) picture.height() * longest / side));
        Mat large = new Mat(picture.height(), picture.width(), org.opencv.core.CvType.CV_8UC1);
        Mat small = new Mat();
        try {
            large.put(0, 0, picture.pixels());
            Imgproc.resize(large, small, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
            byte[] pixels = new byte[width * height];
            small.get(0, 0, pixels);
            return new Grey(pixels, width, height);
        } finally {
            large.release();
            small.release();
        }
    }
}
