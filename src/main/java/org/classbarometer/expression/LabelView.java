package org.classbarometer.expression;

/// A label set laid over what a model tells apart; turns the model's probabilities into a reading.
/// Immutable, thread-safe.
public interface LabelView {
    LabelSet labels();

    /// @param probabilities calibrated, one per label of the model, summing to 1
    Reading read(float[] probabilities);
}
