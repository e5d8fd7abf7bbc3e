package org.classbarometer.face.learned;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A finder that keeps the contract and whose answers can be worked out by hand: every cell of 8x8 pixels
/// says the same box, and scores the mean of its pixels over 255.
final class TinyFinder {
    private static final int STRIDE = 8;

    final Map<String, String> metadata = new LinkedHashMap<>();
    float[] box = {10, 10, 40, 40};

    /// How far a cell's pixels push its box aside: in noise every cell then says another box.
    float scatter;

    TinyFinder() {
        metadata.put("kind", "face-finder");
        metadata.put("strides", "8");
        metadata.put("threshold", "0.5");
        metadata.put("weak_threshold", "0.2");
        metadata.put("overlap", "0.4");
        metadata.put("smallest_face", "10");
        metadata.put("largest_face", "200");
        metadata.put("framing", "0.5,0.5,0.5,0.5");
        metadata.put("trained_on", "nothing");
        metadata.put("licence", "Apache-2.0");
        metadata.put("version", "1");
        metadata.put("card", "tiny.md");
    }

    byte[] bytes() {
        TensorProto.Builder mean = tensor("mean", 1, 1, 8, 8);
        TensorProto.Builder nothing = tensor("nothing", 4, 1, 8, 8);
        for (int i = 0; i < 4 * 64; i++) {
            nothing.addFloatData(i < 2 * 64 ? scatter * (i % 2 == 0 ? 1 : -1) : 0);
        }
        for (int i = 0; i < 64; i++) {
            mean.addFloatData(1f / 64 / 255);
        }
        TensorProto.Builder bias = tensor("bias", 4);
        for (float value : box) {
            bias.addFloatData(value);
        }
        GraphProto.Builder graph =
                GraphProto.newBuilder()
                        .setName("tiny")
                        .addInput(value("image", 1, 1, -1, -1))
                        .addOutput(value("scores", -1))
                        .addOutput(value("boxes", -1, 4))
                        .addInitializer(mean)
                        .addInitializer(nothing)
                        .addInitializer(bias)
                        .addInitializer(shape("flat", -1))
                        .addInitializer(shape("rows", -1, 4))
                        .addNode(conv(List.of("image", "mean"), "means", STRIDE))
                        .addNode(node("Reshape", List.of("means", "flat"), "scores"))
                        .addNode(conv(List.of("image", "nothing", "bias"), "cells", STRIDE))
                        .addNode(
                                node("Transpose", List.of("cells"), "turned")
                                        .addAttribute(ints("perm", 0, 2, 3, 1)))
                        .addNode(node("Reshape", List.of("turned", "rows"), "boxes"));
        return bytes(graph, metadata);
    }

    static byte[] bytes(GraphProto.Builder graph, Map<String, String> metadata) {
        ModelProto.Builder model =
                ModelProto.newBuilder()
                        .setIrVersion(8)
                        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                        .setGraph(graph);
        metadata.forEach((key, value) ->
                model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    static NodeProto.Builder conv(List<String> inputs, String output, int side) {
        return node("Conv", inputs, output)
                .addAttribute(ints("kernel_shape", side, side))
                .addAttribute(ints("strides", side, side));
    }

    static NodeProto.Builder node(String operator, List<String> inputs, String output) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output);
    }

    private static AttributeProto.Builder ints(String name, long... values) {
        AttributeProto.Builder ints =
                AttributeProto.newBuilder()
                        .setName(name)
                        .setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            ints.addInts(value);
        }
        return ints;
    }

    static TensorProto.Builder tensor(String name, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.FLOAT_VALUE);
        for (long size : shape) {
            tensor.addDims(size);
        }
        return tensor;
    }

    static TensorProto.Builder shape(String name, long... sizes) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.INT64_VALUE)
                        .addDims(sizes.length);
        for (long size : sizes) {
            tensor.addInt64Data(size);
        }
        return tensor;
    }

    static ValueInfoProto.Builder value(String name, long... shape) {
        TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
        for (int i = 0; i < shape.length; i++) {
            TensorShapeProto.Dimension.Builder size = TensorShapeProto.Dimension.newBuilder();
            sizes.addDim(shape[i] < 0 ? size.setDimParam(name + i) : size.setDimValue(shape[i]));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                                .setShape(sizes)));
    }
}
