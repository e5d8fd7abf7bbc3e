package org.classbarometer.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.disclosure.Draws;
import org.classbarometer.expression.LabelSet;
import org.junit.jupiter.api.Test;

class BucketCutterTest {
    private static final long SECOND = 1_000_000_000L;

    // Every draw is the lowest: three people have to change.
    private static final Draws LOWEST = (_, _, _) -> 0;

    private final BucketCutter buckets = cutter();
    private final List<Bucket> told = new ArrayList<>();

    private static BucketCutter cutter() {
        return new BucketCutter(
                LabelSet.TWO, Duration.ofSeconds(5), BucketCutter.FEWEST_FACES, LOWEST);
    }

    private static Mood mood(int positive, int negative, int uncertain) {
        int read = positive + negative;
        return new Mood(
                LabelSet.TWO,
                new int[] {positive, negative},
                new double[2],
                read + uncertain,
                read,
                uncertain);
    }

    private void frame(double second, int positive, int negative) {
        buckets.add((long) (second * SECOND), mood(positive, negative, 0)).ifPresent(told::add);
    }

    private void until(double second) {
        buckets.closeBefore((long) (second * SECOND)).ifPresent(told::add);
    }

    @Test
    void a_bucket_tells_in_multiples_of_three_what_most_of_its_frames_showed() {
        frame(0, 12, 8);
        frame(1, 12, 8);
        frame(2, 1, 1);
        until(5);

        BucketMood mood = told.getFirst().mood().orElseThrow();
        assertThat(mood.people()).isEqualTo(21);
        assertThat(mood.shown()).containsExactly(12, 6);
        assertThat(mood.shares()).containsExactly(12 / 21.0, 6 / 21.0);
    }

    @Test
    void buckets_are_cut_by_time_and_empty_ones_are_left_out() {
        frame(0, 15, 0);
        frame(5, 15, 0);
        frame(21, 15, 0);
        until(25);

        assertThat(told).extracting(Bucket::index).containsExactly(0, 1, 4);
        assertThat(buckets.closeBefore(30 * SECOND)).isEmpty();
    }

    @Test
    void a_bucket_that_has_not_ended_is_never_told() {
        frame(0, 15, 0);
        until(4.999);
        assertThat(told).isEmpty();

        until(5);
        assertThat(told).hasSize(1);
    }

    @Test
    void a_longer_run_over_the_same_frames_tells_the_same_and_more() {
        List<Bucket> whole = run(200);
        for (int frames = 1; frames < 200; frames++) {
            List<Bucket> shorter = run(frames);
            assertThat(shorter)
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(whole.subList(0, shorter.size()));
        }
    }

    private static List<Bucket> run(int frames) {
        BucketCutter cutter = cutter();
        List<Bucket> told = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            Mood mood = mood(8 + i / 7 % 13, 14 - i / 11 % 9, i % 3);
            cutter.add(i * SECOND / 3, mood).ifPresent(told::add);
        }
        return told;
    }

    @Test
    void a_bucket_with_few_certainly_read_faces_says_nothing() {
        buckets.add(0, mood(4, 0, 20)).ifPresent(told::add);
        until(5);
        assertThat(told).containsExactly(new Bucket(0, Optional.empty()));
    }

    @Test
    void one_or_two_people_who_change_do_not_show_and_a_third_does() {
        frame(0, 12, 12);
        frame(5, 13, 11);
        frame(10, 10, 14);
        frame(15, 15, 9);
        until(20);

        assertThat(told)
                .extracting(bucket -> bucket.mood().orElseThrow().shown()[0])
                .containsExactly(12, 12, 12, 15);
    }

    @Test
    void moods_in_another_label_set_are_left_out() {
        frame(0, 14, 7);
        assertThat(buckets.add(SECOND, Mood.of(LabelSet.FOUR, List.of()))).isEmpty();
        until(5);
        assertThat(told.getFirst().mood().orElseThrow().people()).isEqualTo(21);
    }

    @Test
    void fewer_than_five_cannot_be_asked_for() {
        assertThatThrownBy(() -> new BucketCutter(LabelSet.TWO, Duration.ofSeconds(5), 4, LOWEST))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
