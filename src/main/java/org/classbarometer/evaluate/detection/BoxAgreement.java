package org.classbarometer.evaluate.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.classbarometer.evaluate.MarkdownTable;
import org.classbarometer.face.Box;

/// How alike two finders frame the same faces: what is read of a face must not depend on which finder
/// found it.
///
/// @param pairs boxes of the one and of the other that overlap by 0.4 and more, the best pair first
public record BoxAgreement(List<Pair> pairs) {
    private static final double SAME_FACE = 0.4;

    /// @param one its size and place are what is compared with
    public record Pair(Box one, Box other) {
        private double sizes() {
            return (double) other.width() / one.width();
        }

        private double aside() {
            return (other.centreX() - one.centreX()) / one.width();
        }

        private double down() {
            return (other.centreY() - one.centreY()) / one.width();
        }
    }

    public BoxAgreement {
        pairs = List.copyOf(pairs);
    }

    /// @param one boxes of one finder, picture by picture
    /// @param other those of the other, of the same pictures
    public static BoxAgreement of(List<List<Box>> one, List<List<Box>> other) {
        List<Pair> pairs = new ArrayList<>();
        for (int picture = 0; picture < Math.min(one.size(), other.size()); picture++) {
            int[] match = Matching.greedy(one.get(picture), other.get(picture), SAME_FACE);
            for (int i = 0; i < match.length; i++) {
                if (match[i] >= 0) {
                    pairs.add(new Pair(one.get(picture).get(i), other.get(picture).get(match[i])));
                }
            }
        }
        return new BoxAgreement(pairs);
    }

    /// The median and what nine in ten lie between: of sizes, and of where the middle lies, in sizes.
    public static MarkdownTable table(Consumer<String> out) {
        return new MarkdownTable(
                out, "finder, beside Haar | pictures | faces both found | size | aside | down");
    }

    /// One row of [#table].
    public void row(MarkdownTable table, String name, String pictures) {
        table.row(
                "%s | %s | %d | %s | %s | %s",
                name,
                pictures,
                pairs.size(),
                spread(Pair::sizes),
                spread(Pair::aside),
                spread(Pair::down));
    }

    private String spread(ToDoubleFunction<Pair> what) {
        double[] sorted = pairs.stream().mapToDouble(what).sorted().toArray();
        return sorted.length == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.3f (%.3f to %.3f)",
                        at(sorted, 0.5),
                        at(sorted, 0.05),
                        at(sorted, 0.95));
    }

    private static double at(double[] sorted, double share) {
        return Arrays.stream(sorted)
                .skip(Math.round(share * (sorted.length - 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
