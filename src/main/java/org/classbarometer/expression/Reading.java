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
/// @param uncertain true when the confidence is below the model's threshold, or when a label that the
///     set leaves out is more probable: no label is claimed
/// @param outside probability that the face shows something the label set leaves out, in [0, 1];
///     0 when the set leaves nothing out
public record Reading(
        LabelSet labels,
        float[] probabilities,
        int best,
        float confidence,
        boolean uncertain,
        float outside) {
    /// A reading in a label set that leaves nothing out.
    public Reading(
            LabelSet labels, float[] probabilities, int best, float confidence, boolean uncertain) {
        this(labels, probabilities, best, confidence, uncertain, 0);
    }

    /// Whether the face rather shows something that the label set leaves out: an uncertain reading
    /// that can be put as "something else" (`expression.other`).
    public boolean other() {
        return uncertain && outside > 0.5f;
    }

    /// The most probable label's identifier; say it only when the reading is not [#uncertain()].
    public String label() {
        return labels.labels().get(best);
    }

    /// The identifiers behind [#probabilities()], in the same order.
    public List<String> names() {
        return labels.labels();
    }
}
