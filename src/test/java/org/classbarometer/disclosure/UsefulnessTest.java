package org.classbarometer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is left of use: lessons in which at one moment a fifth of the people change from one
/// expression to another. A shift is published when what is published about either label has moved
/// the right way from what it was before. The slow run prints the table of docs/privacy.md.
class UsefulnessTest {
    private static final int SHIFT = 60;
    private static final int AFTER = 12;

    /// @param one of the shifts, the share published within one bucket
    /// @param three within three
    /// @param twelve within twelve
    /// @param chance the same where nothing shifted, within three
    record Use(double one, double three, double twelve, double chance) {}

    @Test
    void with_25_people_a_shift_of_20_points_is_nearly_always_told_within_three_buckets() {
        Use use = use(25, 400, 3);

        assertThat(use.three()).isGreaterThan(0.95);
        assertThat(use.chance()).isLessThan(0.2);
    }

    @Test
    @Tag("slow")
    void how_many_shifts_of_20_points_are_told_and_how_late() {
        System.out.println(
                "| people | in the first 5 s | within 15 s | within 1 min | 15 s without a shift |");
        System.out.println("|---:|---:|---:|---:|---:|");
        for (int people : new int[] {10, 12, 15, 20, 25, 30, 40}) {
            Use use = use(people, 4000, 7);
            System.out.printf(
                    "| %d | %.0f %% | %.0f %% | %.0f %% | %.0f %% |%n",
                    people,
                    100 * use.one(),
                    100 * use.three(),
                    100 * use.twelve(),
                    100 * use.chance());
        }
    }

    private static Use use(int people, int lessons, long seed) {
        int[] within = new int[AFTER + 1];
        int chance = 0;
        for (int i = 0; i < lessons; i++) {
            Random random = new Random(seed + i);
            int from = random.nextInt(2);
            int[][] states = states(people, random, from);
            Draws draws = Draws.keyed(new byte[] {(byte) i, (byte) (i >> Byte.SIZE)});
            int[][] told = told(new SimulatedLesson(states, 0.1, i), draws);
            OptionalInt late = moved(told, SHIFT, from);
            late.ifPresent(buckets -> within[buckets]++);
            if (moved(told, SHIFT - 3, from).stream().anyMatch(buckets -> buckets < 3)) {
                chance++;
            }
        }
        return new Use(
                sum(within, 1) / (double) lessons,
                sum(within, 3) / (double) lessons,
                sum(within, AFTER) / (double) lessons,
                chance / (double) lessons);
    }

    private static int sum(int[] within, int buckets) {
        return Arrays.stream(within, 0, buckets).sum();
    }

    /// Half neutral, a third happy, the rest anything; 1 person in 200 changes in a bucket, and 1
    /// in 10 is uncertain in any frame.
    private static int[][] states(int people, Random random, int from) {
        double[] mood = {0.5, 0.34, 0.04, 0.04, 0.04, 0.04};
        int[][] states = new int[SHIFT + AFTER][people];
        for (int bucket = 0; bucket < states.length; bucket++) {
            int shifting = bucket == SHIFT ? Math.round(people * 0.2f) : 0;
            for (int one = 0; one < people; one++) {
                boolean moves = bucket == 0 || random.nextDouble() < 0.005;
                states[bucket][one] =
                        moves
                                ? SimulatedLesson.drawn(mood, random)
                                : states[Math.max(0, bucket - 1)][one];
                if (shifting > 0 && states[bucket][one] == from) {
                    states[bucket][one] = 1 - from;
                    shifting--;
                }
            }
        }
        return states;
    }

    private static int[][] told(SimulatedLesson lesson, Draws draws) {
        Disclosure disclosure = new Disclosure(SimulatedLesson.LABELS, Disclosure.FEWEST, draws);
        return IntStream.range(0, lesson.buckets())
                .mapToObj(bucket ->
                        disclosure
                                .publish(BucketCounts.over(lesson.frames(bucket)))
                                .map(Published::shown)
                                .orElseGet(() -> new int[SimulatedLesson.LABELS.size()]))
                .toArray(int[][]::new);
    }

    /// How many buckets after a moment either label had moved.
    private static OptionalInt moved(int[][] told, int moment, int from) {
        int[] before = told[moment - 1];
        return IntStream.range(0, AFTER)
                .filter(bucket -> moment + bucket < told.length)
                .filter(bucket ->
                        told[moment + bucket][from] < before[from]
                                || told[moment + bucket][1 - from] > before[1 - from])
                .findFirst();
    }
}
