package org.classbarometer.training.net;

import java.util.List;

/// A network for one size of face.
///
/// @param architecture its family's name
/// @param side of the grey input, in pixels
/// @param features everything up to the last feature map, normalisation of the grey values included
/// @param head from the feature map to the outputs of all heads; its first layer is
///     [Layer.GlobalMean] or [Layer.Flatten]
/// @param heads what the outputs mean
public record Network(
        String architecture, int side, Layer features, Layer.Sequence head, List<Head> heads) {
    public Network {
        heads = List.copyOf(heads);
        if (head.layers().isEmpty()
                || !(head.layers().getFirst() instanceof Layer.GlobalMean
                        || head.layers().getFirst() instanceof Layer.Flatten)) {
            throw new IllegalArgumentException("a head begins with a mean or with flattening");
        }
    }

    /// Whether the same weights work on faces of other sizes too.
    public boolean anySize() {
        return head.layers().getFirst() instanceof Layer.GlobalMean;
    }

    /// @return the head of this name
    public Head head(String name) {
        return heads.stream()
                .filter(head -> head.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no head " + name));
    }

    public Extent input() {
        return new Extent(1, side, side);
    }

    /// Outputs of all heads.
    public int outputs() {
        return heads.stream().mapToInt(Head::size).sum();
    }
}
