package org.classbarometer.face.learned;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.LinkedHashMap;
import java.util.Map;
import org.classbarometer.onnx.Onnx;

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
        TensorProto.Builder mean = Onnx.floats("mean", 1, 1, 8, 8);
        TensorProto.Builder nothing = Onnx.floats("nothing", 4, 1, 8, 8);
        for (int i = 0; i < 4 * 64; i++) {
            nothing.addFloatData(i < 2 * 64 ? scatter * (i % 2 == 0 ? 1 : -1) : 0);
        }
        for (int i = 0; i < 64; i++) {
            mean.addFloatData(1f / 64 / 255);
        }
        TensorProto.Builder bias = Onnx.floats("bias", 4);
        for (float value : box) {
            bias.addFloatData(value);
        }
        GraphProto.Builder graph =
                GraphProto.newBuilder()
                        .setName("tiny")
                        .addInput(Onnx.value("image", 1, 1, -1, -1))
                        .addOutput(Onnx.value("scores", -1))
                        .addOutput(Onnx.value("boxes", -1, 4))
                        .addInitializer(mean)
                        .addInitializer(nothing)
                        .addInitializer(bias)
                        .addInitializer(Onnx.longs("flat", -1))
                        .addInitializer(Onnx.longs("rows", -1, 4))
                        .addNode(Onnx.squares(STRIDE, "means", "image", "mean"))
                        .addNode(Onnx.node("Reshape", "scores", "means", "flat"))
                        .addNode(Onnx.squares(STRIDE, "cells", "image", "nothing", "bias"))
                        .addNode(
                                Onnx.node("Transpose", "turned", "cells")
                                        .addAttribute(Onnx.ints("perm", 0, 2, 3, 1)))
                        .addNode(Onnx.node("Reshape", "boxes", "turned", "rows"));
        return Onnx.file(graph, metadata);
    }
}
