package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A box that a network said holds a face.
///
/// @param score in [0, 1]
public record Found(Area area, double score) {
    /// Each face once: the best first, and none that overlaps a better one by more than this.
    static List<Found> distinct(List<Found> boxes, double overlap) {
        List<Found> kept = new ArrayList<>();
        boxes.stream()
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .filter(one ->
                        kept.stream()
                                .noneMatch(other -> other.area().overlap(one.area()) > overlap))
                .forEach(kept::add);
        return List.copyOf(kept);
    }
}
