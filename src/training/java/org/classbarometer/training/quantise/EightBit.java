package org.classbarometer.training.quantise;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A float model file made into an eight-bit one: unsigned bytes with one scale a tensor for what flows
/// through it, signed ones with a scale a channel for weights, 32 bits for what is added.
///
/// Unsigned activations and signed weights are what processors multiply fastest (VNNI, and AVX2 before
/// it). AVX2 adds two products in 16 bits, which overflow with weights of eight bits: seven avoid it.
public final class EightBit {
    private final GraphProto from;
    private final Plan plan;
    private final Map<String, Span> spans;
    private final int largestWeight;
    private final GraphProto.Builder to = GraphProto.newBuilder();
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    private EightBit(GraphProto from, Plan plan, Map<String, Span> spans, int weightBits) {
        this.from = from;
        this.plan = plan;
        this.spans = spans;
        this.largestWeight = (1 << (weightBits - 1)) - 1;
    }

    /// @param model float, with the input `face`
    /// @param faces to calibrate with, grey 0..255, `side` times `side` each
    /// @param weightBits 8, or 7 for processors without VNNI
    /// @throws OrtException when the model does not run
    public static ModelProto of(ModelProto model, List<float[]> faces, int side, int weightBits)
            throws OrtException {
        if (weightBits != 7 && weightBits != 8) {
            throw new IllegalArgumentException("weights have 7 or 8 bits, not " + weightBits);
        }
        Plan plan = Plan.of(model.getGraph());
        Map<String, Span> spans = new RangeCalibration(model, plan.tensors(), faces, side).spans();
        EightBit eight = new EightBit(model.getGraph(), plan, spans, weightBits);
        return model.toBuilder().setGraph(eight.write()).build();
    }

    private GraphProto write() {
        from.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        to.setName(from.getName())
                .addAllInput(from.getInputList())
                .addAllOutput(from.getOutputList());
        for (int i = 0; i < from.getNodeCount(); i++) {
            NodeProto node = from.getNode(i);
            NodeProto.Builder copy = node.toBuilder();
            for (int k = 0; k < node.getInputCount(); k++) {
                copy.setInput(k, renamed.getOrDefault(node.getInput(k), node.getInput(k)));
            }
            if (plan.operators().contains(i) && node.getOpType().equals("Conv")) {
                weigh(node, copy);
            } else {
                node.getInputList().forEach(this::keep);
            }
            to.addNode(copy);
            String made = node.getOutput(0);
            if (plan.tensors().contains(made)) {
                renamed.put(made, around(made));
            }
        }
        return to.build();
    }

    private void keep(String name) {
        TensorProto constant = constants.remove(name);
        if (constant != null) {
            to.addInitializer(constant);
        }
    }

    /// Quantises a tensor and gives it back as numbers.
    private String around(String tensor) {
        Span span = spans.getOrDefault(tensor, new Span(1, 0));
        String scale = floats(tensor + ".scale", new float[] {span.scale()}, true);
        String zero = bytes(tensor + ".zero", new byte[] {(byte) span.zero()}, false);
        to.addNode(node("QuantizeLinear", tensor + ".bytes", tensor, scale, zero));
        to.addNode(node("DequantizeLinear", tensor + ".back", tensor + ".bytes", scale, zero));
        return tensor + ".back";
    }

    private void weigh(NodeProto node, NodeProto.Builder copy) {
        TensorProto weight = constant(node.getInput(1));
        int channels = Math.toIntExact(weight.getDims(0));
        int each = weight.getFloatDataCount() / channels;
        float[] scales = new float[channels];
        byte[] values = new byte[weight.getFloatDataCount()];
        for (int channel = 0; channel < channels; channel++) {
            float largest = 1e-8f;
            for (int i = 0; i < each; i++) {
                largest = Math.max(largest, Math.abs(weight.getFloatData(channel * each + i)));
            }
            scales[channel] = largest / largestWeight;
            for (int i = 0; i < each; i++) {
                float value = weight.getFloatData(channel * each + i) / scales[channel];
                values[channel * each + i] = (byte) Math.round(value);
            }
        }
        String name = weight.getName();
        String scale = floats(name + ".scale", scales, false);
        to.addInitializer(
                TensorProto.newBuilder()
                        .setName(name + ".bytes")
                        .setDataType(TensorProto.DataType.INT8_VALUE)
                        .addAllDims(weight.getDimsList())
                        .setRawData(ByteString.copyFrom(values)));
        String zero = signed(name + ".zero", new byte[channels]);
        to.addNode(
                node("DequantizeLinear", name, name + ".bytes", scale, zero).addAttribute(axis()));
        copy.setInput(1, name);
        if (node.getInputCount() > 2) {
            copy.setInput(2, shift(constant(node.getInput(2)), node.getInput(0), scales));
        }
    }

    private String shift(TensorProto bias, String input, float[] weightScales) {
        float inputScale = spans.getOrDefault(input, new Span(1, 0)).scale();
        float[] scales = new float[weightScales.length];
        TensorProto.Builder whole =
                TensorProto.newBuilder()
                        .setName(bias.getName() + ".whole")
                        .setDataType(TensorProto.DataType.INT32_VALUE)
                        .addDims(scales.length);
        for (int i = 0; i < scales.length; i++) {
            scales[i] = weightScales[i] * inputScale;
            whole.addInt32Data(Math.round(bias.getFloatData(i) / scales[i]));
        }
        to.addInitializer(whole);
        String scale = floats(bias.getName() + ".scale", scales, false);
        to.addNode(
                node("DequantizeLinear", bias.getName(), bias.getName() + ".whole", scale)
                        .addAttribute(axis()));
        return bias.getName();
    }

    private TensorProto constant(String name) {
        TensorProto constant = constants.get(name);
        if (constant == null || constant.getFloatDataCount() == 0) {
            throw new IllegalArgumentException("the numbers of " + name + " are not in the file");
        }
        return constant;
    }

    private String floats(String name, float[] values, boolean scalar) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.FLOAT_VALUE);
        if (!scalar) {
            tensor.addDims(values.length);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        to.addInitializer(tensor);
        return name;
    }

    private String bytes(String name, byte[] values, boolean many) {
        return add(name, values, TensorProto.DataType.UINT8_VALUE, many);
    }

    private String signed(String name, byte[] values) {
        return add(name, values, TensorProto.DataType.INT8_VALUE, true);
    }

    private String add(String name, byte[] values, int type, boolean many) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(type)
                        .setRawData(ByteString.copyFrom(values));
        if (many) {
            tensor.addDims(values.length);
        }
        to.addInitializer(tensor);
        return name;
    }

    private static AttributeProto axis() {
        return AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(0)
                .build();
    }

    private static NodeProto.Builder node(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }
}
