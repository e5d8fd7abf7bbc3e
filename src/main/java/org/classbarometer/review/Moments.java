package org.classbarometer.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.SpanMood;

/// The moments of one timeline: where the room's mood shifted most, and what was before and after
/// any of them.
///
/// A moment's score is the total variation distance between the [#WINDOW] before it and the one
/// after it. How sure it is follows from the timeline itself: the median of all its scores is its
/// usual up and down, whatever the number of faces and however slowly faces change, and a shift is
/// judged by how many times that it is. Immutable, thread-safe.
public final class Moments {
    /// How far before and after a moment is looked.
    public static final Duration WINDOW = Duration.ofMinutes(3);

    /// How many times the usual up and down a shift is, to be clear or likely. Set by simulation: see
    /// docs/decisions/0013-moments-and-how-sure.md and MomentsTest.
    private static final double CLEAR = 6;

    private static final double LIKELY = 5;

    /// A smaller shift is not worth a teacher's look.
    private static final double LEAST = 0.1;

    private final MoodSeries series;
    private final int window;
    private final double[] scores;
    private final double usual;

    private Moments(MoodSeries series) {
        this.series = series;
        window = series.stepsIn(WINDOW);
        scores = new double[series.steps()];
        for (int at = 0; at < scores.length; at++) {
            SpanMood before = before(at);
            SpanMood after = after(at);
            scores[at] = isEnough(before) && isEnough(after) ? before.distance(after) : Double.NaN;
        }
        double[] known = Arrays.stream(scores).filter(s -> !Double.isNaN(s)).sorted().toArray();
        usual = known.length == 0 ? 0 : known[known.length / 2];
    }

    public static Moments of(MoodSeries series) {
        return new Moments(series);
    }

    private SpanMood before(int at) {
        return series.span(at - window, at);
    }

    private SpanMood after(int at) {
        return series.span(at, at + window);
    }

    // At least half a window is known, also at the edges of the lesson.
    private boolean isEnough(SpanMood span) {
        return span.isKnown() && 2 * span.known() >= window;
    }

    /// The usual up and down: the median score, in [0, 1]; 0 when nothing can be compared.
    public double usual() {
        return usual;
    }

    /// What was before and after a moment.
    ///
    /// @return empty when too little is known on either side
    public Optional<Comparison> around(Duration moment) {
        int at = series.stepsIn(moment);
        if (at >= scores.length || Double.isNaN(scores[at])) {
            return Optional.empty();
        }
        Sureness sureness = Sureness.OPEN;
        if (scores[at] >= CLEAR * usual) {
            sureness = Sureness.CLEAR;
        } else if (scores[at] >= LIKELY * usual) {
            sureness = Sureness.LIKELY;
        }
        return Optional.of(Comparison.of(before(at), after(at), sureness));
    }

    /// The largest shifts, at least a window apart.
    ///
    /// @param most how many at most
    /// @return the largest first; none in which fewer than two faces' worth of the room changed. A
    ///     shift that may be chance can be among them and says so
    public List<Shift> shifts(int most) {
        List<Integer> order =
                IntStream.range(0, scores.length)
                        .filter(at -> scores[at] >= LEAST)
                        .filter(at -> Comparison.isOfTheRoom(before(at), after(at)))
                        .boxed()
                        .sorted(Comparator.comparingDouble(at -> -scores[at]))
                        .toList();
        List<Integer> taken = new ArrayList<>();
        List<Shift> shifts = new ArrayList<>();
        for (int at : order) {
            if (shifts.size() < most
                    && taken.stream().allMatch(other -> Math.abs(other - at) >= window)) {
                taken.add(at);
                Duration moment = series.at(at);
                around(moment).ifPresent(change -> shifts.add(new Shift(moment, change)));
            }
        }
        return List.copyOf(shifts);
    }
}
