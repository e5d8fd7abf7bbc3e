package org.classbarometer.training.finder;

import java.util.List;

/// A square piece to learn from.
///
/// @param pixels grey 0..255, row by row
/// @param faces to be found
/// @param ignored where there may be a face or none: nothing is learnt there
public record Crop(float[] pixels, int side, List<Area> faces, List<Area> ignored) {
    public Crop {
        faces = List.copyOf(faces);
        ignored = List.copyOf(ignored);
    }
}
