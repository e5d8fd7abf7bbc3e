package org.classbarometer.selfcheck;

import java.util.List;
import org.classbarometer.expression.LabelSet;

/// What the model read in the own face over some seconds, with its uncertainty. It speaks of the
/// expression, never of what the person feels.
///
/// @param model file name and version of the expression model
/// @param labels the label set read in
/// @param probabilities one per label, each in [0, 1], summing to 1
/// @param confidence mean probability of the best label among everything the model tells apart, in
///     [0, 1]
/// @param uncertain true when no label is claimed
public record MachineReading(
        String model,
        LabelSet labels,
        List<Double> probabilities,
        double confidence,
        boolean uncertain) {
    /// From this confidence on a reading is called fairly sure. Calibrated probabilities: such a
    /// reading is right about four times of five on the data the model was calibrated on.
    private static final double SURE = 0.8;

    /// How sure, in three steps that can be put into words.
    public enum Certainty {
        /// No label is claimed.
        UNSURE,
        /// A label is named with reserve.
        LEANING,
        FAIRLY_SURE
    }

    public MachineReading {
        probabilities = List.copyOf(probabilities);
        if (probabilities.size() != labels.size()) {
            throw new IllegalArgumentException(
                    probabilities.size() + " probabilities for " + labels);
        }
    }

    /// The most probable label's identifier; say it only when the reading is not uncertain.
    public String label() {
        int best = 0;
        for (int i = 1; i < probabilities.size(); i++) {
            if (probabilities.get(i) > probabilities.get(best)) {
                best = i;
            }
        }
        return labels.labels().get(best);
    }

    public Certainty certainty() {
        if (uncertain) {
            return Certainty.UNSURE;
        }
        return confidence >= SURE ? Certainty.FAIRLY_SURE : Certainty.LEANING;
    }
}
