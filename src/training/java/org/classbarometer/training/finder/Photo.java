package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;

/// A grey photograph with its faces, and its halves, quarters and so on, for cutting smaller pieces
/// without jagged edges.
///
/// @param name file name, for messages and for a lasting choice of halves
/// @param layers from the whole size on, each half as large as the one before
/// @param faces in pixels of the first layer
public record Photo(String name, List<Grey> layers, List<Face> faces) {
    private static final int LAYERS = 5;
    private static final int LEAST = 16;

    public Photo {
        layers = List.copyOf(layers);
        faces = List.copyOf(faces);
    }

    public static Photo of(String name, Grey whole, List<Face> faces) {
        List<Grey> layers = new ArrayList<>(List.of(whole));
        while (layers.size() < LAYERS
                && Math.min(layers.getLast().width(), layers.getLast().height()) >= 2 * LEAST) {
            layers.add(layers.getLast().halved());
        }
        return new Photo(name, layers, faces);
    }

    public Grey whole() {
        return layers.getFirst();
    }
}
