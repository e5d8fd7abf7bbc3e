package org.classbarometer.training.finder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.classbarometer.training.run.Curve;
import org.classbarometer.training.run.CurvePicture;

/// Draws a finder's run.
final class FinderCurves {
    private FinderCurves() {}

    static void write(FinderLog log, Path file) throws IOException {
        List<double[]> learnt = log.learnt();
        List<double[]> looked = log.looked();
        if (learnt.isEmpty() || looked.isEmpty()) {
            return;
        }
        CurvePicture.write(
                new CurvePicture.Plot(
                        "loss by log row (50 steps)",
                        List.of(Curve.of("scores", learnt, 1), Curve.of("boxes", learnt, 2))),
                new CurvePicture.Plot(
                        "found, choosing half, by look",
                        List.of(
                                Curve.of("24 pixels and more", looked, 2),
                                Curve.of("clear ones of them", looked, 3),
                                Curve.of("16 to 23 pixels", looked, 4))),
                file);
    }
}
