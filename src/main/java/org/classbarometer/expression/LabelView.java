package org.classbarometer.expression;

/// A label set laid over what a model tells apart; turns the model's probabilities into a reading.
/// Immutable, thread-safe.
public interface LabelView {
    LabelSet labels();

    /// @param probabilities calibrated, one per label of the model, summing to 1
    Reading read(float[] probabilities);

    /// The model's labels that count as one label of this view, by their index in the model.
    ///
    /// @param label index in [#labels()]
    default int[] members(int label) {
        return new int[] {label};
    }
}
