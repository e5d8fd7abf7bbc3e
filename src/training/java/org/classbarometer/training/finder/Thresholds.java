package org.classbarometer.training.finder;

import java.util.List;

/// From which score on a box is a face, chosen by how many false boxes that lets through.
///
/// @param face what begins a track
/// @param weak what keeps one alive
public record Thresholds(double face, double weak) {
    private static final double STEP = 0.01;
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 0.9;

    /// The lowest that are good enough.
    ///
    /// @param falseBoxes allowed for each photograph
    /// @param weakFalseBoxes allowed for boxes that only keep tracks alive
    public static Thresholds choose(
            List<FinderScore.Looked> looked, double falseBoxes, double weakFalseBoxes) {
        return new Thresholds(lowest(looked, falseBoxes), lowest(looked, weakFalseBoxes));
    }

    private static double lowest(List<FinderScore.Looked> looked, double allowed) {
        double threshold = HIGHEST;
        while (threshold - STEP >= LOWEST - 1e-9
                && FinderScore.of(looked, threshold - STEP).falseBoxesPerPhoto() <= allowed) {
            threshold -= STEP;
        }
        return Math.round(threshold * 100) / 100.0;
    }
}
