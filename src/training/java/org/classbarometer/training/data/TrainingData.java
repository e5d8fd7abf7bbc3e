package org.classbarometer.training.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.Fer2013;
import org.classbarometer.evaluate.data.FerFace;
import org.classbarometer.evaluate.data.Skips;
import org.classbarometer.evaluate.data.Split;

/// What a run learns from and is validated on.
///
/// @param skips what cannot be used
/// @param leftAlone pictures of a test part, which were not looked at, and ones that validate and are
///     therefore not learned from
public record TrainingData(
        List<TrainingFace> training, List<TrainingFace> validation, Skips skips, int leftAlone) {
    public TrainingData {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /// FER2013's Training and PublicTest rows.
    ///
    /// @throws DataSetException when a file cannot be read or fits the others not
    public static TrainingData of(Fer2013 data) throws DataSetException {
        List<TrainingFace> training = new ArrayList<>();
        List<TrainingFace> validation = new ArrayList<>();
        Skips skips =
                data.forEach(
                        EnumSet.of(Split.TRAINING, Split.VALIDATION),
                        face -> part(face, training, validation).add(TrainingFace.of(face)));
        return new TrainingData(training, validation, skips, 0);
    }

    /// This, with more faces to learn from.
    public TrainingData with(List<TrainingFace> more) {
        List<TrainingFace> all = new ArrayList<>(training);
        all.addAll(more);
        return new TrainingData(all, validation, skips, leftAlone);
    }

    private static List<TrainingFace> part(
            FerFace face, List<TrainingFace> training, List<TrainingFace> validation) {
        return face.split() == Split.TRAINING ? training : validation;
    }
}
