package org.classbarometer.expression;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// What a model's graph is made of, read from its file before anything of it runs: a graph that loops
/// or makes tensors of any size it likes could hold the machine for ever, or all its memory.
///
/// An ONNX file is a protobuf message; the fields are those of onnx.proto3 (ONNX 1.17).
final class GraphParts {
    // What networks that read pictures are made of. None repeats or branches, and none makes a
    // tensor
    // whose size is computed.
    private static final Set<String> KNOWN =
            Set.of(
                    "Abs",
                    "Add",
                    "AveragePool",
                    "BatchNormalization",
                    "Cast",
                    "Clip",
                    "Concat",
                    "Constant",
                    "Conv",
                    "DequantizeLinear",
                    "Div",
                    "Dropout",
                    "Elu",
                    "Erf",
                    "Exp",
                    "Flatten",
                    "Gather",
                    "Gelu",
                    "Gemm",
                    "GlobalAveragePool",
                    "GlobalMaxPool",
                    "HardSigmoid",
                    "HardSwish",
                    "Identity",
                    "InstanceNormalization",
                    "LayerNormalization",
                    "LeakyRelu",
                    "LogSoftmax",
                    "MatMul",
                    "Max",
                    "MaxPool",
                    "Min",
                    "Mish",
                    "Mul",
                    "Neg",
                    "PRelu",
                    "Pow",
                    "QuantizeLinear",
                    "Reciprocal",
                    "ReduceMax",
                    "ReduceMean",
                    "ReduceSum",
                    "Relu",
                    "Reshape",
                    "Selu",
                    "Shape",
                    "Sigmoid",
                    "Slice",
                    "Softmax",
                    "Softplus",
                    "Split",
                    "Sqrt",
                    "Squeeze",
                    "Sub",
                    "Sum",
                    "Tanh",
                    "Transpose",
                    "Unsqueeze");

    // Of paddings, strides and kernels; the largest input has 512 pixels.
    private static final long LARGEST_STEP = 512;

    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_FUNCTIONS = 25;
    private static final int GRAPH_NODE = 1;
    private static final int NODE_OPERATOR = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_INTS = 8;
    private static final int LENGTH_DELIMITED = 2;

    private GraphParts() {}

    /// @return what is not allowed in a model; empty when all is, or when the file is too damaged to
    ///     be read, which ONNX Runtime tells better
    static Optional<String> foreign(byte[] file) {
        try {
            return model(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> model(ByteBuffer model) {
        while (model.hasRemaining()) {
            long tag = varint(model);
            if (tag >>> 3 == MODEL_FUNCTIONS) {
                return Optional.of("functions");
            }
            Optional<String> found =
                    tag == tag(MODEL_GRAPH) ? graph(message(model)) : passed(model, tag);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> graph(ByteBuffer graph) {
        while (graph.hasRemaining()) {
            long tag = varint(graph);
            Optional<String> found =
                    tag == tag(GRAPH_NODE) ? node(message(graph)) : passed(graph, tag);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> node(ByteBuffer node) {
        String operator = "";
        long largest = 0;
        while (node.hasRemaining()) {
            long tag = varint(node);
            if (tag == tag(NODE_OPERATOR)) {
                operator = StandardCharsets.UTF_8.decode(message(node)).toString();
            } else if (tag == tag(NODE_ATTRIBUTE)) {
                largest = Math.max(largest, largestInteger(message(node)));
            } else {
                skip(node, tag);
            }
        }
        boolean slides = operator.equals("Conv") || operator.endsWith("Pool");
        if (slides && largest > LARGEST_STEP) {
            return Optional.of(operator + " " + largest);
        }
        return KNOWN.contains(operator) ? Optional.empty() : Optional.of(operator);
    }

    private static long largestInteger(ByteBuffer attribute) {
        long largest = 0;
        while (attribute.hasRemaining()) {
            long tag = varint(attribute);
            if (tag >>> 3 != ATTRIBUTE_INTS) {
                skip(attribute, tag);
            } else if ((tag & 7) == LENGTH_DELIMITED) {
                ByteBuffer packed = message(attribute);
                while (packed.hasRemaining()) {
                    largest = Math.max(largest, Math.abs(varint(packed)));
                }
            } else {
                largest = Math.max(largest, Math.abs(varint(attribute)));
            }
        }
        return largest;
    }

    private static long tag(int field) {
        return (long) field << 3 | LENGTH_DELIMITED;
    }

    private static Optional<String> passed(ByteBuffer in, long tag) {
        skip(in, tag);
        return Optional.empty();
    }

    private static void skip(ByteBuffer in, long tag) {
        switch ((int) (tag & 7)) {
            case 0 -> varint(in);
            case 1 -> in.position(in.position() + Long.BYTES);
            case LENGTH_DELIMITED -> message(in);
            case 5 -> in.position(in.position() + Integer.BYTES);
            default -> throw new IllegalArgumentException("no protobuf");
        }
    }

    private static ByteBuffer message(ByteBuffer in) {
        int length = Math.toIntExact(varint(in));
        ByteBuffer message = in.slice(in.position(), length);
        in.position(in.position() + length);
        return message;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no protobuf");
    }
}
