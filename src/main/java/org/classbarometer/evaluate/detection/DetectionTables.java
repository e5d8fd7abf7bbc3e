package org.classbarometer.evaluate.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.classbarometer.evaluate.MarkdownTable;
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
        StringBuilder text = new StringBuilder();
        MarkdownTable table =
                new MarkdownTable(
                        text::append,
                        "finder | 24 pixels and more | clear and frontal of them | "
                                + "16 to 23 pixels | false boxes a photograph | CPU ms a photograph");
        Predicate<Face> large = face -> face.width() >= LARGE;
        Predicate<Face> small = face -> face.width() >= SMALL && face.width() < LARGE;
        for (Result result : results) {
            table.row(
                    "%s | %s | %s | %s | %s | %.0f",
                    result.name(),
                    share(result, large),
                    share(result, large.and(Face::clear)),
                    share(result, small),
                    between("%.2f (%.2f to %.2f)", 1, result.falseBoxesPerPhoto()),
                    result.cpuMillis());
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

    static String percent(long found, int all) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * found / Math.max(1, all));
    }

    /// One row a class of face widths.
    public static String widths(List<Result> results) {
        StringBuilder text = new StringBuilder();
        List<String> columns = new ArrayList<>(List.of("face width, pixels", "faces"));
        results.forEach(result -> columns.add(result.name()));
        MarkdownTable table = new MarkdownTable(text::append, columns);
        for (int i = 0; i < WIDTHS.length && !results.isEmpty(); i++) {
            int from = i == 0 ? 0 : WIDTHS[i - 1];
            int below = WIDTHS[i];
            Predicate<Face> kind = face -> face.width() >= from && face.width() < below;
            String to = i == WIDTHS.length - 1 ? "and more" : "to " + (below - 1);
            int faces = results.getFirst().faces(kind);
            List<String> cells = new ArrayList<>(List.of(from + " " + to, String.valueOf(faces)));
            results.forEach(result -> cells.add(percent(result.found(kind), result.faces(kind))));
            table.row(cells);
        }
        return text.toString();
    }
}
