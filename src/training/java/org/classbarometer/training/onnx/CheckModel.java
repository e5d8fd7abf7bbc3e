package org.classbarometer.training.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.net.PyramidNetwork;

/// Writes trained pyramids of one level as a face check's file. Each is shown a square of its own around a place;
/// the mean of its cells, for the square and for the square in a mirror, is its answer, and the mean of
/// all answers is the file's.
public final class CheckModel {
    private static final String PLACES = "places";
    private static final String LOGITS = "logits";

    private CheckModel() {}

    /// One of the networks.
    ///
    /// @param values of the pyramid's parameters, by name
    public record Part(PyramidNetwork pyramid, Map<String, float[]> values) {}

    /// @param parts in the order of the squares
    /// @param side of the squares, in pixels
    /// @param metadata of the contract
    /// @throws IllegalArgumentException when an array is lacking or of another size
    public static ModelProto of(List<Part> parts, int side, Map<String, String> metadata) {
        Graph graph = new Graph("face-check", "count");
        graph.input(PLACES, -1, parts.size(), side, side);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            answers.add(answer(graph, parts.get(i), square(graph, i, parts.size())));
        }
        graph.addNamed(LOGITS, "Mean", answers);
        graph.output(LOGITS, -1);
        return graph.model("classbarometer-lab", metadata);
    }

    private static String square(Graph graph, int number, int of) {
        return of == 1
                ? PLACES
                : graph.add(
                        "Slice",
                        List.of(
                                PLACES,
                                graph.indices("first", number),
                                graph.indices("beyond", number + 1),
                                graph.indices("squares", 1)));
    }

    private static String answer(Graph graph, Part part, String squares) {
        PyramidNetwork pyramid = part.pyramid();
        LayerWriter layers =
                new LayerWriter(graph, new TrainedArrays(pyramid.parameters(), part.values()));
        PyramidNetwork.Level level = pyramid.levels().getFirst();
        String at = layers.write(PyramidNetwork.STEM, pyramid.stem(), withMirrored(graph, squares));
        at = layers.write(PyramidNetwork.stage(0), level.stage(), at);
        at = layers.write(PyramidNetwork.lateral(0), level.lateral(), at);
        at = layers.write(PyramidNetwork.head(0), level.head(), at);
        String means = graph.add("GlobalAveragePool", List.of(at));
        String pairs = graph.add("Reshape", List.of(means, graph.indices("pairs", 2, -1)));
        return graph.add(
                "ReduceMean", List.of(pairs), Graph.wholes("axes", 0), Graph.whole("keepdims", 0));
    }

    /// All squares, and after them all as a mirror shows them.
    private static String withMirrored(Graph graph, String squares) {
        String mirrored =
                graph.add(
                        "Slice",
                        List.of(
                                squares,
                                graph.indices("last", -1),
                                graph.indices("before-first", Long.MIN_VALUE + 1),
                                graph.indices("axis", 3),
                                graph.indices("step", -1)));
        return graph.add("Concat", List.of(squares, mirrored), Graph.whole("axis", 0));
    }
}
