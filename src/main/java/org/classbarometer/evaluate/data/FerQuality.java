package org.classbarometer.evaluate.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What is known of one row of FER2013 beyond its label.
///
/// @param noOriginalPixels the pixels could not be recovered: not to be used
/// @param labelAmbiguous the same picture carries different labels elsewhere in the data set
/// @param nearestTrainRow most similar Training row of a row outside Training, from 0
/// @param nearestTrainError mean squared difference of grey values to it
public record FerQuality(
        boolean noOriginalPixels,
        boolean labelAmbiguous,
        OptionalInt nearestTrainRow,
        OptionalDouble nearestTrainError) {
    /// A row less different than this from a Training row is a near copy of it: the same picture
    /// shifted or cut otherwise.
    public static final double NEAR_COPY_BELOW = 500;

    /// Whether a model may have seen this very picture while it was trained.
    public boolean nearCopy() {
        return nearestTrainError.isPresent() && nearestTrainError.getAsDouble() < NEAR_COPY_BELOW;
    }

    /// Reads `quality.csv`, one row for each of `fer2013.csv`, in its order.
    ///
    /// @throws DataSetException when the file cannot be read, lacks a column or has a row that is not
    ///     in its place
    static List<FerQuality> read(Path file) throws DataSetException {
        try (CsvFile csv = CsvFile.open(file)) {
            int number = csv.column("row");
            int pixels = csv.column("no_original_pixels");
            int ambiguous = csv.column("label_ambiguous");
            int nearest = csv.column("nearest_train_row");
            int error = csv.column("nearest_train_mse");
            List<FerQuality> rows = new ArrayList<>();
            for (List<String> row = csv.next(); !row.isEmpty(); row = csv.next()) {
                try {
                    if (Integer.parseInt(row.get(number).strip()) != rows.size()) {
                        throw new IllegalArgumentException("row " + row.get(number));
                    }
                    rows.add(
                            new FerQuality(
                                    flag(row.get(pixels)),
                                    flag(row.get(ambiguous)),
                                    row.get(nearest).isBlank()
                                            ? OptionalInt.empty()
                                            : OptionalInt.of(
                                                    Integer.parseInt(row.get(nearest).strip())),
                                    row.get(error).isBlank()
                                            ? OptionalDouble.empty()
                                            : OptionalDouble.of(
                                                    Double.parseDouble(row.get(error).strip()))));
                } catch (IllegalArgumentException | IndexOutOfBoundsException misread) {
                    throw DataSetException.of(
                            "evaluate.data.row",
                            file,
                            rows.size() + 2,
                            String.valueOf(misread.getMessage()));
                }
            }
            return List.copyOf(rows);
        }
    }

    private static boolean flag(String value) {
        return switch (value.strip()) {
            case "0" -> false;
            case "1" -> true;
            default -> throw new IllegalArgumentException("'" + value + "'");
        };
    }
}
