package org.classbarometer.training.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.net.PyramidNetwork;

/// Writes a trained pyramid of one level as a face check's file: the mean of its cells, for a place and for
/// the place in a mirror, is the answer.
public final class CheckModel {
    private static final String PLACES = "places";
    private static final String LOGITS = "logits";

    private CheckModel() {}

    /// @param side of the pictures, in pixels
    /// @param values of the pyramid's parameters, by name
    /// @param metadata of the contract
    /// @throws IllegalArgumentException when an array is lacking or of another size
    public static ModelProto of(
            PyramidNetwork pyramid,
            int side,
            Map<String, float[]> values,
            Map<String, String> metadata) {
        Graph graph = new Graph("face-check", "count");
        LayerWriter layers =
                new LayerWriter(graph, new TrainedArrays(pyramid.parameters(), values));
        PyramidNetwork.Level level = pyramid.levels().getFirst();
        graph.input(PLACES, -1, 1, side, side);
        String at = layers.write(PyramidNetwork.STEM, pyramid.stem(), withMirrored(graph));
        at = layers.write(PyramidNetwork.stage(0), level.stage(), at);
        at = layers.write(PyramidNetwork.lateral(0), level.lateral(), at);
        at = layers.write(PyramidNetwork.head(0), level.head(), at);
        String means = graph.add("GlobalAveragePool", List.of(at));
        String pairs = graph.add("Reshape", List.of(means, graph.indices("pairs", 2, -1)));
        graph.addNamed(
                LOGITS,
                "ReduceMean",
                List.of(pairs),
                Graph.wholes("axes", 0),
                Graph.whole("keepdims", 0));
        graph.output(LOGITS, -1);
        return graph.model("classbarometer-lab", metadata);
    }

    /// All places, and after them all as a mirror shows them.
    private static String withMirrored(Graph graph) {
        String mirrored =
                graph.add(
                        "Slice",
                        List.of(
                                PLACES,
                                graph.indices("last", -1),
                                graph.indices("before-first", Long.MIN_VALUE + 1),
                                graph.indices("axis", 3),
                                graph.indices("step", -1)));
        return graph.add("Concat", List.of(PLACES, mirrored), Graph.whole("axis", 0));
    }
}
