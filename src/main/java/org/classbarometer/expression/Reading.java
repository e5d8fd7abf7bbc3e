package org.classbarometer.expression;

import java.util.List;

/// Calibrated probabilities over one label set, for one face at one time. Immutable; the caller must
/// not change the array.
///
/// @param labels the label set read in
/// @param probabilities one per label of `labels`, each in [0, 1], summing to 1 over the set
/// @param best index of the most probable label
/// @param confidence probability of the best label among everything the model tells apart, also
///     what the label set leaves out, in [0, 1]
/// @param uncertain true when the confidence is below the model's threshold: no label is claimed
public record Reading(
        LabelSet labels, float[] probabilities, int best, float confidence, boolean uncertain) {
    /// The most probable label's identifier; say it only when the reading is not [#uncertain()].
    public String label() {
        return labels.labels().get(best);
    }

    /// The identifiers behind [#probabilities()], in the same order.
    public List<String> names() {
        return labels.labels();
    }
}
