package org.classbarometer.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.mood.MoodSeries;
import org.classbarometer.mood.SpanMood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final int LESSON = 600;

    private static Optional<BucketMood> noisy(Random random, int faces, double happy) {
        int smiling = 0;
        for (int i = 0; i < faces; i++) {
            smiling += random.nextDouble() < happy ? 1 : 0;
        }
        return Optional.of(Lessons.happy(faces, 0, (double) smiling / faces));
    }

    @Property(tries = 60)
    void a_planted_shift_is_found_where_it_was_planted_and_is_clear(
            @ForAll @IntRange(min = 60, max = 540) int at, @ForAll long seed) {
        Random random = new Random(seed);
        MoodSeries course = Lessons.course(LESSON, i -> noisy(random, 20, i < at ? 0.15 : 0.6));

        Shift found = Moments.of(course).shifts(3).getFirst();
        assertThat(found.at().toSeconds()).isCloseTo(at * 5L, within(20L));
        assertThat(found.change().distance()).isCloseTo(0.45, within(0.1));
        assertThat(found.change().sureness()).isEqualTo(Sureness.CLEAR);
        assertThat(found.change().grew()).isEqualTo(1);
        assertThat(found.change().shrank()).isZero();
    }

    @Test
    void a_calm_lesson_has_no_shifts() {
        MoodSeries course = Lessons.course(LESSON, _ -> Optional.of(Lessons.happy(20, 2, 0.3)));

        assertThat(Moments.of(course).shifts(5)).isEmpty();
        assertThat(Moments.of(course).usual()).isZero();
    }

    // Each face keeps its expression for a while, as faces do: neighbouring buckets resemble each
    // other, and the mood of a calm room goes up and down.
    private static MoodSeries calm(long seed, int faces, int keeps) {
        return room(seed, faces, keeps, 0);
    }

    private static MoodSeries room(long seed, int faces, int keeps, double more) {
        Random random = new Random(seed);
        boolean[] smiles = new boolean[faces];
        return Lessons.course(
                LESSON,
                step -> {
                    int smiling = 0;
                    for (int face = 0; face < faces; face++) {
                        if (random.nextInt(keeps) == 0) {
                            smiles[face] =
                                    random.nextDouble() < 0.3 + (step < LESSON / 2 ? 0 : more);
                        }
                        smiling += smiles[face] ? 1 : 0;
                    }
                    return Optional.of(Lessons.happy(faces, 0, (double) smiling / faces));
                });
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "6, 6", "6, 24", "16, 1", "16, 6", "16, 24", "28, 6", "28, 24"})
    void chance_alone_seldom_looks_clear(int faces, int keeps) {
        int lessonsWithClear = 0;
        int lessonsWithLikely = 0;
        for (int seed = 0; seed < 100; seed++) {
            List<Shift> found = Moments.of(calm(seed, faces, keeps)).shifts(5);
            lessonsWithClear += has(found, Sureness.CLEAR);
            lessonsWithLikely += has(found, Sureness.LIKELY);
        }
        assertThat(lessonsWithClear).isLessThanOrEqualTo(7);
        assertThat(lessonsWithLikely).isLessThanOrEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 0.2", "16, 6, 0.4", "28, 6, 0.4"})
    void a_shift_of_many_faces_is_seen(int faces, int keeps, double more) {
        int likely = 0;
        int clear = 0;
        for (int seed = 0; seed < 100; seed++) {
            List<Shift> found = Moments.of(room(seed, faces, keeps, more)).shifts(5);
            clear += has(found, Sureness.CLEAR);
            likely += has(found.stream().limit(1).toList(), Sureness.LIKELY);
        }
        assertThat(clear + likely).isGreaterThan(70);
    }

    private static int has(List<Shift> shifts, Sureness sureness) {
        return shifts.stream().anyMatch(shift -> shift.change().sureness() == sureness) ? 1 : 0;
    }

    @Test
    void what_one_face_changes_is_no_shift_of_the_room() {
        MoodSeries course =
                Lessons.course(
                        LESSON, i -> Optional.of(Lessons.happy(6, 0, i < 300 ? 0 : 1 / 6.0)));

        assertThat(Moments.of(course).shifts(5)).isEmpty();
        Comparison change = Moments.of(course).around(Duration.ofMinutes(25)).orElseThrow();
        assertThat(change.sureness()).isEqualTo(Sureness.OPEN);
    }

    @Property(tries = 60)
    void no_shift_rests_on_suppressed_buckets(
            @ForAll @IntRange(max = 599) int from,
            @ForAll @IntRange(max = 300) int length,
            @ForAll long seed) {
        Random random = new Random(seed);
        MoodSeries course =
                Lessons.course(
                        LESSON,
                        i ->
                                i >= from && i < from + length
                                        ? Optional.empty()
                                        : noisy(random, 12, i < 300 ? 0.1 : 0.7));
        for (Shift shift : Moments.of(course).shifts(5)) {
            assertThat(shift.change().before().isKnown()).isTrue();
            assertThat(shift.change().after().isKnown()).isTrue();
            assertThat(shift.change().before().read()).isEqualTo(12, within(1e-9));
            assertThat(shift.change().after().read()).isEqualTo(12, within(1e-9));
        }
    }

    @Property(tries = 60)
    void what_a_suppressed_bucket_held_cannot_matter(@ForAll long seed) {
        // Two lessons that differ only in what was suppressed are stored alike: as gaps of a mood.
        List<Bucket> lesson = Lessons.lesson(30, seed);
        List<Bucket> withheld = new ArrayList<>();
        for (Bucket bucket : lesson) {
            withheld.add(
                    bucket.index() % 7 == 0
                            ? new Bucket(bucket.index(), Optional.empty())
                            : bucket);
        }
        SpanMood all = Lessons.timeline(Lessons.START, withheld).series().all();
        List<Bucket> without =
                withheld.stream().filter(bucket -> bucket.mood().isPresent()).toList();
        SpanMood known = Lessons.timeline(Lessons.START, without).series().all();

        assertThat(all.shares()).containsExactly(known.shares());
        assertThat(all.faces()).isEqualTo(known.faces());
    }

    @Test
    void shifts_keep_apart_and_the_largest_comes_first() {
        MoodSeries course =
                Lessons.course(
                        LESSON,
                        i ->
                                Optional.of(
                                        Lessons.happy(20, 0, i < 200 ? 0.1 : i < 400 ? 0.4 : 0.9)));

        List<Shift> shifts = Moments.of(course).shifts(5);
        assertThat(shifts).extracting(shift -> shift.at().toMinutes()).containsExactly(33L, 16L);
    }

    @Test
    void many_uncertain_readings_make_less_sure() {
        MoodSeries clear =
                Lessons.course(LESSON, i -> Optional.of(Lessons.happy(20, 2, i < 300 ? 0.1 : 0.6)));
        MoodSeries murky =
                Lessons.course(LESSON, i -> Optional.of(Lessons.happy(20, 9, i < 300 ? 0.1 : 0.6)));

        assertThat(Moments.of(clear).shifts(1).getFirst().change().sureness())
                .isEqualTo(Sureness.CLEAR);
        assertThat(Moments.of(murky).shifts(1).getFirst().change().sureness())
                .isEqualTo(Sureness.LIKELY);
    }

    @Test
    void a_moment_with_too_little_known_beside_it_is_not_compared() {
        MoodSeries course = Lessons.course(LESSON, _ -> Optional.of(Lessons.happy(20, 0, 0.5)));

        assertThat(Moments.of(course).around(Duration.ZERO)).isEmpty();
        assertThat(Moments.of(course).around(Duration.ofMinutes(1))).isEmpty();
        assertThat(Moments.of(course).around(Duration.ofMinutes(2))).isPresent();
    }

    @Test
    void two_lessons_compare_as_wholes_and_only_in_one_label_set() {
        MoodSeries calm = Lessons.course(LESSON, _ -> Optional.of(Lessons.happy(20, 0, 0.1)));
        MoodSeries merry = Lessons.course(400, _ -> Optional.of(Lessons.happy(18, 0, 0.5)));

        Comparison difference = Comparison.between(calm, merry).orElseThrow();
        assertThat(difference.distance()).isCloseTo(0.4, within(1e-9));
        assertThat(difference.sureness()).isEqualTo(Sureness.CLEAR);
        assertThat(difference.change(1)).isCloseTo(0.4, within(1e-9));
        assertThat(Comparison.between(calm, Lessons.course(0, _ -> Optional.empty()))).isEmpty();
    }
}
