package org.classbarometer.training.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Extent;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;

/// Writes one head of a trained network as a model file.
public final class OnnxModel {
    private static final String FACE = "face";
    private static final String LOGITS = "logits";
    private static final String MAP = "cam";

    private final TrainedNetwork trained;
    private final Network network;
    private final Head head;
    private final Graph graph = new Graph("expression", "faces");
    private final LayerWriter layers;

    private OnnxModel(TrainedNetwork trained, Head head) {
        this.trained = trained;
        this.network = trained.network();
        this.head = head;
        this.layers = new LayerWriter(graph, trained.arrays());
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
        new MapWriter(graph, trained, head, lean).write(map, LOGITS, MAP);
        Extent extent = Anatomy.of(network).map();
        graph.output(LOGITS, -1, head.size());
        graph.output(MAP, -1, head.size(), extent.height(), extent.width());
        return graph.model("classbarometer-lab", metadata);
    }
}
