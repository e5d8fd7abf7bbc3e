package org.classbarometer.training.finder;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How much a face check's answer counts beside the finder's.
///
/// @param weight of the check's logit in the sum
/// @param found share of large faces, as [Judged#found(List)]
public record CheckWeight(double weight, double found) {
    /// The one of a few with which most is found.
    public static CheckWeight choose(List<Judged> judged) {
        return Stream.of(0.1, 0.15, 0.2, 0.3, 0.4, 0.6)
                .map(weight -> of(judged, weight))
                .max(Comparator.comparingDouble(CheckWeight::found))
                .orElseThrow();
    }

    /// @param weight 0 for the finder alone
    public static CheckWeight of(List<Judged> judged, double weight) {
        return new CheckWeight(
                weight, Judged.found(judged.stream().map(one -> one.weighing(weight)).toList()));
    }
}
