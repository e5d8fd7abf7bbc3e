package org.classbarometer.evaluate.detection;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.face.Box;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// Photographs with boxes round their faces, such as the training part of WIDER FACE. Reads lists, no
/// pictures.
///
/// @param all by file name
public record Photographs(List<Photograph> all) {
    public Photographs {
        all = List.copyOf(all);
    }

    /// @param file the picture
    public record Photograph(Path file, List<TrueFace> faces) {
        public Photograph {
            faces = List.copyOf(faces);
        }

        /// Whether it shows a group as large as a class in front of a camera: 3 to 15 valid faces.
        public boolean group() {
            long valid = faces.stream().filter(face -> !face.invalid).count();
            return valid >= 3 && valid <= 15;
        }

        /// Whether it is of the half on which nothing was chosen when a finder was trained: by the name,
        /// as the lab halves its validation photographs.
        public boolean reporting() {
            CRC32 hash = new CRC32();
            hash.update(lastName(file.toString()).getBytes(StandardCharsets.UTF_8));
            return hash.getValue() % 2 != 0;
        }
    }

    /// @param invalid the data set's authors could not tell whether it is a face
    /// @param clear sharp or nearly so, uncovered, in a usual pose; false where the list does not say
    public record TrueFace(Box box, boolean invalid, boolean clear) {}

    /// @param folder with a `boxes.csv` (image, x, y, w, h, invalid, and blur, occlusion, pose where they
    ///     are known) and the pictures, beside it or in `photos`
    /// @param part of the photographs, as the `parts.csv` beside their boxes (or one folder above) names
    ///     it; empty takes all
    /// @throws UserProblem when a list is missing or misread
    public static Photographs read(Path folder, Optional<String> part) throws UserProblem {
        try {
            Map<String, List<TrueFace>> truth = truth(folder.resolve("boxes.csv"));
            if (part.isPresent()) {
                Set<String> wanted = names(folder, part.get());
                truth.keySet().removeIf(image -> !wanted.contains(lastName(image)));
            }
            List<Photograph> all = new ArrayList<>();
            truth.forEach((name, faces) -> all.add(new Photograph(picture(folder, name), faces)));
            return new Photographs(all);
        } catch (IOException | IllegalArgumentException unusable) {
            throw problem(folder, unusable);
        }
    }

    static UserProblem problem(Path folder, Exception cause) {
        String why = String.valueOf(cause.getMessage());
        return new UserProblem(Text.of("evaluate.photos.unusable", folder, why), cause);
    }

    private static Map<String, List<TrueFace>> truth(Path csv) throws IOException {
        Map<String, List<TrueFace>> truth = new TreeMap<>();
        for (CSVRecord row : rows(csv)) {
            Box box =
                    new Box(
                            pixels(row.get("x")),
                            pixels(row.get("y")),
                            Math.max(1, pixels(row.get("w"))),
                            Math.max(1, pixels(row.get("h"))));
            truth.computeIfAbsent(row.get("image"), _ -> new ArrayList<>())
                    .add(new TrueFace(box, !row.get("invalid").equals("0"), clear(row)));
        }
        return truth;
    }

    // WIDER's words: blur 0 none to 2 heavy, occlusion 0 none, pose 0 usual.
    private static boolean clear(CSVRecord row) {
        return row.isMapped("blur")
                && row.isMapped("occlusion")
                && row.isMapped("pose")
                && Integer.parseInt(row.get("blur")) < 2
                && row.get("occlusion").equals("0")
                && row.get("pose").equals("0");
    }

    private static int pixels(String number) {
        return (int) Math.round(Double.parseDouble(number));
    }

    static List<CSVRecord> rows(Path csv) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader reader = Files.newBufferedReader(csv)) {
            return format.parse(reader).getRecords();
        }
    }

    // The parts file names photographs with their folders: the last names are compared.
    private static Set<String> names(Path folder, String part) throws IOException {
        Path beside = folder.resolve("parts.csv");
        Path csv = Files.exists(beside) ? beside : folder.resolveSibling("finder/parts.csv");
        Set<String> names = new HashSet<>();
        for (CSVRecord row : rows(csv)) {
            if (row.get("part").equals(part)) {
                names.add(lastName(row.get("photo")));
            }
        }
        return names;
    }

    private static String lastName(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private static Path picture(Path folder, String name) {
        Path beside = folder.resolve(name);
        return Files.exists(beside) ? beside : folder.resolve("photos").resolve(lastName(name));
    }

    /// Those that show a group, see [Photograph#group()].
    public Photographs groups() {
        return new Photographs(all.stream().filter(Photograph::group).toList());
    }

    /// One half of them, see [Photograph#reporting()].
    ///
    /// @param reporting the half on which nothing was chosen; else the other
    public Photographs half(boolean reporting) {
        return new Photographs(
                all.stream().filter(photo -> photo.reporting() == reporting).toList());
    }
}
