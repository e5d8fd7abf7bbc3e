package org.classbarometer.training.run;

import java.util.List;

/// From whom a run learns besides the labels (Hinton et al. 2015, "Distilling the Knowledge in a
/// Neural Network").
///
/// @param teachers folders of finished runs, as they were typed
/// @param best whether their epochs with the best validation teach, not their last ones
/// @param share of what they say in what the run is to answer, in (0, 1]; the rest are the labels
/// @param softness temperature by which their outputs are divided; 1 leaves them as they are, more
///     says more of the labels they hold for unlikely
public record Distillation(List<String> teachers, boolean best, float share, float softness) {
    public Distillation {
        teachers = List.copyOf(teachers);
        if (teachers.isEmpty() || !(share > 0 && share <= 1) || !(softness > 0)) {
            throw new IllegalArgumentException(
                    "distillation needs a teacher, a share above 0 and up to 1, and a softness above"
                            + " 0");
        }
    }
}
