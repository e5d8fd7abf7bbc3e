package org.classbarometer.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.internal.NDArrayEx;
import ai.djl.ndarray.types.Shape;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Padding;
import org.jspecify.annotations.Nullable;

/// The way of a batch through layers. Holds nothing but the arrays it was given; results lie in the
/// manager of the input.
final class TorchLayers {
    // PyTorch's 0.1 for the new value; DJL writes it as the share of the old.
    private static final float MOMENTUM = 0.9f;
    private static final Shape ONE = new Shape(1, 1);
    private static final Shape NO_PADDING = new Shape(0, 0);

    private final Weights weights;
    private final Pass pass;

    /// What a way through layers is for.
    enum Pass {
        /// Answers as the network is.
        ANSWER,
        /// Dropout drops, batch normalisation uses the batch and keeps its running values.
        LEARN,
        /// Answers as the network is, and lets each batch normalisation take the batch's mean and
        /// variance as its own without changing what it says. Weights whose normalisations were
        /// folded away would say something else as soon as they learn.
        SETTLE
    }

    TorchLayers(Weights weights, Pass pass) {
        this.weights = weights;
        this.pass = pass;
    }

    /// @param place in front of the names of the layer's arrays
    NDArray run(String place, Layer layer, NDArray x) {
        return switch (layer) {
            case Layer.Sequence sequence -> {
                NDArray at = x;
                int index = 0;
                for (Layer step : sequence.layers()) {
                    at = run(Anatomy.part(place, index++), step, at);
                }
                yield at;
            }
            case Layer.Conv conv ->
                    convolve(place, x, conv.stride(), conv.padding(), conv.bias(), 1);
            case Layer.DepthwiseConv conv ->
                    convolve(
                            place,
                            x,
                            conv.stride(),
                            conv.padding(),
                            conv.bias(),
                            Math.toIntExact(x.getShape().get(1)));
            case Layer.BatchNorm norm -> {
                if (pass == Pass.SETTLE) {
                    settle(place, norm, x);
                }
                yield ops(x).batchNorm(
                                x,
                                part(place, "mean"),
                                part(place, "variance"),
                                part(place, "gain"),
                                part(place, "bias"),
                                -1,
                                MOMENTUM,
                                norm.epsilon(),
                                pass == Pass.LEARN)
                        .singletonOrThrow();
            }
            case Layer.Activate activate -> activate(activate.function(), x);
            case Layer.Pool pool -> {
                Shape size = new Shape(pool.size(), pool.size());
                Shape stride = new Shape(pool.stride(), pool.stride());
                yield switch (pool.kind()) {
                    case LARGEST ->
                            ops(x).maxPool(
                                            size,
                                            stride,
                                            new Shape(pool.padding(), pool.padding()),
                                            false);
                    case MEAN -> ops(x).avgPool(size, stride, NO_PADDING, false, true);
                };
            }
            case Layer.GlobalMean mean -> ops(x).globalAvgPool();
            case Layer.Dropout dropout ->
                    pass == Pass.LEARN
                            ? ops(x).dropout(x, dropout.rate(), true).singletonOrThrow()
                            : x;
            case Layer.Flatten flatten -> x.reshape(x.getShape().get(0), -1);
            case Layer.Dense dense -> dense(place, x);
            case Layer.Residual residual ->
                    run(Anatomy.part(place, "branch"), residual.branch(), x)
                            .add(run(Anatomy.part(place, "shortcut"), residual.shortcut(), x));
            case Layer.SqueezeExcite squeeze -> {
                NDArray mean = ops(x).globalAvgPool();
                NDArray inner =
                        activate(squeeze.inner(), dense(Anatomy.part(place, "squeeze"), mean));
                NDArray gate =
                        ai.djl.nn.Activation.sigmoid(dense(Anatomy.part(place, "excite"), inner));
                yield x.mul(gate.reshape(x.getShape().get(0), x.getShape().get(1), 1, 1));
            }
            case Layer.GreyToRgb rgb -> x.tile(new long[] {1, 3, 1, 1});
            case Layer.Scale scale -> x.mul(scale.scale()).add(scale.shift());
            case Layer.Standardise standardise -> {
                NDArray flat = x.reshape(x.getShape().get(0), -1);
                NDArray centred = flat.sub(flat.mean(new int[] {1}, true));
                NDArray spread = centred.square().mean(new int[] {1}, true).sqrt();
                yield centred.div(spread.add(standardise.floor())).reshape(x.getShape());
            }
        };
    }

    private void settle(String place, Layer.BatchNorm norm, NDArray x) {
        NDArray rows = x.transpose(1, 0, 2, 3).reshape(x.getShape().get(1), -1);
        NDArray mean = rows.mean(new int[] {1});
        NDArray variance = rows.sub(mean.reshape(-1, 1)).square().mean(new int[] {1});
        NDArray slope = part(place, "gain").div(part(place, "variance").add(norm.epsilon()).sqrt());
        NDArray bias = part(place, "bias").add(slope.mul(mean.sub(part(place, "mean"))));
        NDArray gain = slope.mul(variance.add(norm.epsilon()).sqrt());
        weights.set(Anatomy.part(place, "gain"), gain.toFloatArray());
        weights.set(Anatomy.part(place, "bias"), bias.toFloatArray());
        weights.set(Anatomy.part(place, "mean"), mean.toFloatArray());
        weights.set(Anatomy.part(place, "variance"), variance.toFloatArray());
    }

    private NDArray convolve(
            String place, NDArray x, int stride, Padding padding, boolean bias, int groups) {
        NDArray in = x;
        Shape zeros = new Shape(padding.top(), padding.left());
        if (!padding.symmetric()) {
            in =
                    x.pad(
                            new Shape(
                                    padding.left(),
                                    padding.right(),
                                    padding.top(),
                                    padding.bottom()),
                            0);
            zeros = NO_PADDING;
        }
        return ops(in).convolution(
                        in,
                        part(place, "weight"),
                        optional(place, bias),
                        new Shape(stride, stride),
                        zeros,
                        ONE,
                        groups)
                .singletonOrThrow();
    }

    // DJL takes null for a convolution without a bias.
    private @Nullable NDArray optional(String place, boolean bias) {
        return bias ? part(place, "bias") : null;
    }

    private NDArray dense(String place, NDArray x) {
        return ops(x).linear(x, part(place, "weight"), part(place, "bias")).singletonOrThrow();
    }

    private static NDArray activate(Activation function, NDArray x) {
        return switch (function) {
            case Activation.Relu relu -> ai.djl.nn.Activation.relu(x);
            case Activation.LeakyRelu leaky -> ai.djl.nn.Activation.leakyRelu(x, leaky.slope());
            case Activation.Elu elu -> ai.djl.nn.Activation.elu(x, 1);
            case Activation.Silu silu -> x.mul(ai.djl.nn.Activation.sigmoid(x));
        };
    }

    private NDArray part(String place, String name) {
        return weights.array(Anatomy.part(place, name));
    }

    private static NDArrayEx ops(NDArray x) {
        return x.getNDArrayInternal();
    }
}
