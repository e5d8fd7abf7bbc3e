package org.classbarometer.expression.graph;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.classbarometer.expression.graph.ModelGraph.Node;

/// What a model's graph may be made of: a graph that loops or makes tensors of any size it likes could
/// hold the machine for ever, or all its memory.
final class Operators {
    // What networks that read pictures are made of. None repeats or branches, and none makes a
    // tensor whose size is computed.
    private static final Set<String> KNOWN =
            Set.of(
                    """
                    Abs Add AveragePool BatchNormalization Cast Clip Concat Constant Conv
                    DequantizeLinear Div Dropout Elu Erf Exp Flatten Gather Gelu Gemm GlobalAveragePool
                    GlobalMaxPool Greater HardSigmoid HardSwish Identity InstanceNormalization
                    LayerNormalization LeakyRelu LogSoftmax MatMul Max MaxPool Min Mish Mul Neg PRelu
                    Pow QuantizeLinear Reciprocal ReduceMax ReduceMean ReduceSum Relu Reshape Selu Shape
                    Sigmoid Slice Softmax Softplus Split Sqrt Squeeze Sub Sum Tanh Transpose Unsqueeze
                    Where
                    """
                            .split("\\s+"));

    // Of paddings, strides and kernels; the largest input has 512 pixels.
    private static final long LARGEST_STEP = 512;

    private Operators() {}

    /// @return what is not allowed in a model; empty when all is
    static Optional<String> foreign(ModelGraph graph) {
        return graph.odd().stream()
                .findFirst()
                .or(() ->
                        graph.nodes().stream()
                                .map(Operators::foreign)
                                .flatMap(Optional::stream)
                                .findFirst());
    }

    private static Optional<String> foreign(Node node) {
        String operator = node.operator();
        if (!node.domain().isEmpty() && !node.domain().equals("ai.onnx")) {
            return Optional.of(node.domain() + "." + operator);
        }
        if (operator.equals("Conv") || operator.endsWith("Pool")) {
            long largest =
                    node.attributes().entrySet().stream()
                            .filter(one -> !one.getKey().equals("group"))
                            .flatMapToLong(one -> Arrays.stream(one.getValue().integers()))
                            .flatMap(one -> LongStream.of(Math.abs(one)))
                            .max()
                            .orElse(0);
            if (largest > LARGEST_STEP) {
                return Optional.of(operator + " " + largest);
            }
        }
        return KNOWN.contains(operator) ? Optional.empty() : Optional.of(operator);
    }
}
