package org.classbarometer.evaluate.detection;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.classbarometer.evaluate.detection.DetectionEvaluation.Face;
import org.classbarometer.evaluate.detection.DetectionEvaluation.Result;
import org.classbarometer.evaluate.metrics.Interval;

/// What finders found on photographs, side by side, in Markdown.
public final class DetectionTables {
    /// Upper ends of the classes of face width in pixels; the last is open.
    private static final int[] WIDTHS = {16, 24, 32, 48, 96, Integer.MAX_VALUE};

    private static final int LARGE = 24;
    private static final int SMALL = 16;

    private DetectionTables() {}

    /// One row a finder: faces from 24 pixels on, the clear ones of them, those of 16 to 23, and false
    /// boxes, each with its 95 % interval.
    public static String kinds(List<Result> results) {
        StringBuilder text =
                new StringBuilder(
                        """
                        | finder | 24 pixels and more | clear and frontal of them | 16 to 23 pixels | false boxes a photograph | CPU ms a photograph |
                        |---|---|---|---|---|---|
                        """);
        Predicate<Face> large = face -> face.width() >= LARGE;
        Predicate<Face> small = face -> face.width() >= SMALL && face.width() < LARGE;
        for (Result result : results) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %s | %s | %s | %s | %.0f |%n",
                            result.name(),
                            share(result, large),
                            share(result, large.and(Face::clear)),
                            share(result, small),
                            between("%.2f (%.2f to %.2f)", 1, result.falseBoxesPerPhoto()),
                            result.cpuMillis()));
        }
        return text.toString();
    }

    private static String share(Result result, Predicate<Face> kind) {
        int faces = result.faces(kind);
        return faces == 0
                ? "-"
                : between("%.1f %% (%.1f to %.1f)", 100, result.recall(kind))
                        + String.format(Locale.ROOT, ", %d of %d", result.found(kind), faces);
    }

    private static String between(String form, double times, Interval figure) {
        return String.format(
                Locale.ROOT,
                form,
                times * figure.value(),
                times * figure.low(),
                times * figure.high());
    }

    /// One row a class of face widths.
    public static String widths(List<Result> results) {
        StringBuilder text = new StringBuilder("| face width, pixels | faces |");
        results.forEach(result -> text.append(' ').append(result.name()).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(results.size())).append('\n');
        for (int i = 0; i < WIDTHS.length && !results.isEmpty(); i++) {
            int from = i == 0 ? 0 : WIDTHS[i - 1];
            int below = WIDTHS[i];
            Predicate<Face> kind = face -> face.width() >= from && face.width() < below;
            String to = i == WIDTHS.length - 1 ? "and more" : "to " + (below - 1);
            text.append("| %d %s | %d |".formatted(from, to, results.getFirst().faces(kind)));
            for (Result result : results) {
                double faces = Math.max(1, result.faces(kind));
                text.append(
                        String.format(Locale.ROOT, " %.1f %% |", 100 * result.found(kind) / faces));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
