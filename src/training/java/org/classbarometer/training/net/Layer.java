package org.classbarometer.training.net;

import java.util.List;

/// One step of a network. A layer knows nothing of its input's size: [Anatomy] works that out.
public sealed interface Layer {
    /// One after the other.
    record Sequence(List<Layer> layers) implements Layer {
        public Sequence {
            layers = List.copyOf(layers);
        }
    }

    /// Convolution over all channels.
    ///
    /// @param filters channels that come out
    /// @param kernel side in cells
    /// @param bias false before a [BatchNorm], which has its own
    record Conv(int filters, int kernel, int stride, Padding padding, boolean bias)
            implements Layer {}

    /// Convolution of each channel by itself.
    record DepthwiseConv(int kernel, int stride, Padding padding, boolean bias) implements Layer {}

    /// Batch normalisation (Ioffe and Szegedy 2015).
    ///
    /// @param epsilon added to the variance
    /// @param silent starts with gain 0, so that a residual branch ending in it starts as nothing
    ///     (Goyal et al. 2017)
    record BatchNorm(float epsilon, boolean silent) implements Layer {
        public static final float EPSILON = 1e-5f;
    }

    record Activate(Activation function) implements Layer {}

    /// Pooling; cells that do not fill a window are left out.
    ///
    /// @param padding cells around the picture that count for nothing; 0 for [Kind#MEAN]
    record Pool(Kind kind, int size, int stride, int padding) implements Layer {
        public Pool {
            if (kind == Kind.MEAN && padding != 0) {
                throw new IllegalArgumentException("a mean of padding");
            }
        }

        public enum Kind {
            LARGEST,
            MEAN
        }
    }

    /// The mean of each channel.
    record GlobalMean() implements Layer {}

    /// Sets a share of the values to 0 while training.
    record Dropout(float rate) implements Layer {}

    record Flatten() implements Layer {}

    /// Fully connected; with a bias.
    record Dense(int units) implements Layer {}

    /// `branch(x) + shortcut(x)` (He et al. 2015). An empty sequence is the identity.
    record Residual(Layer branch, Layer shortcut) implements Layer {}

    /// Weighs each channel by what all of the picture shows (Hu et al. 2017): mean, two dense layers,
    /// sigmoid.
    ///
    /// @param squeezed values between the two dense layers
    record SqueezeExcite(int squeezed, Activation inner) implements Layer {}

    /// The one grey channel thrice, for networks made for colour.
    record GreyToRgb() implements Layer {}

    /// Grey values to what a network works with: value * scale + shift.
    record Scale(float scale, float shift) implements Layer {}

    /// Each picture by itself to mean 0 and a spread near 1: light and contrast go out of it.
    ///
    /// @param floor added to the standard deviation, in grey values, so that an even picture stays
    ///     even
    record Standardise(float floor) implements Layer {}

    static Sequence sequence(Layer... layers) {
        return new Sequence(List.of(layers));
    }

    static Layer identity() {
        return sequence();
    }

    /// Convolution that keeps the size at stride 1, to be followed by a [BatchNorm].
    static Conv conv(int filters, int kernel, int stride) {
        return new Conv(filters, kernel, stride, Padding.same(kernel), false);
    }

    /// As [#conv], with a bias of its own.
    static Conv convWithBias(int filters, int kernel, int stride) {
        return new Conv(filters, kernel, stride, Padding.same(kernel), true);
    }

    static DepthwiseConv depthwise(int kernel, int stride) {
        return new DepthwiseConv(kernel, stride, Padding.same(kernel), false);
    }

    static BatchNorm batchNorm() {
        return new BatchNorm(BatchNorm.EPSILON, false);
    }

    static Activate relu() {
        return new Activate(Activation.relu());
    }

    static Pool maxPool(int size) {
        return new Pool(Pool.Kind.LARGEST, size, size, 0);
    }

    /// Halves the size with windows of 3x3 that overlap.
    static Pool overlappingPool() {
        return new Pool(Pool.Kind.LARGEST, 3, 2, 1);
    }

    static Pool meanPool(int size) {
        return new Pool(Pool.Kind.MEAN, size, size, 0);
    }
}
