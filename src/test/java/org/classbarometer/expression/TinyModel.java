package org.classbarometer.expression;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                tensor("w", count, 1, 2, 2); // each cell of the map: the mean of 2x2 pixels
        TensorProto.Builder bias = tensor("b", count);
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
                        .addInput(value(inputName, inputType, inputShape))
                        .addOutput(
                                value(logitsName, TensorProto.DataType.FLOAT_VALUE, -1, channels))
                        .addOutput(
                                value(
                                        mapName,
                                        TensorProto.DataType.FLOAT_VALUE,
                                        -1,
                                        channels,
                                        declaresSizes ? 2 : -1,
                                        declaresSizes ? 2 : -1))
                        .addInitializer(kernel)
                        .addInitializer(bias)
                        .addNode(
                                node(operator, List.of(inputName, "w", "b"), mapName)
                                        .addAttribute(ints("kernel_shape"))
                                        .addAttribute(ints("strides")))
                        .addNode(node("GlobalAveragePool", List.of(mapName), "pooled"))
                        .addNode(node("Flatten", List.of("pooled"), logitsName));
        ModelProto.Builder model =
                ModelProto.newBuilder()
                        .setIrVersion(8)
                        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(13))
                        .setGraph(graph);
        metadata.forEach((key, value) ->
                model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private static NodeProto.Builder node(String operator, List<String> inputs, String output) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output);
    }

    private static AttributeProto.Builder ints(String name) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addInts(2)
                .addInts(2);
    }

    private static TensorProto.Builder tensor(String name, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.FLOAT_VALUE);
        for (long size : shape) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static ValueInfoProto.Builder value(String name, int type, long... shape) {
        OnnxMl.TensorShapeProto.Builder sizes = OnnxMl.TensorShapeProto.newBuilder();
        for (int i = 0; i < shape.length; i++) {
            OnnxMl.TensorShapeProto.Dimension.Builder size =
                    OnnxMl.TensorShapeProto.Dimension.newBuilder();
            sizes.addDim(shape[i] < 0 ? size.setDimParam("d" + i) : size.setDimValue(shape[i]));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(type)
                                                .setShape(sizes)));
    }
}
