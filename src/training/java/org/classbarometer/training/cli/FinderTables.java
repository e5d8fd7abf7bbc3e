package org.classbarometer.training.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.classbarometer.training.finder.FinderScore;
import org.classbarometer.training.finder.Thresholds;

/// What the exports of a finder and of a face check tell alike.
final class FinderTables {
    /// Photographs are looked at as they are.
    static final int FULL_SIZE = 4096;

    private FinderTables() {}

    /// A threshold as it stands in a file.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /// Tells how well faces are found at the thresholds and at some others.
    static void tell(
            PrintWriter out,
            String half,
            int size,
            List<FinderScore.Looked> looked,
            Thresholds thresholds) {
        for (double threshold : List.of(thresholds.face(), thresholds.weak(), 0.3, 0.4, 0.5)) {
            FinderScore score = FinderScore.of(looked, threshold);
            out.printf(
                    Locale.ROOT,
                    "%s half, longest side %s, score from %.2f: 24 pixels and more %.3f of %d, clear"
                            + " %.3f of %d, 16 to 23 pixels %.3f of %d, %.2f false boxes a photograph,"
                            + " %.2f of %d photographs with one%n",
                    half,
                    size == FULL_SIZE ? "as it is" : Integer.toString(size),
                    threshold,
                    score.large().share(),
                    score.large().of(),
                    score.clear().share(),
                    score.clear().of(),
                    score.small().share(),
                    score.small().of(),
                    score.falseBoxesPerPhoto(),
                    score.disturbed(),
                    score.photos());
        }
        out.flush();
    }
}
