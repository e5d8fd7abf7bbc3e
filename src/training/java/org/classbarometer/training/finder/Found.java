package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A box that a network said holds a face.
///
/// @param score in [0, 1]
public record Found(Area area, double score) {
    /// A network that has just begun takes anything for a face, and each box is compared with those before it.
    private static final int MOST = 3000;

    /// Each face once: the best first, and none that overlaps a better one by more than this; the best 3,000.
    static List<Found> distinct(List<Found> boxes, double overlap) {
        List<Found> sorted = new ArrayList<>(boxes);
        sorted.sort(Comparator.comparingDouble(Found::score).reversed());
        List<Found> kept = new ArrayList<>();
        for (Found one : sorted) {
            if (kept.size() == MOST) {
                break;
            }
            if (!overlapsOneOf(kept, one.area, overlap)) {
                kept.add(one);
            }
        }
        return List.copyOf(kept);
    }

    // A loop, not a stream: of a network that has just begun it runs a hundred million times.
    private static boolean overlapsOneOf(List<Found> kept, Area area, double overlap) {
        for (Found other : kept) {
            if (other.area.overlap(area) > overlap) {
                return true;
            }
        }
        return false;
    }
}
