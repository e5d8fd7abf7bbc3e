package org.classbarometer.ui.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Mood;
import org.classbarometer.ui.live.mood.MoodBands;
import org.junit.jupiter.api.Test;

class MoodHistoryTest {
    private static final long SECOND = 1_000_000_000L;
    private final MoodHistory history = new MoodHistory();

    private static Mood mood(int neutral, int happy, int uncertain) {
        int read = neutral + happy;
        return new Mood(
                LabelSet.FOUR,
                new int[] {neutral, happy, 0, 0},
                new double[4],
                read + uncertain,
                read,
                uncertain);
    }

    private void seen(Mood mood, long nanos) {
        history.add(mood, nanos, false);
    }

    @Test
    void shares_and_the_uncertain_share_sum_to_one() {
        seen(mood(6, 3, 3), 0);
        seen(mood(0, 12, 0), SECOND / 2);

        MoodHistory.Sample sample = history.samples().getFirst();
        double[] stack = sample.mood().stack();
        assertThat(stack[0]).isCloseTo(6 / 24.0, within(1e-9));
        assertThat(stack[1]).isCloseTo(15 / 24.0, within(1e-9));
        assertThat(stack[4]).isEqualTo(3 / 24.0);
        assertThat(sample.mood().faces()).isEqualTo(12);
    }

    @Test
    void what_is_older_than_the_span_is_forgotten() {
        for (int second = 0; second < 1000; second++) {
            seen(mood(1, 0, 0), second * SECOND);
        }
        assertThat(history.samples()).hasSize((int) MoodHistory.SPAN.toSeconds() + 1);
        assertThat(history.samples().getLast().second()).isEqualTo(999);
    }

    @Test
    void the_recent_mood_is_of_the_last_seconds_only() {
        seen(mood(10, 0, 0), 0);
        seen(mood(0, 10, 0), 8 * SECOND);
        seen(mood(0, 10, 0), 9 * SECOND);

        assertThat(history.recent(LabelSet.FOUR, 3).mood().shares()[1]).isEqualTo(1);
    }

    @Test
    void another_label_set_begins_a_run_of_its_own_in_the_chart() {
        seen(mood(5, 5, 0), 0);
        seen(new Mood(LabelSet.TWO, new int[] {4, 6}, new double[2], 10, 10, 0), SECOND / 2);
        seen(new Mood(LabelSet.TWO, new int[] {4, 6}, new double[2], 10, 10, 0), SECOND);

        List<MoodBands.Run> runs = MoodBands.of(history.samples());
        assertThat(runs)
                .extracting(MoodBands.Run::labels)
                .containsExactly(LabelSet.FOUR, LabelSet.TWO);
        assertThat(history.recent(LabelSet.EIGHT, 3).mood().readings()).isZero();
    }

    @Test
    void a_pause_of_the_source_is_a_gap_in_the_chart() {
        seen(mood(5, 5, 0), 0);
        seen(mood(5, 5, 0), 20 * SECOND);

        assertThat(MoodBands.of(history.samples())).hasSize(2);
    }

    @Test
    void the_bands_of_every_second_sum_to_one() {
        for (int second = 0; second < 30; second++) {
            seen(mood(second % 7, 3, second % 4), second * SECOND);
        }
        for (MoodBands.Point point : MoodBands.of(history.samples()).getFirst().points()) {
            double sum = 0;
            for (double share : point.shares()) {
                sum += share;
            }
            assertThat(sum).isEqualTo(1, within(1e-9));
        }
    }

    @Test
    void clearing_forgets_everything() {
        seen(mood(5, 5, 0), 0);
        history.clear();
        assertThat(history.samples()).isEmpty();
        assertThat(history.recent(LabelSet.FOUR, 3).mood().readings()).isZero();
    }

    @Test
    void the_demo_class_is_told_to_the_room_as_it_is() {
        for (int second = 0; second < 4; second++) {
            history.add(mood(9, 2, 1), second * SECOND, true);
        }
        MoodHistory.ForRoom room = history.forRoom(LabelSet.FOUR, 30);

        assertThat(room.exact()).isTrue();
        assertThat(room.samples()).hasSize(4);
        assertThat(room.recent().mood().shares()[1]).isCloseTo(2 / 11.0, within(1e-9));
        assertThat(room.recent().mood().faces()).isEqualTo(12);
    }

    @Test
    void nobody_else_is_told_so() {
        for (int second = 0; second < 11; second++) {
            seen(mood(9, 2, 1), second * SECOND);
        }
        MoodHistory.ForRoom room = history.forRoom(LabelSet.FOUR, 30);

        assertThat(room.exact()).isFalse();
        assertThat(room.samples()).isNotEmpty();
        assertThat(room.recent().mood().shares()[1]).isZero();
        assertThat(room.recent().mood().faces() % 3).isZero();
    }

    @Test
    void frames_of_a_class_and_of_the_demo_class_are_never_told_together() {
        for (int second = 0; second < 11; second++) {
            seen(mood(9, 2, 1), second * SECOND);
        }
        history.add(mood(0, 12, 0), 11 * SECOND, true);
        assertThat(history.samples()).hasSize(1);
        assertThat(history.forRoom(LabelSet.FOUR, 30).recent().mood().shares()[1]).isEqualTo(1);

        // A frame of the class that was still on its way.
        seen(mood(9, 2, 1), 12 * SECOND);
        MoodHistory.ForRoom room = history.forRoom(LabelSet.FOUR, 30);
        assertThat(room.exact()).isFalse();
        assertThat(room.samples()).isEmpty();
        assertThat(room.recent().mood().readings()).isZero();
    }
}
