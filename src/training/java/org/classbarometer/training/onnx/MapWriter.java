package org.classbarometer.training.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Extent;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;

/// Adds a network's head to a graph: the logits, and the map of what each cell of the last feature
/// map adds to them.
///
/// After a mean and one dense layer that is a 1x1 convolution with the dense layer's weights (Zhou et
/// al. 2015, "Learning Deep Features for Discriminative Localization"). Where several dense layers
/// follow, the graph works out the gradient of each logit with respect to the feature map, layer by
/// layer backwards, and multiplies (HiResCAM: Draelos and Carin 2020). For one dense layer the two are
/// the same. The map's mean over its cells is the logit but for what the biases add.
final class MapWriter {
    private final Graph graph;
    private final TrainedNetwork trained;
    private final Network network;
    private final Head head;
    private final float[] lean;
    private final LayerWriter layers;

    /// @param lean added to the logits
    MapWriter(Graph graph, TrainedNetwork trained, Head head, float[] lean) {
        this.graph = graph;
        this.trained = trained;
        this.network = trained.network();
        this.head = head;
        this.lean = lean.clone();
        this.layers = new LayerWriter(graph, trained.arrays());
    }

    /// @param map the last feature map's name
    void write(String map, String logits, String cam) {
        List<Layer> steps = network.head().layers();
        boolean means = steps.getFirst() instanceof Layer.GlobalMean;
        boolean plain =
                steps.subList(1, steps.size()).stream()
                        .allMatch(step ->
                                step instanceof Layer.Dropout || step.equals(steps.getLast()));
        if (means && steps.size() == 1) {
            channels(map, logits, cam);
        } else if (means && plain && steps.getLast() instanceof Layer.Dense) {
            oneDense(map, logits, cam);
        } else {
            severalDense(map, logits, cam);
        }
    }

    /// The feature map has a channel for each label.
    private void channels(String map, String logits, String cam) {
        graph.addNamed(
                cam,
                "Slice",
                List.of(
                        map,
                        graph.indices("first", head.offset()),
                        graph.indices("end", head.end()),
                        graph.indices("axis", 1)));
        means(cam, lean, logits);
    }

    private void oneDense(String map, String logits, String cam) {
        Last last = last();
        int size = last.weight().length / head.size();
        String kernel = graph.constant("map.weight", last.weight(), head.size(), size, 1, 1);
        graph.addNamed(cam, "Conv", List.of(map, kernel));
        means(cam, last.bias(), logits);
    }

    private void means(String cam, float[] bias, String logits) {
        String mean = graph.add("Flatten", List.of(graph.add("GlobalAveragePool", List.of(cam))));
        graph.addNamed(logits, "Add", List.of(mean, graph.constant("map.bias", bias, head.size())));
    }

    /// This head's part of the last dense layer, the lean added.
    private record Last(float[] weight, float[] bias) {}

    private Last last() {
        int index = network.head().layers().size() - 1;
        if (!(network.head().layers().get(index) instanceof Layer.Dense)) {
            throw new IllegalArgumentException(
                    network.architecture() + " does not end in a dense layer");
        }
        String place = Anatomy.part(Anatomy.HEAD, index);
        float[] weight = trained.get(Anatomy.part(place, "weight"));
        float[] bias = trained.get(Anatomy.part(place, "bias"));
        int inputs = weight.length / bias.length;
        float[] ours = Arrays.copyOfRange(bias, head.offset(), head.end());
        for (int i = 0; i < ours.length; i++) {
            ours[i] += lean[i];
        }
        return new Last(
                Arrays.copyOfRange(weight, head.offset() * inputs, head.end() * inputs), ours);
    }

    private void severalDense(String map, String logits, String cam) {
        List<Layer> steps = network.head().layers();
        // What each layer multiplies a gradient with, from the first to the last.
        List<Backward> backwards = new ArrayList<>();
        String at = layers.write(Anatomy.part(Anatomy.HEAD, 0), steps.getFirst(), map);
        for (int i = 1; i < steps.size() - 1; i++) {
            String place = Anatomy.part(Anatomy.HEAD, i);
            switch (steps.get(i)) {
                case Layer.Dropout _ -> {}
                case Layer.Dense dense -> {
                    at = layers.write(place, dense, at);
                    backwards.add(new Backward(true, transposed(place, dense.units())));
                }
                case Layer.Activate activate -> {
                    String slope = slope(activate.function(), at);
                    backwards.add(
                            new Backward(
                                    false,
                                    graph.add(
                                            "Unsqueeze",
                                            List.of(slope, graph.indices("second", 1)))));
                    at = layers.write(place, activate, at);
                }
                default ->
                        throw new IllegalArgumentException(
                                network.architecture()
                                        + " has a layer between its dense layers whose gradient"
                                        + " is not written: "
                                        + steps.get(i));
            }
        }
        Last last = last();
        int inputs = last.weight().length / head.size();
        String weight = graph.constant("last.weight", last.weight(), 1, head.size(), inputs);
        graph.addNamed(
                logits,
                "Gemm",
                List.of(
                        at,
                        graph.constant("last.gemm", last.weight(), head.size(), inputs),
                        graph.constant("last.bias", last.bias(), head.size())),
                Graph.whole("transB", 1));
        String gradient = weight;
        for (Backward backward : backwards.reversed()) {
            gradient =
                    graph.add(
                            backward.dense() ? "MatMul" : "Mul",
                            List.of(gradient, backward.factor()));
        }
        cells(map, gradient, cam);
    }

    /// @param factor [units, inputs] of a dense layer, or [N, 1, units]
    private record Backward(boolean dense, String factor) {}

    // A gradient [N, C, units] times the weight [units, inputs] is the gradient before the layer.
    private String transposed(String place, int units) {
        float[] weight = trained.get(Anatomy.part(place, "weight"));
        return graph.constant(
                Anatomy.part(place, "backward"), weight, units, weight.length / units);
    }

    /// The derivative of an activation at what goes in, [N, units].
    private String slope(Activation function, String in) {
        return switch (function) {
            case Activation.Relu _ -> where(in, constant("none", 0));
            case Activation.LeakyRelu leaky -> where(in, constant("slope", leaky.slope()));
            case Activation.Elu _ -> where(in, graph.add("Exp", List.of(in)));
            case Activation.Silu _ -> {
                String gate = graph.add("Sigmoid", List.of(in));
                String rest = graph.add("Sub", List.of(constant("one", 1), gate));
                String inner = graph.add("Mul", List.of(in, rest));
                String sum = graph.add("Add", List.of(inner, constant("one", 1)));
                yield graph.add("Mul", List.of(gate, sum));
            }
        };
    }

    /// 1 above 0, else this.
    private String where(String in, String below) {
        String above = graph.add("Greater", List.of(in, constant("zero", 0)));
        return graph.add("Where", List.of(above, constant("one", 1), below));
    }

    private void cells(String map, String gradient, String cam) {
        Extent extent = Anatomy.of(network).map();
        long labels = head.size();
        if (network.head().layers().getFirst() instanceof Layer.GlobalMean) {
            String flat =
                    graph.add(
                            "Reshape",
                            List.of(
                                    map,
                                    graph.indices("rows", 0, extent.channels(), extent.cells())));
            graph.addNamed(
                    cam,
                    "Reshape",
                    List.of(
                            graph.add("MatMul", List.of(gradient, flat)),
                            graph.indices("shape", 0, labels, extent.height(), extent.width())));
            return;
        }
        String every =
                graph.add(
                        "Reshape",
                        List.of(
                                gradient,
                                graph.indices(
                                        "every",
                                        0,
                                        labels,
                                        extent.channels(),
                                        extent.height(),
                                        extent.width())));
        String one = graph.add("Unsqueeze", List.of(map, graph.indices("second", 1)));
        String sum =
                graph.add(
                        "ReduceSum",
                        List.of(
                                graph.add("Mul", List.of(every, one)),
                                graph.indices("channels", 2)),
                        Graph.whole("keepdims", 0));
        // The mean over the cells, not their sum, shall be the logit.
        graph.addNamed(cam, "Mul", List.of(sum, constant("cells", extent.cells())));
    }

    private String constant(String name, float value) {
        return graph.constant(name, new float[] {value});
    }
}
