package org.classbarometer.training.finder;

import java.util.List;
import java.util.Optional;

/// A place in a photograph that a finder took for a face, more or less surely.
///
/// @param area in pixels of the photograph
/// @param score of the finder, in [0, 1]
/// @param face whether there is one
record Candidate(Photo photo, Area area, double score, boolean face) {
    /// A box that overlaps a face by less is none of it, and from [FinderScore#SAME] on it is one.
    private static final double NONE = 0.3;

    private static final double TOUCHES_INVALID = 0.15;

    /// Faces narrower than this, and boxes, teach nothing.
    static final double TOO_SMALL = 8;

    /// Whether a box holds one of the faces, all in pixels of the same picture.
    ///
    /// @return empty where that cannot be told: it holds half a face, or one that counts for nothing
    static Optional<Boolean> holdsFace(List<Face> faces, Area box) {
        double best = 0;
        boolean unclear = box.width() < TOO_SMALL;
        for (Face face : faces) {
            double overlap = face.area().overlap(box);
            if (face.invalid() || face.area().width() < TOO_SMALL) {
                unclear |= overlap > TOUCHES_INVALID;
            } else {
                best = Math.max(best, overlap);
            }
        }
        if (best >= FinderScore.SAME) {
            return Optional.of(true);
        }
        return best < NONE && !unclear ? Optional.of(false) : Optional.empty();
    }
}
