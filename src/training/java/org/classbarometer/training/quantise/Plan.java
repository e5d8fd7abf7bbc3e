package org.classbarometer.training.quantise;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which operators of a graph are to compute in eight bits, and which tensors are kept in them.
///
/// The first convolution stays as it is, since it sees raw grey values; so do the small dense layers
/// and the last operators, which make outputs: they take no time, and lose most.
///
/// @param operators indices of the graph's nodes
/// @param tensors names of activations
record Plan(Set<Integer> operators, Set<String> tensors) {
    private static final Set<String> EIGHT_BIT =
            Set.of("Conv", "Add", "Mul", "Relu", "AveragePool", "MaxPool", "GlobalAveragePool");

    static Plan of(GraphProto graph) {
        Map<String, List<NodeProto>> readers = new TreeMap<>();
        for (NodeProto node : graph.getNodeList()) {
            node.getInputList()
                    .forEach(in ->
                            readers.computeIfAbsent(in, _ -> new java.util.ArrayList<>())
                                    .add(node));
        }
        Set<String> outputs =
                graph.getOutputList().stream()
                        .map(out -> out.getName())
                        .collect(Collectors.toSet());
        Set<String> constants =
                graph.getInitializerList().stream()
                        .map(tensor -> tensor.getName())
                        .collect(Collectors.toSet());
        Set<Integer> operators = new LinkedHashSet<>();
        Set<String> tensors = new LinkedHashSet<>();
        boolean begun = false;
        boolean float0 = true;
        for (int i = 0; i < graph.getNodeCount(); i++) {
            NodeProto node = graph.getNode(i);
            if (outputs.contains(node.getOutput(0))) {
                break;
            }
            boolean conv = node.getOpType().equals("Conv");
            begun |= conv && !float0;
            float0 &= !conv;
            if (begun && EIGHT_BIT.contains(node.getOpType()) && !dense(node, graph)) {
                operators.add(i);
                node.getInputList().stream()
                        .filter(in -> !constants.contains(in))
                        .forEach(tensors::add);
                tensors.add(node.getOutput(0));
            }
        }
        // A rectifier's input needs no bytes of its own: those of its output cut it off.
        tensors.removeIf(tensor -> onlyRectified(readers.getOrDefault(tensor, List.of())));
        return new Plan(operators, tensors);
    }

    private static boolean onlyRectified(List<NodeProto> readers) {
        return readers.size() == 1 && readers.getFirst().getOpType().equals("Relu");
    }

    // Between the two dense layers of squeeze and excitation.
    private static boolean dense(NodeProto node, GraphProto graph) {
        return node.getOpType().equals("Relu")
                && graph.getNodeList().stream()
                        .anyMatch(other ->
                                other.getOpType().equals("Gemm")
                                        && other.getOutput(0).equals(node.getInput(0)));
    }
}
