package org.classbarometer.training.onnx;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Padding;

/// Adds layers to a graph, with the numbers they were trained to. A batch normalisation right after a
/// convolution or dense layer is folded into it; any other becomes a multiplication and an addition.
final class LayerWriter {
    private final Graph graph;
    private final TrainedArrays trained;

    LayerWriter(Graph graph, TrainedArrays trained) {
        this.graph = graph;
        this.trained = trained;
    }

    /// @param in name of what goes in
    /// @return name of what comes out
    String write(String place, Layer layer, String in) {
        return switch (layer) {
            case Layer.Sequence sequence -> sequence(place, sequence.layers(), in);
            case Layer.Conv conv -> convolve(place, conv, in, List.of());
            case Layer.DepthwiseConv conv -> convolve(place, conv, in, List.of());
            case Layer.Dense dense -> dense(place, in, List.of());
            case Layer.BatchNorm norm -> scale(place, norm, in);
            case Layer.Activate activate -> activate(activate.function(), in);
            case Layer.Pool pool ->
                    graph.add(
                            pool.kind() == Layer.Pool.Kind.LARGEST ? "MaxPool" : "AveragePool",
                            List.of(in),
                            Graph.wholes("kernel_shape", pool.size(), pool.size()),
                            Graph.wholes("strides", pool.stride(), pool.stride()),
                            Graph.wholes(
                                    "pads",
                                    pool.padding(),
                                    pool.padding(),
                                    pool.padding(),
                                    pool.padding()));
            case Layer.GlobalMean mean -> flat(graph.add("GlobalAveragePool", List.of(in)));
            case Layer.Flatten flatten -> flat(in);
            case Layer.Dropout dropout -> in;
            case Layer.Residual residual ->
                    graph.add(
                            "Add",
                            List.of(
                                    write(Anatomy.part(place, "branch"), residual.branch(), in),
                                    write(
                                            Anatomy.part(place, "shortcut"),
                                            residual.shortcut(),
                                            in)));
            case Layer.SqueezeExcite squeeze -> squeeze(place, squeeze, in);
            case Layer.GreyToRgb rgb ->
                    graph.add("Concat", List.of(in, in, in), Graph.whole("axis", 1));
            case Layer.Scale scale ->
                    add(
                            multiply(in, constant(place, "scale", scale.scale())),
                            constant(place, "shift", scale.shift()));
            case Layer.Standardise standardise -> standardise(place, standardise, in);
        };
    }

    private String sequence(String place, List<Layer> layers, String in) {
        String at = in;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            List<Layer.BatchNorm> folded = new ArrayList<>();
            if (i + 1 < layers.size() && layers.get(i + 1) instanceof Layer.BatchNorm norm) {
                folded.add(norm);
            }
            String norm = Anatomy.part(place, i + 1);
            String here = Anatomy.part(place, i);
            switch (layer) {
                case Layer.Conv _, Layer.DepthwiseConv _ -> {
                    at = convolve(here, layer, at, affine(norm, folded));
                    i += folded.size();
                }
                case Layer.Dense _ -> {
                    at = dense(here, at, affine(norm, folded));
                    i += folded.size();
                }
                default -> at = write(here, layer, at);
            }
        }
        return at;
    }

    /// What a batch normalisation does once it is trained: x * gain + shift, for each channel.
    private record Affine(float[] gain, float[] shift) {}

    private List<Affine> affine(String place, List<Layer.BatchNorm> norms) {
        return norms.stream().map(norm -> affine(place, norm)).toList();
    }

    private Affine affine(String place, Layer.BatchNorm norm) {
        float[] gain = get(place, "gain");
        float[] bias = get(place, "bias");
        float[] mean = get(place, "mean");
        float[] variance = get(place, "variance");
        float[] gains = new float[gain.length];
        float[] shifts = new float[gain.length];
        for (int i = 0; i < gain.length; i++) {
            double share = gain[i] / Math.sqrt((double) variance[i] + norm.epsilon());
            gains[i] = (float) share;
            shifts[i] = (float) (bias[i] - mean[i] * share);
        }
        return new Affine(gains, shifts);
    }

    private String scale(String place, Layer.BatchNorm norm, String in) {
        Affine affine = affine(place, norm);
        long channels = affine.gain().length;
        String gain = graph.constant(Anatomy.part(place, "gain"), affine.gain(), 1, channels, 1, 1);
        String shift =
                graph.constant(Anatomy.part(place, "shift"), affine.shift(), 1, channels, 1, 1);
        return add(multiply(in, gain), shift);
    }

    private String convolve(String place, Layer layer, String in, List<Affine> norm) {
        return switch (layer) {
            case Layer.Conv conv ->
                    convolve(place, in, conv.stride(), conv.padding(), conv.bias(), 1, norm);
            case Layer.DepthwiseConv conv ->
                    convolve(
                            place,
                            in,
                            conv.stride(),
                            conv.padding(),
                            conv.bias(),
                            trained.shape(Anatomy.part(place, "weight")).getFirst(),
                            norm);
            default -> throw new IllegalArgumentException(place + " is no convolution");
        };
    }

    private String convolve(
            String place,
            String in,
            int stride,
            Padding padding,
            boolean bias,
            int groups,
            List<Affine> norm) {
        List<Integer> shape = trained.shape(Anatomy.part(place, "weight"));
        int filters = shape.get(0);
        int kernel = shape.get(2);
        float[] weight = get(place, "weight").clone();
        float[] shift = bias ? get(place, "bias").clone() : new float[filters];
        norm.forEach(affine -> fold(affine, weight, shift));
        return graph.add(
                "Conv",
                List.of(
                        in,
                        graph.constant(
                                Anatomy.part(place, "weight"),
                                weight,
                                filters,
                                shape.get(1),
                                kernel,
                                kernel),
                        graph.constant(Anatomy.part(place, "bias"), shift, filters)),
                Graph.wholes("kernel_shape", kernel, kernel),
                Graph.wholes("strides", stride, stride),
                Graph.wholes(
                        "pads", padding.top(), padding.left(), padding.bottom(), padding.right()),
                Graph.whole("group", groups));
    }

    /// gain * (weight x + shift) + the normalisation's shift
    private static void fold(Affine affine, float[] weight, float[] shift) {
        int each = weight.length / shift.length;
        for (int filter = 0; filter < shift.length; filter++) {
            for (int i = 0; i < each; i++) {
                weight[filter * each + i] *= affine.gain()[filter];
            }
            shift[filter] = shift[filter] * affine.gain()[filter] + affine.shift()[filter];
        }
    }

    private String dense(String place, String in, List<Affine> norm) {
        float[] weight = get(place, "weight").clone();
        float[] shift = get(place, "bias").clone();
        norm.forEach(affine -> fold(affine, weight, shift));
        return gemm(place, in, weight, shift);
    }

    /// weight in + shift
    private String gemm(String place, String in, float[] weight, float[] shift) {
        return graph.add(
                "Gemm",
                List.of(
                        in,
                        graph.constant(
                                Anatomy.part(place, "weight"),
                                weight,
                                shift.length,
                                weight.length / shift.length),
                        graph.constant(Anatomy.part(place, "bias"), shift, shift.length)),
                Graph.whole("transB", 1));
    }

    private String squeeze(String place, Layer.SqueezeExcite squeeze, String in) {
        String mean = flat(graph.add("GlobalAveragePool", List.of(in)));
        String inner =
                activate(squeeze.inner(), dense(Anatomy.part(place, "squeeze"), mean, List.of()));
        String gate =
                graph.add(
                        "Sigmoid", List.of(dense(Anatomy.part(place, "excite"), inner, List.of())));
        String spread = graph.add("Unsqueeze", List.of(gate, graph.indices(place + ".axes", 2, 3)));
        return multiply(in, spread);
    }

    private String activate(Activation function, String in) {
        return switch (function) {
            case Activation.Relu _ -> graph.add("Relu", List.of(in));
            case Activation.LeakyRelu leaky ->
                    graph.add("LeakyRelu", List.of(in), Graph.number("alpha", leaky.slope()));
            case Activation.Elu _ -> graph.add("Elu", List.of(in));
            case Activation.Silu _ -> multiply(in, graph.add("Sigmoid", List.of(in)));
        };
    }

    private String standardise(String place, Layer.Standardise standardise, String in) {
        String centred = graph.add("Sub", List.of(in, mean(in)));
        String spread = graph.add("Sqrt", List.of(mean(multiply(centred, centred))));
        String floor = constant(place, "floor", standardise.floor());
        return graph.add("Div", List.of(centred, add(spread, floor)));
    }

    private String mean(String in) {
        return graph.add("ReduceMean", List.of(in), Graph.wholes("axes", 1, 2, 3));
    }

    private String flat(String in) {
        return graph.add("Flatten", List.of(in));
    }

    private String add(String one, String other) {
        return graph.add("Add", List.of(one, other));
    }

    private String multiply(String one, String other) {
        return graph.add("Mul", List.of(one, other));
    }

    private String constant(String place, String name, float value) {
        return graph.constant(Anatomy.part(place, name), new float[] {value});
    }

    private float[] get(String place, String name) {
        return trained.get(Anatomy.part(place, name));
    }
}
