package org.classbarometer.expression.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.classbarometer.expression.graph.ModelGraph.Attribute;
import org.classbarometer.expression.graph.ModelGraph.Node;
import org.classbarometer.expression.graph.ModelGraph.Tensor;

/// The sizes of what one node makes, by the rules of its operator
/// (https://onnx.ai/onnx/operators), and what it costs. Where a size depends on values that are not
/// known beforehand, it is taken as large as it may get.
final class Shapes {
    private final Node node;
    private final List<Optional<Tensor>> inputs;
    private final Map<String, Tensor> outputs = new HashMap<>();
    private long multiplications;
    private long workspace;

    /// @param known tensors by name
    /// @throws IllegalArgumentException when its sizes cannot be told, also when they do not fit
    /// @throws ArithmeticException when they are too large to be counted
    Shapes(Node node, Map<String, Tensor> known) {
        this.node = node;
        inputs = node.inputs().stream().map(name -> Optional.ofNullable(known.get(name))).toList();
        List<Tensor> made = made();
        for (int i = 0; i < node.outputs().size(); i++) {
            outputs.put(node.outputs().get(i), made.get(Math.min(i, made.size() - 1)));
        }
    }

    Map<String, Tensor> outputs() {
        return outputs;
    }

    long multiplications() {
        return multiplications;
    }

    /// Values that it holds while it computes.
    long workspace() {
        return workspace;
    }

    /// How many values a tensor of these sizes has.
    static long count(long... sizes) {
        long count = 1;
        for (long size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("a size of " + size);
            }
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    private List<Tensor> made() {
        return switch (node.operator()) {
            case "Add",
                    "Sub",
                    "Mul",
                    "Div",
                    "Pow",
                    "Max",
                    "Min",
                    "Sum",
                    "PRelu",
                    "Greater",
                    "Where" ->
                    sized(
                            IntStream.range(0, inputs.size())
                                    .mapToObj(this::sizes)
                                    .reduce(Shapes::broadcast)
                                    .orElseThrow(IllegalArgumentException::new));
            case "Concat" -> List.of(concatenated());
            case "Constant" -> List.of(constant());
            case "Conv" -> sized(convolved());
            case "AveragePool", "MaxPool" -> sized(pooled());
            case "GlobalAveragePool", "GlobalMaxPool" -> {
                long[] sizes = sizes(0).clone();
                Arrays.fill(sizes, 2, sizes.length, 1);
                yield sized(sizes);
            }
            case "Flatten" -> {
                int axis = axis("axis", 1, sizes(0).length + 1);
                yield sized(
                        count(Arrays.copyOf(sizes(0), axis)),
                        count(Arrays.copyOfRange(sizes(0), axis, sizes(0).length)));
            }
            case "Gather" -> List.of(gathered());
            case "Gemm" -> sized(multiplied(transposed(0, "transA"), transposed(1, "transB")));
            case "MatMul" -> sized(multiplied(sizes(0), sizes(1)));
            case "ReduceMax", "ReduceMean", "ReduceSum" -> sized(reduced());
            case "Reshape" -> sized(reshaped());
            case "Shape" -> {
                long[] sizes = sizes(0);
                int from = within(node.integer("start", 0), sizes.length);
                int to = within(node.integer("end", sizes.length), sizes.length);
                yield List.of(values(Arrays.copyOfRange(sizes, from, Math.max(from, to))));
            }
            case "Slice" -> List.of(sliced());
            case "Split" -> sized(sizes(0));
            case "Squeeze" -> List.of(squeezed());
            case "Unsqueeze" -> List.of(unsqueezed());
            case "Transpose" -> {
                long[] sizes = sizes(0);
                long[] reversed =
                        IntStream.range(0, sizes.length)
                                .mapToLong(i -> sizes.length - 1L - i)
                                .toArray();
                yield sized(
                        Arrays.stream(node.integers("perm", reversed))
                                .map(axis -> sizes[Math.toIntExact(axis)])
                                .toArray());
            }
            case "Cast", "Identity" -> List.of(input(0));
            // What remains gives each value another one, in its place.
            default -> sized(sizes(0));
        };
    }

    private Tensor input(int index) {
        return inputs.get(index).orElseThrow(() -> new IllegalArgumentException("no input"));
    }

    private long[] sizes(int index) {
        return input(index).sizes();
    }

    private static List<Tensor> sized(long... sizes) {
        long _ = count(sizes);
        return List.of(new Tensor(sizes, Optional.empty()));
    }

    private static Tensor values(long... values) {
        return new Tensor(new long[] {values.length}, Optional.of(values));
    }

    /// Integers that newer versions of an operator take as an input, older ones as an attribute.
    private Optional<long[]> integers(int input, String attribute) {
        if (input < inputs.size() && inputs.get(input).isPresent()) {
            return Optional.of(input(input).values().orElseThrow(IllegalArgumentException::new));
        }
        return Optional.of(node.integers(attribute)).filter(all -> all.length > 0);
    }

    private int axis(String attribute, long otherwise, int rank) {
        return axis(node.integer(attribute, otherwise), rank);
    }

    private static int axis(long axis, int rank) {
        return Math.toIntExact(axis < 0 ? axis + rank : axis);
    }

    private static int within(long position, int length) {
        long from = position < 0 ? position + length : position;
        return (int) Math.max(0, Math.min(length, from));
    }

    private static long[] broadcast(long[] one, long[] other) {
        int rank = Math.max(one.length, other.length);
        long[] sizes = new long[rank];
        for (int i = 1; i <= rank; i++) {
            long a = i > one.length ? 1 : one[one.length - i];
            long b = i > other.length ? 1 : other[other.length - i];
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException(a + " and " + b);
            }
            sizes[rank - i] = a == 1 ? b : a;
        }
        return sizes;
    }

    private Tensor concatenated() {
        int axis = axis("axis", 0, sizes(0).length);
        long[] sizes = sizes(0).clone();
        for (int i = 1; i < inputs.size(); i++) {
            sizes[axis] = Math.addExact(sizes[axis], sizes(i)[axis]);
        }
        boolean known = inputs.stream().allMatch(one -> one.orElseThrow().values().isPresent());
        return known && sizes.length == 1
                ? values(
                        inputs.stream()
                                .flatMapToLong(one ->
                                        Arrays.stream(one.orElseThrow().values().orElseThrow()))
                                .toArray())
                : new Tensor(sizes, Optional.empty());
    }

    private Tensor constant() {
        Attribute tensor = node.attributes().get("value");
        if (tensor != null && tensor.tensor().isPresent()) {
            return tensor.tensor().get();
        }
        if (node.attributes().containsKey("value_int")) {
            return new Tensor(new long[0], Optional.of(new long[] {node.integer("value_int", 0)}));
        }
        if (node.attributes().containsKey("value_ints")) {
            return values(node.integers("value_ints"));
        }
        if (node.attributes().containsKey("value_float")) {
            return new Tensor(new long[0], Optional.empty());
        }
        throw new IllegalArgumentException("a constant of another kind");
    }

    private long[] convolved() {
        long[] weights = sizes(1);
        long[] kernel = node.integers("kernel_shape", tail(weights));
        long[] sizes = slid(kernel);
        sizes[1] = weights[0];
        long taps = Math.multiplyExact(weights[1], count(kernel));
        multiplications = Math.multiplyExact(count(sizes), taps);
        // The pictures are laid out anew for a product of matrices, one after the other.
        workspace =
                Math.multiplyExact(
                        Math.multiplyExact(sizes(0)[1], count(kernel)), count(tail(sizes)));
        return sizes;
    }

    private long[] pooled() {
        long[] kernel = node.integers("kernel_shape");
        long[] sizes = slid(kernel);
        multiplications = Math.multiplyExact(count(sizes), count(kernel));
        return sizes;
    }

    private static long[] tail(long[] sizes) {
        return Arrays.copyOfRange(sizes, 2, sizes.length);
    }

    /// Batch and channels as they come in, and how often a kernel fits.
    private long[] slid(long[] kernel) {
        long[] sizes = sizes(0).clone();
        int sides = sizes.length - 2;
        if (kernel.length != sides) {
            throw new IllegalArgumentException("a kernel of other dimensions");
        }
        long[] ones = LongStream.generate(() -> 1).limit(sides).toArray();
        long[] strides = node.integers("strides", ones);
        long[] dilations = node.integers("dilations", ones);
        long[] pads = node.integers("pads", new long[2 * sides]);
        String automatic = node.text("auto_pad", "NOTSET");
        boolean same = automatic.startsWith("SAME");
        boolean up = node.integer("ceil_mode", 0) != 0;
        for (int i = 0; i < sides; i++) {
            long in = sizes[i + 2];
            if (strides[i] < 1 || kernel[i] < 1 || dilations[i] < 1) {
                throw new IllegalArgumentException("a kernel that does not slide");
            }
            long reach = Math.multiplyExact(dilations[i], kernel[i] - 1) + 1;
            long padded = automatic.equals("NOTSET") ? in + pads[i] + pads[i + sides] : in;
            long room = padded - reach;
            sizes[i + 2] =
                    same
                            ? Math.ceilDiv(in, strides[i])
                            : Math.max(
                                    0,
                                    (up
                                                    ? Math.ceilDiv(room, strides[i])
                                                    : Math.floorDiv(room, strides[i]))
                                            + 1);
        }
        return sizes;
    }

    private Tensor gathered() {
        long[] data = sizes(0);
        long[] indices = sizes(1);
        int axis = axis("axis", 0, data.length);
        long[] sizes =
                LongStream.concat(
                                LongStream.concat(
                                        Arrays.stream(data, 0, axis), Arrays.stream(indices)),
                                Arrays.stream(data, axis + 1, data.length))
                        .toArray();
        Optional<long[]> values = input(0).values();
        Optional<long[]> which = input(1).values();
        if (data.length == 1 && values.isPresent() && which.isPresent()) {
            return new Tensor(
                    sizes,
                    Optional.of(
                            Arrays.stream(which.get())
                                    .map(i -> values.get()[axis(i, values.get().length)])
                                    .toArray()));
        }
        return new Tensor(sizes, Optional.empty());
    }

    private long[] transposed(int index, String attribute) {
        long[] sizes = sizes(index);
        return node.integer(attribute, 0) == 0 ? sizes : new long[] {sizes[1], sizes[0]};
    }

    private long[] multiplied(long[] left, long[] right) {
        if (left.length < 2 || right.length < 2) {
            throw new IllegalArgumentException("a product of vectors");
        }
        long[] sizes =
                broadcast(
                        Arrays.copyOf(left, left.length - 2),
                        Arrays.copyOf(right, right.length - 2));
        int rank = sizes.length;
        sizes = Arrays.copyOf(sizes, rank + 2);
        sizes[rank] = left[left.length - 2];
        sizes[rank + 1] = right[right.length - 1];
        multiplications = Math.multiplyExact(count(sizes), left[left.length - 1]);
        return sizes;
    }

    private long[] reduced() {
        long[] sizes = sizes(0).clone();
        Optional<long[]> axes = integers(1, "axes");
        boolean kept = node.integer("keepdims", 1) != 0;
        if (axes.isEmpty() && node.integer("noop_with_empty_axes", 0) != 0) {
            return sizes;
        }
        long[] which = axes.orElse(LongStream.range(0, sizes.length).toArray());
        for (long axis : which) {
            sizes[axis(axis, sizes.length)] = kept ? 1 : -1;
        }
        return Arrays.stream(sizes).filter(size -> size >= 0).toArray();
    }

    private long[] reshaped() {
        long[] from = sizes(0);
        long[] to = integers(1, "shape").orElseThrow(IllegalArgumentException::new).clone();
        int open = -1;
        for (int i = 0; i < to.length; i++) {
            if (to[i] == 0 && node.integer("allowzero", 0) == 0) {
                to[i] = from[i];
            } else if (to[i] == -1) {
                open = i;
                to[i] = 1;
            }
        }
        long rest = count(to);
        if (open >= 0 && rest > 0) {
            to[open] = count(from) / rest;
        }
        if (count(to) != count(from)) {
            throw new IllegalArgumentException("another number of values");
        }
        return to;
    }

    private Tensor sliced() {
        long[] sizes = sizes(0).clone();
        Optional<long[]> values = input(0).values();
        long[] starts = integers(1, "starts").orElseThrow(IllegalArgumentException::new);
        long[] ends = integers(2, "ends").orElseThrow(IllegalArgumentException::new);
        long[] axes = integers(3, "axes").orElse(LongStream.range(0, starts.length).toArray());
        long[] steps = integers(4, "steps").orElse(new long[0]);
        boolean backwards = Arrays.stream(steps).anyMatch(step -> step < 1);
        for (int i = 0; i < starts.length && !backwards; i++) {
            int axis = axis(axes[i], sizes.length);
            int length = Math.toIntExact(sizes[axis]);
            int from = within(starts[i], length);
            int to = within(ends[i], length);
            long step = steps.length == 0 ? 1 : steps[i];
            sizes[axis] = Math.ceilDiv(Math.max(0L, to - from), step);
            if (values.isPresent() && sizes.length == 1 && step == 1) {
                values = Optional.of(Arrays.copyOfRange(values.get(), from, Math.max(from, to)));
            } else {
                values = Optional.empty();
            }
        }
        return new Tensor(sizes, backwards ? Optional.empty() : values);
    }

    private Tensor squeezed() {
        long[] sizes = sizes(0).clone();
        Optional<long[]> axes = integers(1, "axes");
        for (int i = 0; i < sizes.length; i++) {
            int here = i;
            boolean named =
                    axes.isEmpty()
                            || Arrays.stream(axes.get())
                                    .anyMatch(axis -> axis(axis, sizes.length) == here);
            if (named && sizes[i] == 1) {
                sizes[i] = -1;
            }
        }
        return new Tensor(
                Arrays.stream(sizes).filter(size -> size >= 0).toArray(), input(0).values());
    }

    private Tensor unsqueezed() {
        long[] axes = integers(1, "axes").orElseThrow(IllegalArgumentException::new);
        int rank = sizes(0).length + axes.length;
        long[] sizes = new long[rank];
        Arrays.fill(sizes, -1);
        for (long axis : axes) {
            sizes[axis(axis, rank)] = 1;
        }
        int next = 0;
        for (int i = 0; i < rank; i++) {
            if (sizes[i] < 0) {
                sizes[i] = sizes(0)[next++];
            }
        }
        return new Tensor(sizes, input(0).values());
    }
}
