package org.classbarometer.hint;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.classbarometer.hint.Hint.Kind;
import org.classbarometer.mood.Mood;
import org.classbarometer.mood.MoodSum;
import org.classbarometer.mood.SpanMood;

/// Decides when a hint is due. The moods of frames are added up in steps of five seconds; a step
/// counts only with k certainly read faces a frame. A hint is due when
///
/// - each half minute of the last three minutes leaned the same way from usual, and
/// - all of them together by as much as if a quarter of the faces, and at least three of them, had
///   changed from positive to neutral or the like.
///
/// Usual is the mean of up to half an hour before; with less than five known minutes of that nothing
/// is said. Not thread-safe.
public final class HintRule {
    /// How long the room must look different.
    public static final Duration LASTING = Duration.ofMinutes(3);

    private static final long STEP = Duration.ofSeconds(5).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long REMEMBERED = Duration.ofMinutes(33).toNanos();
    private static final long SLICE = Duration.ofSeconds(30).toNanos();
    private static final int SLICES = (int) (LASTING.toNanos() / SLICE);
    private static final int FEWEST_STEPS_OF_SLICE = 4; // of 6
    private static final int FEWEST_USUAL_STEPS = 60; // five minutes
    private static final double LEAST_CHANGE = 0.25;
    private static final double LEAST_OF_SLICE = 0.1;
    private static final double FEWEST_CHANGED = 3;
    private static final double HARD = 0.5;
    private static final int SPANS_FOR_SURE = 4;

    private final int k;
    private final Deque<Step> steps = new ArrayDeque<>();
    private Optional<MoodSum> open = Optional.empty();
    private long openStep = Long.MIN_VALUE;

    /// @param lean empty when fewer than k faces a frame were read with certainty
    /// @param read mean number of certainly read faces a frame
    /// @param seen mean number of faces a frame
    /// @param uncertain share of the readings that were uncertain
    private record Step(
            long begin, Optional<Double> lean, double read, double seen, double uncertain) {}

    /// @param k fewest faces anything may be said of; see SessionPlan
    public HintRule(int k) {
        this.k = k;
    }

    /// Takes in a frame's mood; another label set than before starts anew.
    ///
    /// @param nanos when it was captured, on a monotonic clock
    /// @return the hint that is due, asked anew at the end of every step; empty otherwise
    public Optional<Hint> add(Mood mood, long nanos) {
        if (open.filter(sum -> sum.labels().equals(mood.labels())).isEmpty()) {
            clear();
            open = Optional.of(new MoodSum(mood.labels()));
        }
        long step = Math.floorDiv(nanos, STEP);
        boolean ended = openStep != Long.MIN_VALUE && step != openStep;
        if (ended) {
            close();
        }
        openStep = step;
        open.orElseThrow().add(mood);
        return ended ? due(openStep * STEP) : Optional.empty();
    }

    private void close() {
        SpanMood span = open.orElseThrow().mood();
        steps.addLast(
                new Step(
                        openStep * STEP,
                        span.read() >= k ? Optional.of(Lean.of(span)) : Optional.empty(),
                        span.read(),
                        span.faces(),
                        span.uncertain()));
        open = Optional.of(new MoodSum(span.labels()));
        while (!steps.isEmpty() && steps.getFirst().begin() < openStep * STEP - REMEMBERED) {
            steps.removeFirst();
        }
    }

    /// Forgets everything: another room begins.
    public void clear() {
        steps.clear();
        open = Optional.empty();
        openStep = Long.MIN_VALUE;
    }

    private Optional<Hint> due(long now) {
        return hardToRead(now).or(() -> lean(now));
    }

    private List<Step> between(long from, long to, Predicate<Step> which) {
        return steps.stream()
                .filter(step -> step.begin() >= from && step.begin() < to)
                .filter(which)
                .toList();
    }

    private static double mean(List<Step> of, ToDoubleFunction<Step> value) {
        return of.stream().mapToDouble(value).average().orElse(0);
    }

    private static double lean(Step step) {
        return step.lean().orElse(0.0);
    }

    private Optional<Hint> hardToRead(long now) {
        Predicate<Step> seen = step -> step.seen() >= k;
        for (int slice = 1; slice <= SLICES; slice++) {
            List<Step> of = between(now - slice * SLICE, now - (slice - 1) * SLICE, seen);
            if (of.size() < FEWEST_STEPS_OF_SLICE || mean(of, Step::uncertain) <= HARD) {
                return Optional.empty();
            }
        }
        long begin = now - LASTING.toNanos();
        List<Step> last = between(begin, now, seen);
        List<Step> before = between(now - REMEMBERED, begin, seen);
        return Optional.of(
                new Hint(
                        Kind.HARD_TO_READ,
                        mean(last, Step::uncertain),
                        mean(before, Step::uncertain),
                        (int) Math.round(mean(last, Step::seen)),
                        minutes(before),
                        true));
    }

    private static int minutes(List<Step> of) {
        return (int) (of.size() * STEP / MINUTE);
    }

    private Optional<Hint> lean(long now) {
        Predicate<Step> known = step -> step.lean().isPresent();
        long begin = now - LASTING.toNanos();
        List<Step> before = between(now - REMEMBERED, begin, known);
        if (before.size() < FEWEST_USUAL_STEPS) {
            return Optional.empty();
        }
        double usual = mean(before, HintRule::lean);
        List<Step> last = new ArrayList<>();
        double sign = 0;
        for (int slice = 1; slice <= SLICES; slice++) {
            List<Step> of = between(now - slice * SLICE, now - (slice - 1) * SLICE, known);
            double change = mean(of, HintRule::lean) - usual;
            if (of.size() < FEWEST_STEPS_OF_SLICE
                    || Math.abs(change) < LEAST_OF_SLICE
                    || sign * change < 0) {
                return Optional.empty();
            }
            sign = Math.signum(change);
            last.addAll(of);
        }
        double lean = mean(last, HintRule::lean);
        double read = mean(last, Step::read);
        double change = Math.abs(lean - usual);
        if (change < LEAST_CHANGE || change * read < FEWEST_CHANGED) {
            return Optional.empty();
        }
        return Optional.of(
                new Hint(
                        sign < 0 ? Kind.LESS_POSITIVE : Kind.MORE_POSITIVE,
                        lean,
                        usual,
                        (int) Math.round(read),
                        minutes(before),
                        isNew(before, lean, sign)));
    }

    // Whether no earlier span of the same length, cut one after the other, leaned as far, and there
    // were enough of them to say so.
    private static boolean isNew(List<Step> before, double lean, double sign) {
        int length = (int) (LASTING.toNanos() / STEP);
        int spans = before.size() / length;
        for (int i = 0; i < spans; i++) {
            double earlier = mean(before.subList(i * length, (i + 1) * length), HintRule::lean);
            if (sign * (earlier - lean) >= 0) {
                return false;
            }
        }
        return spans >= SPANS_FOR_SURE;
    }
}
