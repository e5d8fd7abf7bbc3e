package org.classbarometer.training.net;

import java.util.ArrayList;
import java.util.List;

/// A network that looks at a whole picture at several scales: stages one after the other, each making
/// a coarser map; what coarser maps know is added to the finer ones from the top down (Lin et al. 2016,
/// "Feature Pyramid Networks"), and each level has a head of its own.
///
/// @param architecture its name
/// @param stem from the grey picture to what the first level's stage begins with, normalisation
///     included
/// @param levels from the finest to the coarsest, each half as fine as the one before
public record PyramidNetwork(String architecture, Layer stem, List<Level> levels) {
    // Sizes of arrays do not depend on the picture's; any that all strides divide will do.
    private static final int SIDE = 256;

    public static final String STEM = "stem";

    /// One scale.
    ///
    /// @param stride pixels of the picture for a cell of the map
    /// @param stage from the finer level's stage, or the stem, to this level's map
    /// @param lateral from the stage's map to the one that coarser levels are added to; of the same
    ///     channels on all levels
    /// @param head from the sum to the level's outputs
    public record Level(int stride, Layer stage, Layer lateral, Layer head) {}

    public PyramidNetwork {
        levels = List.copyOf(levels);
    }

    public static String stage(int level) {
        return "levels." + level + ".stage";
    }

    public static String lateral(int level) {
        return "levels." + level + ".lateral";
    }

    public static String head(int level) {
        return "levels." + level + ".head";
    }

    /// All arrays, in the order of the layers.
    ///
    /// @throws IllegalArgumentException when the layers do not fit each other
    public List<Parameter> parameters() {
        return parts().stream().flatMap(part -> part.parameters().stream()).toList();
    }

    /// Values that training changes.
    public long trainedValues() {
        return parameters().stream().filter(Parameter::trained).mapToLong(Parameter::size).sum();
    }

    /// Multiplications for each pixel of the picture.
    public double multiplyAdds() {
        return parts().stream().mapToLong(Anatomy::multiplyAdds).sum() / ((double) SIDE * SIDE);
    }

    private List<Anatomy> parts() {
        List<Anatomy> parts = new ArrayList<>();
        Anatomy at = Anatomy.of(STEM, stem, new Extent(1, SIDE, SIDE));
        parts.add(at);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            at = Anatomy.of(stage(i), level.stage(), at.map());
            if (at.map().height() * level.stride() != SIDE) {
                throw new IllegalArgumentException(
                        stage(i) + " is not of stride " + level.stride());
            }
            Anatomy lateral = Anatomy.of(lateral(i), level.lateral(), at.map());
            parts.add(at);
            parts.add(lateral);
            parts.add(Anatomy.of(head(i), level.head(), lateral.map()));
        }
        return parts;
    }
}
