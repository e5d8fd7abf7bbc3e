package org.classbarometer.training.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Extent;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;

/// Writes one head of a trained network as a model file.
public final class OnnxModel {
    private static final String FACE = "face";
    private static final String LOGITS = "logits";
    private static final String MAP = "cam";

    private final TrainedNetwork trained;
    private final Network network;
    private final Head head;
    private final Graph graph = new Graph();
    private final LayerWriter layers;

    private OnnxModel(TrainedNetwork trained, Head head) {
        this.trained = trained;
        this.network = trained.network();
        this.head = head;
        this.layers = new LayerWriter(graph, trained);
    }

    /// @param lean added to the logits, one for each label of the head
    /// @param metadata of the contract
    /// @throws IllegalArgumentException when the network's head is not one whose map can be told
    public static ModelProto of(
            TrainedNetwork trained, Head head, float[] lean, Map<String, String> metadata) {
        return new OnnxModel(trained, head).write(lean, metadata);
    }

    private ModelProto write(float[] lean, Map<String, String> metadata) {
        graph.input(FACE, -1, 1, network.side(), network.side());
        String map = layers.write(Anatomy.FEATURES, network.features(), FACE);
        mean(map, lean);
        Extent extent = Anatomy.of(network).map();
        graph.output(LOGITS, -1, head.size());
        graph.output(MAP, -1, head.size(), extent.height(), extent.width());
        return graph.model("classbarometer-lab", metadata);
    }

    /// Mean, then one dense layer: its weights tell what each cell of the map adds to a logit, and the
    /// mean of those is the logit but for the bias (Zhou et al. 2015, "Learning Deep Features for
    /// Discriminative Localization").
    private void mean(String map, float[] lean) {
        List<Layer> steps = network.head().layers();
        int last = steps.size() - 1;
        boolean simple =
                steps.getFirst() instanceof Layer.GlobalMean
                        && steps.getLast() instanceof Layer.Dense
                        && steps.subList(1, last).stream()
                                .allMatch(step -> step instanceof Layer.Dropout);
        if (!simple) {
            throw new IllegalArgumentException(
                    network.architecture() + " does not end in a mean and one dense layer");
        }
        String place = Anatomy.part(Anatomy.HEAD, last);
        float[] weight = trained.get(Anatomy.part(place, "weight"));
        float[] bias = trained.get(Anatomy.part(place, "bias"));
        int channels = trained.shape(Anatomy.part(place, "weight")).get(1);
        float[] ours = Arrays.copyOfRange(weight, head.offset() * channels, head.end() * channels);
        float[] shift = Arrays.copyOfRange(bias, head.offset(), head.end());
        for (int i = 0; i < shift.length; i++) {
            shift[i] += lean[i];
        }
        String kernel = graph.constant(place + ".map", ours, head.size(), channels, 1, 1);
        graph.addNamed(MAP, "Conv", List.of(map, kernel));
        String means = graph.add("GlobalAveragePool", List.of(MAP));
        String flat = graph.add("Flatten", List.of(means));
        String biases = graph.constant(place + ".bias", shift, head.size());
        graph.addNamed(LOGITS, "Add", List.of(flat, biases));
    }
}
