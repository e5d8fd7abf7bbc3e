package org.classbarometer.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;

/// Two moods beside each other: how much they differ, and how sure that is.
///
/// @param distance total variation distance of what the certainly read faces showed, in [0, 1]
public record Comparison(SpanMood before, SpanMood after, double distance, Sureness sureness) {
    // The usual levels of a test (Fisher 1925), and how many lessons may be looked at before one
    // stands out by chance: a teacher compares a handful.
    private static final double CLEAR = 0.01;
    private static final double LIKELY = 0.05;

    /// Fewest known pieces on either side that something may be said from.
    private static final int FEWEST = 4;

    /// With more uncertain readings than this, or less than half of the time known, one step less
    /// sure: who was not read may have shown anything.
    private static final double MUCH_UNCERTAIN = 1 / 3.0;

    private static final double LITTLE_KNOWN = 0.5;

    /// Faces do not change within seconds: shorter pieces of a stretch would not be pieces of their own.
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /// A change of fewer faces than this is one person's, not the room's.
    private static final double FEWEST_FACES = 2;

    /// One timeline against another in the same label set, each as a whole. Sure when the pieces of
    /// both, shuffled, seldom differ as much: see [Shuffle].
    ///
    /// @return empty when too little is known of either, or the label sets differ
    public static Optional<Comparison> between(MoodSeries one, MoodSeries other) {
        List<Shuffle.Block> pieces = pieces(one);
        List<Shuffle.Block> others = pieces(other);
        if (!one.labels().equals(other.labels())
                || pieces.size() < FEWEST
                || others.size() < FEWEST) {
            return Optional.empty();
        }
        return Optional.of(of(one.all(), other.all(), sureness(pieces, others)));
    }

    /// A stretch of a timeline (after) against the rest of it (before). Of the same test as
    /// [#between], in pieces of at least a minute, and one step less sure: whoever chooses a stretch
    /// chooses one that stands out.
    ///
    /// @return empty when nothing is known of the stretch or of the rest
    public static Optional<Comparison> ofPart(MoodSeries series, Duration from, Duration to) {
        int first = Math.min(series.stepsIn(from), series.steps());
        int last = Math.clamp(series.stepsIn(to), first, series.steps());
        MoodSum rest = new MoodSum(series.labels());
        series.addTo(rest, 0, first);
        series.addTo(rest, last, series.steps());
        SpanMood before = rest.mood();
        SpanMood after = series.span(first, last);
        if (!before.isKnown() || !after.isKnown()) {
            return Optional.empty();
        }
        int least = Math.max(1, series.stepsIn(SHORTEST));
        List<Shuffle.Block> outside = new ArrayList<>(pieces(series, 0, first, FEWEST, least));
        outside.addAll(pieces(series, last, series.steps(), FEWEST, least));
        List<Shuffle.Block> inside = pieces(series, first, last, FEWEST, least);
        boolean enough = inside.size() >= FEWEST && outside.size() >= FEWEST;
        return Optional.of(
                of(before, after, enough ? sureness(outside, inside).lower() : Sureness.OPEN));
    }

    private static Sureness sureness(List<Shuffle.Block> pieces, List<Shuffle.Block> others) {
        double chance = Shuffle.chance(pieces, others);
        if (chance <= CLEAR) {
            return Sureness.CLEAR;
        }
        return chance <= LIKELY ? Sureness.LIKELY : Sureness.OPEN;
    }

    private static List<Shuffle.Block> pieces(MoodSeries series) {
        return pieces(series, 0, series.steps(), Shuffle.MOST, 1);
    }

    /// At most so many pieces, of at least so many steps.
    private static List<Shuffle.Block> pieces(
            MoodSeries series, int from, int to, int most, int least) {
        int count = Math.min(most, (to - from) / least);
        List<Shuffle.Block> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            MoodSum total = new MoodSum(series.labels());
            series.addTo(
                    total, from + (to - from) * i / count, from + (to - from) * (i + 1) / count);
            if (total.weight() > 0) {
                pieces.add(new Shuffle.Block(total.mood().shares(), total.weight()));
            }
        }
        return pieces;
    }

    /// @param sureness by the numbers alone; lowered here where they rest on little
    static Comparison of(SpanMood before, SpanMood after, Sureness sureness) {
        double distance = before.distance(after);
        boolean thin =
                Math.max(before.uncertain(), after.uncertain()) > MUCH_UNCERTAIN
                        || Math.min(before.coverage(), after.coverage()) < LITTLE_KNOWN;
        Sureness honest = thin ? sureness.lower() : sureness;
        return new Comparison(
                before, after, distance, isOfTheRoom(before, after) ? honest : Sureness.OPEN);
    }

    /// Whether more than one face's worth of the room differs.
    static boolean isOfTheRoom(SpanMood before, SpanMood after) {
        return before.distance(after) * Math.min(before.read(), after.read()) >= FEWEST_FACES;
    }

    /// Index of the label whose share grew most; the first of equals.
    public int grew() {
        return most(1);
    }

    /// Index of the label whose share shrank most; the first of equals.
    public int shrank() {
        return most(-1);
    }

    private int most(int sign) {
        int best = 0;
        for (int i = 1; i < before.shares().length; i++) {
            if (sign * change(i) > sign * change(best)) {
                best = i;
            }
        }
        return best;
    }

    /// By how much a label's share changed, in [-1, 1].
    public double change(int label) {
        return after.shares()[label] - before.shares()[label];
    }
}
