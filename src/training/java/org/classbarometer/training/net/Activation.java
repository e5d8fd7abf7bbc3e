package org.classbarometer.training.net;

/// A function applied to each value.
public sealed interface Activation {
    /// max(x, 0)
    record Relu() implements Activation {}

    /// x, or slope * x below 0
    record LeakyRelu(float slope) implements Activation {}

    /// x, or exp(x) - 1 below 0 (Clevert et al. 2015)
    record Elu() implements Activation {}

    /// x * sigmoid(x), also called swish (Ramachandran et al. 2017)
    record Silu() implements Activation {}

    static Activation relu() {
        return new Relu();
    }
}
