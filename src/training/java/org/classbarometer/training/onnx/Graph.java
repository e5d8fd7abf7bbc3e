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

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("expression");
    private final Map<String, Integer> used = new HashMap<>();

    /// @param sizes -1 for one left open
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

    private static ValueInfoProto.Builder value(String name, long... sizes) {
        OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
        for (long size : sizes) {
            OnnxMl.TensorShapeProto.Dimension.Builder dimension =
                    OnnxMl.TensorShapeProto.Dimension.newBuilder();
            shape.addDim(size < 0 ? dimension.setDimParam("faces") : dimension.setDimValue(size));
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
