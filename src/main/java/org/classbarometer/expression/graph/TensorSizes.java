package org.classbarometer.expression.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.expression.graph.GraphCheck.Finding;
import org.classbarometer.expression.graph.GraphCheck.Kind;
import org.classbarometer.expression.graph.ModelGraph.Node;
import org.classbarometer.expression.graph.ModelGraph.Tensor;

/// Follows a graph from its input and adds up how large its tensors become and how much is multiplied.
/// Used once.
final class TensorSizes {
    // A size that is left open is the number of faces, where it comes first; else as large as an
    // input may be.
    private static final int LARGEST_INPUT = 512;

    // Floats, and what is counted in four bits at the least.
    private static final long BYTES = Float.BYTES;
    private static final long VALUES_A_BYTE = 2;

    private final ModelGraph graph;
    private final long fileBytes;
    private final int faces;
    private final Map<String, Tensor> tensors = new HashMap<>();
    private long memory;
    private long work;

    /// @param faces in one call
    TensorSizes(ModelGraph graph, long fileBytes, int faces) {
        this.graph = graph;
        this.fileBytes = fileBytes;
        this.faces = faces;
    }

    /// @return the operator at which it becomes too much, or whose size cannot be told
    Optional<Finding> tooMuch() {
        for (Map.Entry<String, long[]> input : graph.inputs().entrySet()) {
            tensors.put(input.getKey(), new Tensor(closed(input.getValue()), Optional.empty()));
        }
        for (Map.Entry<String, Tensor> one : graph.initialisers().entrySet()) {
            if (isLargerThanFile(one.getValue())) {
                return Optional.of(new Finding(Kind.LARGE, one.getKey()));
            }
            tensors.put(one.getKey(), one.getValue());
        }
        for (Node node : graph.nodes()) {
            try {
                Shapes shapes = new Shapes(node, tensors);
                for (Map.Entry<String, Tensor> made : shapes.outputs().entrySet()) {
                    if (node.operator().equals("Constant") && isLargerThanFile(made.getValue())) {
                        return Optional.of(new Finding(Kind.LARGE, node.operator()));
                    }
                    tensors.put(made.getKey(), made.getValue());
                    memory = Math.addExact(memory, bytes(made.getValue()));
                }
                memory = Math.addExact(memory, Math.multiplyExact(BYTES, shapes.workspace()));
                work = Math.addExact(work, shapes.multiplications());
            } catch (ArithmeticException large) {
                return Optional.of(new Finding(Kind.LARGE, node.operator()));
            } catch (IllegalArgumentException | IndexOutOfBoundsException untold) {
                return Optional.of(new Finding(Kind.UNTOLD, node.operator()));
            }
            if (memory > GraphCheck.MOST_MEMORY || work / faces > GraphCheck.MOST_WORK) {
                return Optional.of(new Finding(Kind.LARGE, node.operator()));
            }
        }
        return Optional.empty();
    }

    private long[] closed(long[] sizes) {
        long[] closed = sizes.clone();
        for (int i = 0; i < closed.length; i++) {
            if (closed[i] < 0) {
                closed[i] = i == 0 ? faces : LARGEST_INPUT;
            }
        }
        return closed;
    }

    private boolean isLargerThanFile(Tensor tensor) {
        try {
            return Shapes.count(tensor.sizes()) > Math.multiplyExact(fileBytes, VALUES_A_BYTE);
        } catch (ArithmeticException larger) {
            return true;
        }
    }

    private static long bytes(Tensor tensor) {
        return Math.multiplyExact(BYTES, Shapes.count(tensor.sizes()));
    }
}
