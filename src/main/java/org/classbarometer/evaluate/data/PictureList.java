package org.classbarometer.evaluate.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.evaluate.data.LabelledPicture.Pictures;

/// A csv of pictures: a column `path` (relative to the csv), a column `label` or `expression`, and
/// any further columns as attributes.
public final class PictureList {
    private static final String PATH = "path";
    private static final List<String> LABELS = List.of("label", "expression");

    private PictureList() {}

    static boolean hasColumns(CsvFile csv) {
        return csv.has(PATH);
    }

    /// @param words that labels may be written in
    /// @throws DataSetException when the csv cannot be read, lacks a column, or no row of it can be
    ///     used
    public static Pictures read(Path csv, LabelWords words) throws DataSetException {
        List<LabelledPicture> pictures = new ArrayList<>();
        Skips skips = new Skips();
        try (CsvFile file = CsvFile.open(csv)) {
            int path = file.column(PATH);
            int label = file.column(LABELS.stream().filter(file::has).findFirst().orElse("label"));
            Map<String, Integer> attributes = new LinkedHashMap<>();
            for (int i = 0; i < file.header().size(); i++) {
                if (i != path && i != label && !file.header().get(i).isBlank()) {
                    attributes.put(file.header().get(i), i);
                }
            }
            int line = 1;
            for (List<String> cells = file.next(); !cells.isEmpty(); cells = file.next()) {
                line++;
                if (cells.size() < file.header().size()) {
                    skips.add(SkipReason.UNREADABLE, csv.getFileName() + ", row " + line);
                    continue;
                }
                String written = cells.get(path).strip();
                Optional<Path> picture = resolve(csv, written);
                String name = HiddenFolders.hidden(written);
                Optional<String> known = words.label(cells.get(label));
                if (known.isEmpty()) {
                    skips.add(SkipReason.UNKNOWN_LABEL, name + ": " + cells.get(label));
                } else if (picture.isEmpty() || !Files.isRegularFile(picture.get())) {
                    skips.add(SkipReason.CORRUPT, name);
                } else {
                    pictures.add(
                            new LabelledPicture(
                                    name,
                                    picture.get(),
                                    cells.get(label).strip(),
                                    known.get(),
                                    values(cells, attributes)));
                }
            }
            PictureFolder.refuseEmpty(csv, pictures, skips, words);
            return new Pictures(List.copyOf(pictures), List.copyOf(attributes.keySet()), skips);
        }
    }

    private static Map<String, String> values(List<String> cells, Map<String, Integer> columns) {
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach((name, column) -> values.put(name, cells.get(column).strip()));
        return values;
    }

    private static Optional<Path> resolve(Path csv, String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(csv.resolveSibling(name));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
