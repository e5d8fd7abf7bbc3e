package org.classbarometer.training.onnx;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An ONNX graph while it is built: operators are added one by one, each giving the name of what it
/// computes.
final class Graph {
    // Understood by ONNX Runtime of the last five years; has all that is used here.
    private static final int OPERATORS = 13;
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph;
    private final List<String> open;
    private final Map<String, Integer> used = new HashMap<>();

    /// @param open names of the sizes that are left open
    Graph(String name, String... open) {
        this.graph = GraphProto.newBuilder().setName(name);
        this.open = List.of(open);
    }

    /// @param sizes -1 for the first that is left open, -2 for the second
    void input(String name, long... sizes) {
        graph.addInput(value(name, sizes));
    }

    /// Declares what was computed under this name as an output.
    void output(String name, long... sizes) {
        graph.addOutput(value(name, sizes));
    }

    /// A tensor of fixed numbers.
    String constant(String name, float[] values, long... shape) {
        String unique = unique(name);
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(unique)
                        .setDataType(TensorProto.DataType.FLOAT_VALUE)
                        .addAllDims(Arrays.stream(shape).boxed().toList());
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return unique;
    }

    /// A tensor of fixed whole numbers: shapes and axes.
    String indices(String name, long... values) {
        String unique = unique(name);
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(unique)
                        .setDataType(TensorProto.DataType.INT64_VALUE)
                        .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return unique;
    }

    /// One whole number, as axes are given to some operators.
    String index(String name, long value) {
        String unique = unique(name);
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(unique)
                        .setDataType(TensorProto.DataType.INT64_VALUE)
                        .addInt64Data(value));
        return unique;
    }

    /// Adds an operator.
    ///
    /// @return the name of its result
    String add(String operator, List<String> inputs, AttributeProto... attributes) {
        String result = unique(operator.toLowerCase(Locale.ROOT));
        addNamed(result, operator, inputs, attributes);
        return result;
    }

    /// As [#add], giving the result a name.
    void addNamed(
            String result, String operator, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType(operator)
                        .setName(result)
                        .addAllInput(inputs)
                        .addOutput(result)
                        .addAllAttribute(Arrays.asList(attributes)));
    }

    static AttributeProto whole(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto wholes(String name, long... values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INTS)
                .addAllInts(Arrays.stream(values).boxed().toList())
                .build();
    }

    static AttributeProto number(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto tensor(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(
                        TensorProto.newBuilder()
                                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                                .addDims(1)
                                .addFloatData(value))
                .build();
    }

    /// The file.
    ModelProto model(String producer, Map<String, String> metadata) {
        ModelProto.Builder model =
                ModelProto.newBuilder()
                        .setIrVersion(IR_VERSION)
                        .setProducerName(producer)
                        .addOpsetImport(
                                OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                        .setGraph(graph);
        metadata.forEach((key, value) ->
                model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    private String unique(String name) {
        int count = used.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "_" + count;
    }

    private ValueInfoProto.Builder value(String name, long... sizes) {
        OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
        for (long size : sizes) {
            OnnxMl.TensorShapeProto.Dimension.Builder dimension =
                    OnnxMl.TensorShapeProto.Dimension.newBuilder();
            shape.addDim(
                    size < 0
                            ? dimension.setDimParam(open.get((int) (-1 - size)))
                            : dimension.setDimValue(size));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                                .setShape(shape)));
    }
}
