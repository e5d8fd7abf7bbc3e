package org.classbarometer.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.classbarometer.disclosure.BucketCounts.FrameCounts;
import org.classbarometer.disclosure.Rule.Row;

/// Attacks on a rule by somebody who has every row it published and knows what everybody else
/// showed. Each looks at random lessons of 5 to 40 people and counts how often it could be tried
/// and how often it succeeded. What is true is counted here anew, person by person, and not as the
/// product counts it.
final class Attacks {
    private static final int BUCKETS = 90;
    private static final int LABELS = SimulatedLesson.LABELS.size();

    private final LongFunction<Rule> rules;
    private final int lessons;
    private final long seed;

    /// @param tries how often there was something to attack
    /// @param leaks how often it published about one or two people
    record Result(long tries, long leaks) {
        Result plus(boolean leak) {
            return new Result(tries + 1, leaks + (leak ? 1 : 0));
        }
    }

    private static final Result NONE = new Result(0, 0);

    /// @param rules a fresh one, with the draws of a number
    Attacks(LongFunction<Rule> rules, int lessons, long seed) {
        this.rules = rules;
        this.lessons = lessons;
        this.seed = seed;
    }

    private List<SimulatedLesson> lessons(double flicker) {
        Random random = new Random(seed);
        return IntStream.range(0, lessons)
                .mapToObj(_ ->
                        SimulatedLesson.random(5 + random.nextInt(36), BUCKETS, flicker, random))
                .toList();
    }

    /// How many people a frame-wise count reaches in more than half of the frames.
    private static int mostly(List<FrameCounts> frames, ToIntFunction<FrameCounts> count) {
        int most = 0;
        for (int people = 1; people <= 40; people++) {
            int least = people;
            if (2 * frames.stream().filter(one -> count.applyAsInt(one) >= least).count()
                    > frames.size()) {
                most = people;
            }
        }
        return most;
    }

    /// A label's published number changes although fewer than three people changed since it was
    /// published.
    Result aChangeRidesAlong() {
        return moves(BUCKETS);
    }

    /// The same over sessions of the same people, one right after the other.
    Result aSessionBegunAgain() {
        return moves(10);
    }

    /// @param session after so many buckets a session ends and the next one begins
    private Result moves(int session) {
        Result result = NONE;
        for (SimulatedLesson lesson : lessons(0)) {
            List<Optional<Row>> rows = new ArrayList<>();
            Rule rule = rules.apply(lesson.seed());
            for (int bucket = 0; bucket < BUCKETS; bucket += session) {
                rows.addAll(rule.tell(lesson, bucket, bucket + session));
                rule = rule.again();
            }
            for (int label = 0; label < LABELS; label++) {
                int since = -1;
                for (int bucket = 0; bucket < BUCKETS; bucket++) {
                    if (rows.get(bucket).isEmpty()) {
                        continue;
                    }
                    if (since < 0) {
                        since = bucket;
                    } else if (!shown(rows, bucket, label).equals(shown(rows, since, label))) {
                        result = result.plus(changed(lesson, since, bucket, label) < 3);
                        since = bucket;
                    }
                }
            }
        }
        return result;
    }

    private static Integer shown(List<Optional<Row>> rows, int bucket, int label) {
        return rows.get(bucket).orElseThrow().shown().get(label);
    }

    /// People who count for a label otherwise than before: they show it, show something else, or
    /// are not read.
    private static long changed(SimulatedLesson lesson, int from, int to, int label) {
        return IntStream.range(0, lesson.people())
                .filter(one ->
                        kind(lesson.states()[from][one], label)
                                != kind(lesson.states()[to][one], label))
                .count();
    }

    private static int kind(int state, int label) {
        if (state < 0) {
            return 0;
        }
        return state == label ? 1 : 2;
    }

    /// A label is published that fewer than three people show.
    Result aRareLabel() {
        Result result = NONE;
        for (SimulatedLesson lesson : lessons(0.1)) {
            Rule rule = rules.apply(lesson.seed());
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                List<FrameCounts> frames = lesson.frames(bucket);
                Optional<Row> row = rule.tell(frames);
                for (int i = 0; row.isPresent() && i < LABELS; i++) {
                    int label = i;
                    if (row.get().shown().get(label) > 0) {
                        int people = mostly(frames, one -> one.counts()[label]);
                        result = result.plus(people < 3);
                    }
                }
            }
        }
        return result;
    }

    /// That all show the same is published apart from all but one or two showing it.
    Result everybody() {
        Result result = NONE;
        Random random = new Random(seed);
        for (SimulatedLesson lesson : lessons(0)) {
            int label = random.nextInt(LABELS);
            SimulatedLesson all = lesson;
            for (int one = 0; one < lesson.people(); one++) {
                all = all.with(one, 0, label);
            }
            int other = (label + 1) % LABELS;
            SimulatedLesson one = all.with(0, 0, other);
            SimulatedLesson two = one.with(1, 0, other);
            List<Optional<Row>> told = rules.apply(lesson.seed()).tell(all, 0, 3);
            result =
                    result.plus(
                            !told.equals(rules.apply(lesson.seed()).tell(one, 0, 3))
                                    || !told.equals(rules.apply(lesson.seed()).tell(two, 0, 3)));
        }
        return result;
    }

    /// What is published about the size of the group goes with one number of people only, in ten
    /// lessons.
    Result theHeadCount() {
        Map<Integer, Set<Integer>> possible = new HashMap<>();
        Map<Integer, Set<Long>> where = new HashMap<>();
        List<Integer> told = new ArrayList<>();
        for (SimulatedLesson lesson : lessons(0)) {
            List<Optional<Row>> rows = rules.apply(lesson.seed()).tell(lesson, 0, BUCKETS);
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                int faces = faces(lesson.states()[bucket]);
                rows.get(bucket)
                        .ifPresent(row -> {
                            told.add(row.group());
                            possible.computeIfAbsent(row.group(), _ -> new HashSet<>()).add(faces);
                            where.computeIfAbsent(row.group(), _ -> new HashSet<>())
                                    .add(lesson.seed());
                        });
            }
        }
        Result result = NONE;
        for (int group : told) {
            if (where.getOrDefault(group, Set.of()).size() >= 10) {
                result = result.plus(possible.getOrDefault(group, Set.of()).size() == 1);
            }
        }
        return result;
    }

    private static int faces(int[] states) {
        return (int) Arrays.stream(states).filter(state -> state != SimulatedLesson.ABSENT).count();
    }

    /// Of exactly five people one becomes uncertain, and it shows.
    Result oneOfFiveBecomesUncertain() {
        Result result = NONE;
        Random random = new Random(seed);
        for (int i = 0; i < lessons; i++) {
            SimulatedLesson five = new SimulatedLesson(states(5, random), 0, i);
            SimulatedLesson other = five.with(random.nextInt(5), 10, SimulatedLesson.UNCERTAIN);
            result =
                    result.plus(
                            !rules.apply(i)
                                    .tell(five, 0, 20)
                                    .equals(rules.apply(i).tell(other, 0, 20)));
        }
        return result;
    }

    private static int[][] states(int people, Random random) {
        int[] labels = random.ints(people, 0, LABELS).toArray();
        return IntStream.range(0, 20).mapToObj(_ -> labels).toArray(int[][]::new);
    }

    /// A row is suppressed, or not any more, although fewer than three people came, went, or became
    /// certain or uncertain since it was, or since the size of the group was last published.
    Result suppressedRows() {
        Result result = NONE;
        for (SimulatedLesson lesson : lessons(0)) {
            List<Optional<Row>> rows = rules.apply(lesson.seed()).tell(lesson, 0, BUCKETS);
            int since = 0;
            for (int bucket = 1; bucket < BUCKETS; bucket++) {
                if (rows.get(bucket).isPresent() != rows.get(since).isPresent()) {
                    result = result.plus(changed(lesson, since, bucket, true) < 3);
                    since = bucket;
                } else if (!rows.get(bucket)
                        .map(Row::group)
                        .equals(rows.get(since).map(Row::group))) {
                    since = bucket;
                }
            }
        }
        return result;
    }

    /// What is published about the uncertain, or of the size of the group, changes although fewer
    /// than three people did since.
    Result theUncertainAndTheGroup() {
        Result result = NONE;
        for (SimulatedLesson lesson : lessons(0)) {
            List<Optional<Row>> rows = rules.apply(lesson.seed()).tell(lesson, 0, BUCKETS);
            for (boolean group : new boolean[] {true, false}) {
                int since = -1;
                int last = 0;
                for (int bucket = 0; bucket < BUCKETS; bucket++) {
                    Optional<Row> row = rows.get(bucket);
                    if (row.isEmpty() && !group) {
                        continue;
                    }
                    int told = row.map(one -> group ? one.group() : one.uncertain()).orElse(0);
                    if (since >= 0 && told != last) {
                        result = result.plus(changed(lesson, since, bucket, group) < 3);
                    }
                    if (since < 0 || told != last) {
                        since = bucket;
                        last = told;
                    }
                }
            }
        }
        return result;
    }

    private static long changed(SimulatedLesson lesson, int from, int to, boolean group) {
        return IntStream.range(0, lesson.people())
                .filter(one ->
                        counts(lesson.states()[from][one], group)
                                != counts(lesson.states()[to][one], group))
                .count();
    }

    private static boolean counts(int state, boolean group) {
        return group ? state >= 0 : state == SimulatedLesson.UNCERTAIN;
    }

    /// One person becomes uncertain in chosen frames of a bucket only, so that other frames count:
    /// a label moves by more than that person.
    Result aFlicker() {
        Result result = NONE;
        Random random = new Random(seed);
        for (int i = 0; i < 20 * lessons; i++) {
            List<FrameCounts> frames = new ArrayList<>();
            List<FrameCounts> without = new ArrayList<>();
            int others = 3 + random.nextInt(8);
            for (int frame = 0; frame < 9; frame++) {
                int[] counts = new int[LABELS];
                int mood = random.nextInt(LABELS);
                for (int one = 0; one < others; one++) {
                    counts[random.nextInt(4) == 0 ? random.nextInt(LABELS) : mood]++;
                }
                int[] with = counts.clone();
                with[0]++;
                boolean certain = random.nextBoolean();
                frames.add(new FrameCounts(with, 0));
                without.add(certain ? new FrameCounts(with, 0) : new FrameCounts(counts, 1));
            }
            result = result.plus(rules.apply(i).difference(frames, without) > 1 + 1e-9);
        }
        return result;
    }
}
