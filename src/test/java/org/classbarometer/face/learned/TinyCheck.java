package org.classbarometer.face.learned;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.LinkedHashMap;
import java.util.Map;
import org.classbarometer.onnx.Onnx;

/// A face check that keeps the contract and whose answers can be worked out by hand: the mean grey of the
/// square it is shown, times a gain, plus a bias; with a second square, also that one's, times a gain of its own.
final class TinyCheck {
    private static final int SIDE = 40;

    final Map<String, String> metadata = new LinkedHashMap<>();
    int squares = 1;
    float gain;
    float secondGain;
    float bias;

    /// @param finder SHA-256 of the file it belongs to
    TinyCheck(String finder) {
        metadata.put("kind", "face-check");
        metadata.put("finder", finder);
        metadata.put("reach", "1.6");
        metadata.put("lowest", "0.3");
        metadata.put("weight", "0.5");
        metadata.put("threshold", "0.6");
        metadata.put("weak_threshold", "0.4");
        metadata.put("trained_on", "nothing");
        metadata.put("licence", "Apache-2.0");
        metadata.put("version", "1");
        metadata.put("card", "tiny.md");
    }

    byte[] bytes() {
        TensorProto.Builder mean = Onnx.floats("mean", 1, squares, SIDE, SIDE);
        for (int i = 0; i < squares * SIDE * SIDE; i++) {
            mean.addFloatData((i < SIDE * SIDE ? gain : secondGain) / (SIDE * SIDE));
        }
        GraphProto.Builder graph =
                GraphProto.newBuilder()
                        .setName("tiny-check")
                        .addInput(Onnx.value("places", -1, squares, SIDE, SIDE))
                        .addOutput(Onnx.value("logits", -1))
                        .addInitializer(mean)
                        .addInitializer(Onnx.floats("bias", 1).addFloatData(bias))
                        .addInitializer(Onnx.longs("flat", -1))
                        .addNode(Onnx.squares(SIDE, "means", "places", "mean", "bias"))
                        .addNode(Onnx.node("Reshape", "logits", "means", "flat"));
        return Onnx.file(graph, metadata);
    }
}
