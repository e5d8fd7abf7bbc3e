package org.classbarometer.expression.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.classbarometer.expression.graph.GraphCheck.Finding;
import org.classbarometer.expression.graph.GraphCheck.Kind;
import org.classbarometer.onnx.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphCheckTest {
    private static final int FACES = 16;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expression.onnx",
                "expression-8bit.onnx",
                "expression-fer2013.onnx",
                "expression-baseline.onnx"
            })
    void nothing_speaks_against_the_models_of_the_project(String name) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("models", name));

        assertThat(GraphCheck.of(file, FACES)).isEmpty();
    }

    static Stream<GraphProto.Builder> bombs() {
        GraphProto.Builder doubling = graph();
        for (int i = 0; i < 40; i++) {
            String last = i == 0 ? "face" : "x" + i;
            doubling.addNode(
                    Onnx.node("Concat", "x" + (i + 1), last, last)
                            .addAttribute(integer("axis", 1)));
        }
        return Stream.of(
                // 105 GB a face, from a file of half a megabyte.
                graph().addInitializer(weights("w", 100_000, 1, 1, 1))
                        .addNode(Onnx.node("Conv", "y", "face", "w")),
                graph().addInitializer(weights("a", 60_000, 1))
                        .addInitializer(weights("b", 60_000))
                        .addNode(Onnx.node("Add", "y", "a", "b")),
                graph().addInitializer(weights("a", 60_000, 1))
                        .addInitializer(weights("b", 1, 60_000))
                        .addNode(Onnx.node("MatMul", "y", "a", "b")),
                graph().addInitializer(Onnx.longs("many", new long[100_000]))
                        .addInitializer(weights("a", 1, 50_000))
                        .addNode(Onnx.node("Gather", "y", "a", "many")),
                // Sizes without the values.
                graph().addInitializer(
                                TensorProto.newBuilder()
                                        .setName("a")
                                        .setDataType(1)
                                        .addDims(1L << 40))
                        .addNode(Onnx.node("Relu", "y", "a")),
                // Little memory, but hours.
                graph().addInitializer(weights("w", 1, 1, 512, 512))
                        .addNode(
                                Onnx.node("Conv", "y", "face", "w")
                                        .addAttribute(Onnx.ints("pads", 256, 256, 256, 256))),
                doubling);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void what_takes_gigabytes_or_hours_is_seen_before_it_runs(GraphProto.Builder graph) {
        assertThat(check(graph)).extracting(Finding::kind).containsExactly(Kind.LARGE);
    }

    @Test
    void what_cannot_be_told_beforehand_is_refused() {
        assertThat(check(graph().addNode(Onnx.node("Reshape", "y", "face", "computed"))))
                .containsExactly(new Finding(Kind.UNTOLD, "Reshape"));
    }

    @Test
    void a_shape_that_is_put_together_from_parts_is_followed() {
        GraphProto.Builder flatten =
                graph().addInitializer(Onnx.longs("first", new long[1]))
                        .addInitializer(Onnx.longs("rest", -1))
                        .addNode(Onnx.node("Shape", "sizes", "face"))
                        .addNode(Onnx.node("Gather", "faces", "sizes", "first"))
                        .addNode(Onnx.node("Concat", "to", "faces", "rest"))
                        .addNode(Onnx.node("Reshape", "flat", "face", "to"))
                        .addInitializer(weights("w", 512 * 512, 2))
                        .addNode(Onnx.node("MatMul", "y", "flat", "w"));

        assertThat(check(flatten)).isEmpty();
    }

    @Test
    void what_hides_behind_a_second_graph_or_an_old_encoding_is_seen() throws IOException {
        byte[] harmless = file(graph());
        byte[] loops = file(graph().addNode(Onnx.node("Loop", "y", "face")));
        assertThat(GraphCheck.of(joined(harmless, loops), FACES))
                .contains(new Finding(Kind.OPERATOR, "Loop"));

        // A group, which protobuf still skips: field 90, begun and ended.
        byte[] group = {(byte) 0xd3, 0x05, (byte) 0xd4, 0x05};
        assertThat(GraphCheck.of(joined(group, loops), FACES)).isPresent();
    }

    @Test
    void operators_of_other_domains_and_sparse_tensors_are_refused() {
        assertThat(
                        check(
                                graph().addNode(
                                                Onnx.node("Add", "y", "face", "face")
                                                        .setDomain("com.acme"))))
                .containsExactly(new Finding(Kind.OPERATOR, "com.acme.Add"));
        GraphProto.Builder sparse = graph();
        sparse.addSparseInitializerBuilder().addDims(1L << 40);
        assertThat(check(sparse)).extracting(Finding::kind).containsExactly(Kind.OPERATOR);
    }

    private static List<Finding> check(GraphProto.Builder graph) {
        return GraphCheck.of(file(graph), FACES).stream().toList();
    }

    private static byte[] joined(byte[] first, byte[] then) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(first);
        bytes.write(then);
        return bytes.toByteArray();
    }

    private static byte[] file(GraphProto.Builder graph) {
        return Onnx.file(graph, Map.of());
    }

    private static GraphProto.Builder graph() {
        return GraphProto.newBuilder().addInput(Onnx.value("face", -1, 1, 512, 512));
    }

    private static TensorProto.Builder weights(String name, long... sizes) {
        TensorProto.Builder tensor = Onnx.floats(name, sizes);
        long count = LongStream.of(sizes).reduce(1, (a, b) -> a * b);
        for (long i = 0; i < count; i++) {
            tensor.addFloatData(0);
        }
        return tensor;
    }

    private static AttributeProto.Builder integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value);
    }
}
