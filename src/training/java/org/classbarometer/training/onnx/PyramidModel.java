package org.classbarometer.training.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.net.PyramidNetwork;

/// Writes a trained pyramid as a face finder's file: scores and boxes of all cells, decoded.
public final class PyramidModel {
    private static final String IMAGE = "image";
    private static final String SCORES = "scores";
    private static final String BOXES = "boxes";
    private static final int HEIGHT = -1;
    private static final int WIDTH = -2;
    private static final int CELLS = -3;

    /// No side of a box is farther from its stride than this, as a logarithm: exp must not overflow.
    private static final float LARGEST = 5;

    private final PyramidNetwork pyramid;
    private final Graph graph = new Graph("face-finder", "height", "width", "cells");
    private final LayerWriter layers;

    private PyramidModel(PyramidNetwork pyramid, Map<String, float[]> values) {
        this.pyramid = pyramid;
        this.layers = new LayerWriter(graph, new TrainedArrays(pyramid.parameters(), values));
    }

    /// @param values of the pyramid's parameters, by name
    /// @param metadata of the contract
    /// @throws IllegalArgumentException when an array is lacking or of another size
    public static ModelProto of(
            PyramidNetwork pyramid, Map<String, float[]> values, Map<String, String> metadata) {
        return new PyramidModel(pyramid, values).write(metadata);
    }

    private ModelProto write(Map<String, String> metadata) {
        graph.input(IMAGE, 1, 1, HEIGHT, WIDTH);
        List<String> maps = new ArrayList<>();
        String at = layers.write(PyramidNetwork.STEM, pyramid.stem(), IMAGE);
        for (int i = 0; i < pyramid.levels().size(); i++) {
            at = layers.write(PyramidNetwork.stage(i), pyramid.levels().get(i).stage(), at);
            maps.add(at);
        }
        List<String> scores = new ArrayList<>();
        List<String> boxes = new ArrayList<>();
        List<String> coarser = List.of();
        for (int i = maps.size() - 1; i >= 0; i--) {
            PyramidNetwork.Level level = pyramid.levels().get(i);
            String sum = layers.write(PyramidNetwork.lateral(i), level.lateral(), maps.get(i));
            for (String above : coarser) {
                sum = graph.add("Add", List.of(sum, enlarged(above, sum)));
            }
            coarser = List.of(sum);
            String output = layers.write(PyramidNetwork.head(i), level.head(), sum);
            scores.addFirst(scores(output));
            boxes.addFirst(boxes(output, level.stride()));
        }
        graph.addNamed(SCORES, "Concat", scores, Graph.whole("axis", 0));
        graph.addNamed(BOXES, "Concat", boxes, Graph.whole("axis", 0));
        graph.output(SCORES, CELLS);
        graph.output(BOXES, CELLS, 4);
        return graph.model("classbarometer-lab", metadata);
    }

    /// Each cell fourfold, cut to the size of the finer map: where that has an odd number of cells, the
    /// coarser one reaches over the border.
    private String enlarged(String map, String like) {
        String doubled =
                graph.add(
                        "Resize",
                        List.of(map, "", graph.constant("scales", new float[] {1, 1, 2, 2}, 4)),
                        Graph.text("mode", "nearest"),
                        Graph.text("coordinate_transformation_mode", "asymmetric"),
                        Graph.text("nearest_mode", "floor"));
        String size =
                graph.add(
                        "Slice",
                        List.of(
                                graph.add("Shape", List.of(like)),
                                graph.indices("first", 2),
                                graph.indices("end", 4)));
        return graph.add(
                "Slice",
                List.of(doubled, graph.indices("start", 0, 0), size, graph.indices("axes", 2, 3)));
    }

    private String scores(String output) {
        String flat =
                graph.add("Reshape", List.of(channels(output, 0, 1), graph.indices("flat", -1)));
        return graph.add("Sigmoid", List.of(flat));
    }

    private String boxes(String output, int stride) {
        String scale = graph.constant("stride", new float[] {stride});
        String sides =
                graph.add(
                        "Mul",
                        List.of(
                                graph.add(
                                        "Exp",
                                        List.of(
                                                graph.add(
                                                        "Clip",
                                                        List.of(
                                                                channels(output, 3, 5),
                                                                scalar("least", -LARGEST),
                                                                scalar("most", LARGEST))))),
                                scale));
        String middles =
                graph.add(
                        "Mul",
                        List.of(
                                graph.add("Add", List.of(channels(output, 1, 3), places(output))),
                                scale));
        String corners =
                graph.add(
                        "Sub",
                        List.of(
                                middles,
                                graph.add(
                                        "Mul",
                                        List.of(
                                                sides,
                                                graph.constant("half", new float[] {0.5f})))));
        String boxes = graph.add("Concat", List.of(corners, sides), Graph.whole("axis", 1));
        String last = graph.add("Transpose", List.of(boxes), Graph.wholes("perm", 0, 2, 3, 1));
        return graph.add("Reshape", List.of(last, graph.indices("rows", -1, 4)));
    }

    /// The middles of the cells, in cells: [1, 2, h, w], of which the first are columns. Counted by
    /// summing ones, since the size is known only when a picture is there.
    private String places(String output) {
        String one = channels(output, 0, 1);
        String ones =
                graph.add(
                        "ConstantOfShape",
                        List.of(graph.add("Shape", List.of(one))),
                        Graph.tensor("value", 1f));
        String columns = graph.add("CumSum", List.of(ones, graph.index("axis", 3)));
        String rows = graph.add("CumSum", List.of(ones, graph.index("axis", 2)));
        String both = graph.add("Concat", List.of(columns, rows), Graph.whole("axis", 1));
        return graph.add("Sub", List.of(both, graph.constant("half", new float[] {0.5f})));
    }

    private String channels(String output, int first, int end) {
        return graph.add(
                "Slice",
                List.of(
                        output,
                        graph.indices("first", first),
                        graph.indices("end", end),
                        graph.indices("axis", 1)));
    }

    private String scalar(String name, float value) {
        return graph.constant(name, new float[] {value});
    }
}
