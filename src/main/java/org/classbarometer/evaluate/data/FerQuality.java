package org.classbarometer.evaluate.data;

import java.nio.file.Path;
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
            return csv.rows((row, place) -> {
                if (Integer.parseInt(row.get(number).strip()) != place) {
                    throw new IllegalArgumentException("row " + row.get(number));
                }
                String near = row.get(nearest).strip();
                String far = row.get(error).strip();
                return new FerQuality(
                        flag(row.get(pixels)),
                        flag(row.get(ambiguous)),
                        near.isEmpty()
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(near)),
                        far.isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Double.parseDouble(far)));
            });
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
