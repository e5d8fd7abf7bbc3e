package org.classbarometer.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.SessionPlan;
import org.junit.jupiter.api.Test;

class BucketCutterTest {
    private static final long SECOND = 1_000_000_000L;
    private final BucketCutter buckets =
            new BucketCutter(LabelSet.TWO, SessionPlan.BUCKET, SessionPlan.K);
    private final List<Bucket> told = new ArrayList<>();

    private static Mood mood(int positive, int negative) {
        return mood(positive, negative, 0);
    }

    private static Mood mood(int positive, int negative, int uncertain) {
        int read = positive + negative;
        double mean = read == 0 ? 0 : (double) positive / read;
        double[] probabilities = {mean, read == 0 ? 0 : 1 - mean};
        int[] counts = {positive, negative};
        return new Mood(LabelSet.TWO, counts, probabilities, read + uncertain, read, uncertain);
    }

    private void frame(double second, Mood mood) {
        buckets.add((long) (second * SECOND), mood).ifPresent(told::add);
    }

    private BucketMood only() {
        buckets.finish().ifPresent(told::add);
        assertThat(told).hasSize(1);
        return told.getFirst().mood().orElseThrow();
    }

    @Test
    void a_bucket_tells_the_mean_over_its_frames() {
        frame(0, mood(8, 2, 1));
        frame(4.9, mood(6, 4, 2));

        BucketMood mood = only();
        assertThat(mood.faces()).isEqualTo(12);
        assertThat(mood.uncertain()).isEqualTo(2);
        assertThat(mood.shares()).containsExactly(0.7, 0.3);
    }

    @Test
    void buckets_are_cut_by_time_and_empty_ones_are_left_out() {
        frame(0, mood(5, 0));
        frame(5, mood(5, 0));
        frame(21, mood(5, 0));
        buckets.finish().ifPresent(told::add);

        assertThat(told).extracting(Bucket::index).containsExactly(0, 1, 4);
        assertThat(buckets.finish()).isEmpty();
    }

    @Test
    void a_bucket_with_fewer_than_k_certainly_read_faces_says_nothing() {
        frame(0, mood(4, 0, 20));
        assertThat(buckets.finish()).contains(new Bucket(0, Optional.empty()));
    }

    @Test
    void many_faces_in_some_frames_do_not_hide_few_in_others() {
        // On average there are 17 faces a frame; in half of the frames there are four.
        frame(0, mood(30, 0));
        frame(1, mood(0, 4));
        assertThat(only().shares()).containsExactly(1, 0);
    }

    @Test
    void a_bucket_is_suppressed_when_most_of_its_frames_are() {
        frame(0, mood(30, 0));
        frame(1, mood(0, 4));
        frame(2, mood(0, 4));
        assertThat(buckets.finish()).contains(new Bucket(0, Optional.empty()));
    }

    @Test
    void shares_still_add_up_to_one_when_they_are_rounded() {
        BucketCutter four = new BucketCutter(LabelSet.FOUR, SessionPlan.BUCKET, SessionPlan.K);
        double[] probabilities = {0.3, 0.3, 0.3, 0};
        assertThat(
                        four.add(
                                0,
                                new Mood(
                                        LabelSet.FOUR,
                                        new int[] {2, 2, 2, 0},
                                        probabilities,
                                        6,
                                        6,
                                        0)))
                .isEmpty();
        assertThat(four.finish().orElseThrow().mood().orElseThrow().shares())
                .containsExactly(0.34, 0.33, 0.33, 0);
    }

    @Test
    void one_person_who_leaves_does_not_show() {
        frame(0, mood(3, 3));
        frame(5, mood(3, 2));
        frame(10, mood(3, 3));
        frame(15, mood(4, 3));
        buckets.finish().ifPresent(told::add);

        assertThat(told)
                .allSatisfy(bucket ->
                        assertThat(bucket.mood().orElseThrow().shares()).containsExactly(0.5, 0.5));
    }

    @Test
    void a_room_that_changes_its_mood_shows_at_once() {
        frame(0, mood(3, 9));
        frame(5, mood(6, 6));
        buckets.finish().ifPresent(told::add);

        assertThat(told.get(1).mood().orElseThrow().shares()).containsExactly(0.5, 0.5);
    }

    @Test
    void moods_in_another_label_set_are_left_out() {
        frame(0, mood(8, 2));
        frame(1, Mood.of(LabelSet.FOUR, List.of()));
        assertThat(only().shares()).containsExactly(0.8, 0.2);
    }

    @Test
    void fewer_than_five_cannot_be_asked_for() {
        assertThatThrownBy(() -> new BucketCutter(LabelSet.TWO, Duration.ofSeconds(5), 4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
