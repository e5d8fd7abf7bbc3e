package org.classbarometer.expression.graph;

import java.util.Optional;

/// Says before it runs what speaks against running a model.
public final class GraphCheck {
    /// Bytes of all tensors of one call together. A network of the size of ResNet-50 takes 0.1 GB a
    /// picture of 224 pixels.
    static final long MOST_MEMORY = 2L << 30;

    /// Multiplications for one face: five times what ResNet-50 needs for a picture of 224 pixels.
    static final long MOST_WORK = 20_000_000_000L;

    /// What is wrong with a model.
    public enum Kind {
        /// It cannot be read.
        UNREADABLE,
        /// It holds something that a model does not need.
        OPERATOR,
        /// How much memory it takes cannot be told beforehand.
        UNTOLD,
        /// It takes too much memory, or far too long.
        LARGE
    }

    /// @param what the operator at which it is seen; empty when the file cannot be read
    public record Finding(Kind kind, String what) {}

    private GraphCheck() {}

    /// @param file the bytes of a model file
    /// @param faces in one call at most
    /// @return the first thing that speaks against it
    public static Optional<Finding> of(byte[] file, int faces) {
        ModelGraph graph;
        try {
            graph = ModelGraph.read(file);
        } catch (IllegalArgumentException unreadable) {
            return Optional.of(new Finding(Kind.UNREADABLE, ""));
        }
        return Operators.foreign(graph)
                .map(what -> new Finding(Kind.OPERATOR, what))
                .or(() -> new TensorSizes(graph, file.length, faces).tooMuch());
    }
}
