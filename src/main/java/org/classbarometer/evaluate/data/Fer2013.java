package org.classbarometer.evaluate.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// FER2013 in its published form, a csv with the columns `emotion`, `pixels` and `Usage`, plain or
/// gzipped, with the FER+ votes and the quality flags of the same rows where there are any.
///
/// A row with wrong pixels or an unknown emotion, and one flagged as having no original pixels, is
/// counted and left out; it keeps its number, so the rows after it stay joined rightly.
///
/// @param csv `fer2013.csv` or `fer2013.csv.gz`
/// @param votes `fer2013new.csv`
/// @param quality `quality.csv`
public record Fer2013(Path csv, Optional<Path> votes, Optional<Path> quality) {
    private static final int PIXELS = FerFace.SIDE * FerFace.SIDE;

    /// Whether a csv is FER2013's, by its header.
    ///
    /// @throws DataSetException when it cannot be read
    public static boolean recognises(Path csv) throws DataSetException {
        try (CsvFile file = CsvFile.open(csv)) {
            return hasColumns(file);
        }
    }

    /// Whether a header is that of FER2013.
    static boolean hasColumns(CsvFile csv) {
        return csv.has("emotion") || csv.has("pixels");
    }

    /// Hands out the faces of some splits one by one, keeping none.
    ///
    /// @return what was left out
    /// @throws DataSetException when a file cannot be read, lacks a column, or when the files have
    ///     different rows; the faces before the fault were handed out then
    public Skips forEach(Set<Split> wanted, Consumer<FerFace> consumer) throws DataSetException {
        List<FerVotes.Row> voted = votes.isPresent() ? FerVotes.read(votes.get()) : List.of();
        List<FerQuality> known = quality.isPresent() ? FerQuality.read(quality.get()) : List.of();
        Skips skips = new Skips();
        try (CsvFile file = CsvFile.open(csv)) {
            Columns columns =
                    new Columns(
                            file.column("emotion"), file.column("pixels"), file.column("Usage"));
            int row = 0;
            for (List<String> cells = file.next(); !cells.isEmpty(); cells = file.next()) {
                Optional<Split> split = columns.split(cells);
                checkPlace(row, split, voted);
                if (split.isEmpty()) {
                    skips.add(SkipReason.UNREADABLE, name(row) + ": Usage");
                } else if (wanted.contains(split.get())) {
                    face(row, split.get(), cells, columns, voted, known, skips).ifPresent(consumer);
                }
                row++;
            }
            checkLength(row, voted.size(), votes);
            checkLength(row, known.size(), quality);
        }
        return skips;
    }

    private record Columns(int emotion, int pixels, int usage) {
        Optional<Split> split(List<String> cells) {
            return usage < cells.size() ? Split.ofUsage(cells.get(usage)) : Optional.empty();
        }

        String cell(List<String> cells, int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    // The rows of the votes have no key but their place: a file that is one row off would give
    // every face the label of its neighbour.
    private void checkPlace(int row, Optional<Split> split, List<FerVotes.Row> voted)
            throws DataSetException {
        if (row < voted.size() && !voted.get(row).split().equals(split)) {
            throw DataSetException.of(
                    "evaluate.data.join", votes.orElseThrow(), csv, Integer.toString(row));
        }
    }

    private void checkLength(int rows, int others, Optional<Path> other) throws DataSetException {
        if (other.isPresent() && rows != others) {
            throw DataSetException.of("evaluate.data.length", other.get(), others, csv, rows);
        }
    }

    private static Optional<FerFace> face(
            int row,
            Split split,
            List<String> cells,
            Columns columns,
            List<FerVotes.Row> voted,
            List<FerQuality> known,
            Skips skips) {
        Optional<FerQuality> quality =
                row < known.size() ? Optional.of(known.get(row)) : Optional.empty();
        Optional<FerVotes> votes =
                row < voted.size() ? Optional.of(voted.get(row).votes()) : Optional.empty();
        if (quality.isPresent() && quality.get().noOriginalPixels()) {
            skips.add(SkipReason.NO_ORIGINAL_PIXELS, name(row));
            return Optional.empty();
        }
        String emotion = columns.cell(cells, columns.emotion);
        if (!emotion.matches("[0-6]")) {
            skips.add(SkipReason.UNKNOWN_LABEL, name(row) + ": " + emotion);
            return Optional.empty();
        }
        byte[] pixels = new byte[PIXELS];
        if (!decode(columns.cell(cells, columns.pixels), pixels)) {
            skips.add(SkipReason.CORRUPT, name(row));
            return Optional.empty();
        }
        String label = FerFace.EMOTIONS.get(Integer.parseInt(emotion));
        return Optional.of(new FerFace(row, split, pixels, label, votes, quality));
    }

    private static String name(int row) {
        return "row " + row;
    }

    /// @param text grey values 0..255 with blanks between them
    /// @return false when they are not as many as there are pixels, or something else
    private static boolean decode(String text, byte[] pixels) {
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int value = 0;
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = Math.min(value * 10 + text.charAt(at) - '0', 1000);
                at++;
            }
            boolean ended = at == text.length() || text.charAt(at) == ' ';
            if (at == start || !ended || value > 255 || count == pixels.length) {
                return false;
            }
            pixels[count++] = (byte) value;
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }
        return count == pixels.length;
    }
}
