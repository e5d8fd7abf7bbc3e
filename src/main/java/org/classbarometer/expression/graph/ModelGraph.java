package org.classbarometer.expression.graph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// The parts of a model file that say what is computed. Field numbers are those of onnx.proto3
/// (ONNX 1.17).
///
/// @param nodes        in the order in which they compute
/// @param initialisers tensors that lie in the file, by name
/// @param inputs       sizes of what is put in, by name; -1 for one that is left open
/// @param odd          what no model needs: functions, sparse tensors
record ModelGraph(
        List<Node> nodes,
        Map<String, Tensor> initialisers,
        Map<String, long[]> inputs,
        List<String> odd) {
    // Fifty times what large networks have; lists of integers are shapes and the like.
    private static final int MOST_NODES = 20_000;
    private static final int MOST_INTEGERS = 4096;

    private static final int INT32 = 6;
    private static final int INT64 = 7;

    /// @param values of a small tensor of integers, such as a shape; empty of any other
    record Tensor(long[] sizes, Optional<long[]> values) {}

    /// @param integers of a list, or the one of a single integer
    /// @param text empty where it is no text
    /// @param tensor of a constant
    record Attribute(long[] integers, String text, Optional<Tensor> tensor) {}

    record Node(
            String operator,
            String domain,
            List<String> inputs,
            List<String> outputs,
            Map<String, Attribute> attributes) {
        /// An attribute's integers; those given here where it has none.
        long[] integers(String name, long... otherwise) {
            Attribute attribute = attributes.get(name);
            return attribute == null || attribute.integers().length == 0
                    ? otherwise
                    : attribute.integers();
        }

        String text(String name, String otherwise) {
            Attribute attribute = attributes.get(name);
            return attribute == null ? otherwise : attribute.text();
        }

        long integer(String name, long otherwise) {
            return integers(name, otherwise)[0];
        }
    }

    /// @throws IllegalArgumentException when it is no model, or one larger than any that is needed
    static ModelGraph read(byte[] file) {
        ModelGraph graph =
                new ModelGraph(
                        new ArrayList<>(), new HashMap<>(), new HashMap<>(), new ArrayList<>());
        Protobuf.read(
                ByteBuffer.wrap(file),
                (number, _, bytes) -> {
                    switch (number) {
                        // A field that comes twice is merged, as ONNX Runtime does.
                        case 7 -> graph.addGraph(bytes);
                        case 25 -> graph.odd.add("functions");
                        default -> {}
                    }
                });
        return graph;
    }

    private void addGraph(ByteBuffer graph) {
        Protobuf.read(
                graph,
                (number, _, bytes) -> {
                    switch (number) {
                        case 1 -> nodes.add(node(bytes));
                        case 5 -> named(bytes, 8, name -> initialisers.put(name, tensor(bytes)));
                        case 11 -> named(bytes, 1, name -> inputs.put(name, sizes(bytes)));
                        case 15 -> odd.add("sparse_initializer");
                        default -> {}
                    }
                    if (nodes.size() > MOST_NODES) {
                        throw new IllegalArgumentException("too many nodes");
                    }
                });
    }

    private static void named(ByteBuffer message, int field, Consumer<String> named) {
        String[] name = {""};
        Protobuf.read(
                message,
                (number, _, bytes) -> {
                    if (number == field) {
                        name[0] = Protobuf.text(bytes);
                    }
                });
        named.accept(name[0]);
    }

    private Node node(ByteBuffer message) {
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        String[] names = {"", ""};
        Map<String, Attribute> attributes = new HashMap<>();
        Protobuf.read(
                message,
                (number, _, bytes) -> {
                    switch (number) {
                        case 1 -> from.add(Protobuf.text(bytes));
                        case 2 -> to.add(Protobuf.text(bytes));
                        case 4 -> names[0] = Protobuf.text(bytes);
                        case 5 -> named(bytes, 1, name -> attributes.put(name, attribute(bytes)));
                        case 7 -> names[1] = Protobuf.text(bytes);
                        default -> {}
                    }
                });
        return new Node(names[0], names[1], from, to, attributes);
    }

    private Attribute attribute(ByteBuffer message) {
        long[][] integers = {{}};
        String[] text = {""};
        List<Tensor> tensors = new ArrayList<>();
        Protobuf.read(
                message,
                (number, value, bytes) -> {
                    switch (number) {
                        case 3, 8 -> integers[0] = few(Protobuf.more(integers[0], value, bytes));
                        case 4 -> text[0] = Protobuf.text(bytes);
                        case 5 -> tensors.add(tensor(bytes));
                        case 22, 23 -> odd.add("sparse_tensor");
                        default -> {}
                    }
                });
        return new Attribute(integers[0], text[0], tensors.stream().findFirst());
    }

    private static Tensor tensor(ByteBuffer message) {
        long[][] sizes = {{}};
        long[][] integers = {{}};
        long[] type = {0};
        ByteBuffer[] raw = {ByteBuffer.allocate(0)};
        Protobuf.read(
                message,
                (number, value, bytes) -> {
                    switch (number) {
                        case 1 -> sizes[0] = few(Protobuf.more(sizes[0], value, bytes));
                        case 2 -> type[0] = value;
                        case 5, 7 -> {
                            // Weights of eight bits may lie there too, one by one: too many.
                            if (bytes.remaining() <= MOST_INTEGERS
                                    && integers[0].length < MOST_INTEGERS) {
                                integers[0] = Protobuf.more(integers[0], value, bytes);
                            }
                        }
                        case 9 -> raw[0] = bytes;
                        default -> {}
                    }
                });
        boolean whole = type[0] == INT32 || type[0] == INT64;
        int bytes = type[0] == INT32 ? Integer.BYTES : Long.BYTES;
        if (!whole || raw[0].remaining() > bytes * MOST_INTEGERS) {
            return new Tensor(sizes[0], Optional.empty());
        }
        return new Tensor(
                sizes[0],
                Optional.of(raw[0].hasRemaining() ? integers(raw[0], bytes) : integers[0]));
    }

    private static long[] integers(ByteBuffer raw, int bytes) {
        ByteBuffer in = raw.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long[] integers = new long[in.remaining() / bytes];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = bytes == Integer.BYTES ? in.getInt() : in.getLong();
        }
        return integers;
    }

    private static long[] few(long[] integers) {
        if (integers.length > MOST_INTEGERS) {
            throw new IllegalArgumentException("a list of " + integers.length);
        }
        return integers;
    }

    // ValueInfoProto.type 2, TypeProto.tensor_type 1, Tensor.shape 2, TensorShapeProto.dim 1,
    // Dimension.dim_value 1
    private static long[] sizes(ByteBuffer valueInfo) {
        LongStream.Builder sizes = LongStream.builder();
        within(
                valueInfo,
                List.of(2, 1, 2, 1),
                size -> {
                    long[] one = {-1};
                    Protobuf.read(
                            size,
                            (number, value, _) -> {
                                if (number == 1) {
                                    one[0] = value;
                                }
                            });
                    sizes.add(one[0]);
                });
        return few(sizes.build().toArray());
    }

    /// @param path the numbers of the fields that lead to the inner messages
    private static void within(ByteBuffer message, List<Integer> path, Consumer<ByteBuffer> inner) {
        if (path.isEmpty()) {
            inner.accept(message);
            return;
        }
        Protobuf.read(
                message,
                (number, _, bytes) -> {
                    if (number == path.getFirst()) {
                        within(bytes, path.subList(1, path.size()), inner);
                    }
                });
    }
}
