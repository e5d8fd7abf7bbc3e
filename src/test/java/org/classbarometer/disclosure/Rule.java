package org.classbarometer.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.classbarometer.disclosure.BucketCounts.FrameCounts;

/// A rule of what is published, under attack: takes the frames of one bucket after another.
interface Rule {
    /// What a row publishes.
    ///
    /// @param group what is published about the size
    /// @param shown what is published about each label; 0 for nothing
    record Row(int group, int uncertain, List<Integer> shown) {}

    /// @return empty where the row is suppressed
    Optional<Row> tell(List<FrameCounts> bucket);

    /// The rule of a session of the same people right after this one.
    Rule again();

    /// By how many people's worth a label differs most between what it sees in two buckets.
    double difference(List<FrameCounts> one, List<FrameCounts> other);

    /// All rows of some buckets of a lesson.
    default List<Optional<Row>> tell(SimulatedLesson lesson, int from, int to) {
        List<Optional<Row>> rows = new ArrayList<>();
        for (int bucket = from; bucket < to; bucket++) {
            rows.add(tell(lesson.frames(bucket)));
        }
        return rows;
    }

    /// The rule of the product.
    record Current(Disclosure disclosure) implements Rule {
        static Current with(Draws draws) {
            return new Current(new Disclosure(SimulatedLesson.LABELS, Disclosure.FEWEST, draws));
        }

        @Override
        public Optional<Row> tell(List<FrameCounts> bucket) {
            return disclosure
                    .publish(BucketCounts.over(bucket))
                    .map(published ->
                            new Row(
                                    published.people(),
                                    published.uncertain(),
                                    Arrays.stream(published.shown()).boxed().toList()));
        }

        @Override
        public Rule again() {
            Current next = with(Draws.fresh());
            next.disclosure.resume(disclosure.published());
            return next;
        }

        @Override
        public double difference(List<FrameCounts> one, List<FrameCounts> other) {
            int[] before = BucketCounts.over(one).shown();
            int[] after = BucketCounts.over(other).shown();
            return IntStream.range(0, before.length)
                    .map(i -> Math.abs(before[i] - after[i]))
                    .max()
                    .orElseThrow();
        }
    }

    /// The rule that the product had first, until decision 0030: means over the frames with at
    /// least five, in whole percents, all published anew when one of them moves by more than one
    /// person's worth.
    final class First implements Rule {
        private double[] last = {};

        private static List<FrameCounts> entered(List<FrameCounts> bucket) {
            return bucket.stream().filter(one -> one.people() >= 5).toList();
        }

        private static double people(List<FrameCounts> entered) {
            return entered.stream().mapToInt(FrameCounts::people).average().orElse(1);
        }

        private static double[] shares(List<FrameCounts> entered) {
            return IntStream.range(0, SimulatedLesson.LABELS.size())
                    .mapToDouble(i ->
                            entered.stream().mapToInt(one -> one.counts()[i]).average().orElse(0)
                                    / people(entered))
                    .toArray();
        }

        private static double farthest(double[] from, double[] to) {
            return IntStream.range(0, from.length)
                    .mapToDouble(i -> Math.abs(from[i] - to[i]))
                    .max()
                    .orElse(0);
        }

        @Override
        public Optional<Row> tell(List<FrameCounts> bucket) {
            List<FrameCounts> entered = entered(bucket);
            if (2 * entered.size() < bucket.size()) {
                return Optional.empty();
            }
            double[] shares = shares(entered);
            if (last.length == 0 || farthest(last, shares) > 1 / people(entered) + 1e-9) {
                last = shares;
            }
            double uncertain =
                    entered.stream().mapToInt(FrameCounts::uncertain).average().orElse(0);
            return Optional.of(
                    new Row(
                            (int) Math.round(people(entered) + uncertain),
                            (int) Math.round(uncertain),
                            Arrays.stream(last)
                                    .mapToObj(share -> (int) Math.round(100 * share))
                                    .toList()));
        }

        @Override
        public Rule again() {
            return new First();
        }

        @Override
        public double difference(List<FrameCounts> one, List<FrameCounts> other) {
            List<FrameCounts> before = entered(one);
            List<FrameCounts> after = entered(other);
            boolean both = 2 * before.size() >= one.size() && 2 * after.size() >= other.size();
            return both
                    ? farthest(shares(before), shares(after))
                            * Math.min(people(before), people(after))
                    : 0;
        }
    }
}
