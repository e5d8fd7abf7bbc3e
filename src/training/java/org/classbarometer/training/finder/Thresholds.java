package org.classbarometer.training.finder;

import java.util.List;
import java.util.function.Predicate;

/// From which score on a box is a face, chosen by what false boxes that lets through.
///
/// @param face what begins a track
/// @param weak what keeps one alive
public record Thresholds(double face, double weak) {
    private static final double STEP = 0.01;
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 0.9;

    /// The lowest that are good enough.
    ///
    /// Photographs and not boxes are counted for what begins a track: one poster with four drawn people
    /// would otherwise decide for all.
    ///
    /// @param disturbed share of the photographs that may have false boxes
    /// @param weakFalseBoxes allowed for each photograph, of boxes that only keep tracks alive
    public static Thresholds choose(
            List<FinderScore.Looked> looked, double disturbed, double weakFalseBoxes) {
        return new Thresholds(
                lowest(looked, score -> score.disturbed() <= disturbed),
                lowest(looked, score -> score.falseBoxesPerPhoto() <= weakFalseBoxes));
    }

    private static double lowest(
            List<FinderScore.Looked> looked, Predicate<FinderScore> goodEnough) {
        double threshold = HIGHEST;
        while (threshold - STEP >= LOWEST - 1e-9
                && goodEnough.test(FinderScore.of(looked, threshold - STEP))) {
            threshold -= STEP;
        }
        return Math.round(threshold * 100) / 100.0;
    }
}
