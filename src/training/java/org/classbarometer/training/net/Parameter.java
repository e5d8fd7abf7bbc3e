package org.classbarometer.training.net;

import java.util.List;

/// One array of a network.
///
/// @param name unique in the network: the place of its layer and what it is there,
///     `features.3.branch.0.weight`
/// @param shape as PyTorch and ONNX have it: filters, channels, height, width, or units, inputs
/// @param start how it begins
public record Parameter(String name, List<Integer> shape, Start start) {
    public enum Start {
        /// Normal, with the variance 2 / inputs (He et al. 2015).
        HE,
        /// Normal, with the variance 1 / inputs.
        LECUN,
        ZERO,
        ONE,
        /// Running mean of a batch normalisation: not trained, begins as 0.
        RUNNING_MEAN,
        /// Running variance of a batch normalisation: not trained, begins as 1.
        RUNNING_VARIANCE
    }

    public Parameter {
        shape = List.copyOf(shape);
    }

    /// Whether the optimiser changes it.
    public boolean trained() {
        return start != Start.RUNNING_MEAN && start != Start.RUNNING_VARIANCE;
    }

    /// Whether weight decay applies: to weights, not to biases and gains.
    public boolean decays() {
        return shape.size() > 1;
    }

    public int size() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /// Values that one output value is summed up from.
    public int inputs() {
        return size() / shape.getFirst();
    }
}
