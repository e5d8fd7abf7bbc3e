package org.classbarometer.expression;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.classbarometer.onnx.Onnx;

/// A model of one convolution that keeps the contract and whose answers can be worked out by hand:
/// `logit_c = weight_c * mean grey / 255 + bias_c`, on faces of 4x4 pixels with a map of 2x2. A test
/// breaks one thing of it at a time.
public final class TinyModel {
    static final int SIDE = 4;

    final Map<String, String> metadata = new LinkedHashMap<>();
    private final List<String> labels;
    private final float[] weights;
    private final float[] biases;
    String inputName = "face";
    String logitsName = "logits";
    String mapName = "cam";
    String operator = "Conv";
    int inputType = TensorProto.DataType.FLOAT_VALUE;
    long[] inputShape = {-1, 1, SIDE, SIDE};
    boolean declaresSizes = true;

    TinyModel(List<String> labels, float[] weights, float[] biases) {
        this.labels = labels;
        this.weights = weights;
        this.biases = biases;
        metadata.put("labels", String.join(",", labels));
        metadata.put("label_set", "tiny");
        metadata.put("crop_margin", "0");
        metadata.put("temperature", "1");
        metadata.put("uncertain_below", "0.5");
        metadata.put("trained_on", "nothing");
        metadata.put("licence", "Apache-2.0");
        metadata.put("version", "1");
        metadata.put("card", "tiny.md");
    }

    public static TinyModel of(String... labels) {
        return new TinyModel(List.of(labels), new float[labels.length], new float[labels.length]);
    }

    TinyModel with(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    TinyModel without(String key) {
        metadata.remove(key);
        return this;
    }

    public byte[] bytes() {
        int count = weights.length;
        TensorProto.Builder kernel =
                Onnx.floats("w", count, 1, 2, 2); // each cell of the map: the mean of 2x2 pixels
        TensorProto.Builder bias = Onnx.floats("b", count);
        for (int i = 0; i < count; i++) {
            for (int pixel = 0; pixel < 4; pixel++) {
                kernel.addFloatData(weights[i] / 255 / 4);
            }
            bias.addFloatData(biases[i]);
        }
        long channels = declaresSizes ? labels.size() : -1;
        GraphProto.Builder graph =
                GraphProto.newBuilder()
                        .setName("tiny")
                        .addInput(Onnx.valueOf(inputType, inputName, inputShape))
                        .addOutput(Onnx.value(logitsName, -1, channels))
                        .addOutput(
                                Onnx.value(
                                        mapName,
                                        -1,
                                        channels,
                                        declaresSizes ? 2 : -1,
                                        declaresSizes ? 2 : -1))
                        .addInitializer(kernel)
                        .addInitializer(bias)
                        .addNode(
                                Onnx.node(operator, mapName, inputName, "w", "b")
                                        .addAttribute(Onnx.ints("kernel_shape", 2, 2))
                                        .addAttribute(Onnx.ints("strides", 2, 2)))
                        .addNode(Onnx.node("GlobalAveragePool", "pooled", mapName))
                        .addNode(Onnx.node("Flatten", logitsName, "pooled"));
        return Onnx.file(graph, metadata);
    }
}
