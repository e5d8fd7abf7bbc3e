package org.classbarometer.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.classbarometer.budget.Budget;
import org.junit.jupiter.api.Test;

class FrameTimeTest {
    private static final long FRAME = 40_000_000L;
    private long now;
    private final FrameTime time = new FrameTime(() -> now);

    private void frames(int count, int everyNth) {
        for (int i = 0; i < count; i++) {
            sequence += everyNth;
            time.frame(sequence, sequence * FRAME);
        }
    }

    private long sequence;

    @Test
    void most_of_the_time_until_the_next_frame_may_be_used() {
        time.begin(false);
        frames(50, 1);

        assertThat(time.finding(0).left()).isBetween(0.7 * FRAME, 0.9 * FRAME);
    }

    @Test
    void dropped_frames_do_not_make_the_next_one_cost_more() {
        time.begin(false);
        frames(50, 1);
        double before = time.finding(0).left();
        frames(50, 8);

        assertThat(time.finding(0).left()).isBetween(0.99 * before, 1.01 * before);
    }

    @Test
    void when_both_want_more_than_there_is_each_gets_half() {
        time.begin(false);
        frames(50, 1);
        time.reading().took(ReadingSchedule.JOB, 1, 5_000_000);
        Budget finding = time.finding(50);
        double half = finding.granted();
        finding.took("look", 1, 2 * FRAME);

        assertThat(half).isBetween(0.35 * FRAME, 0.45 * FRAME);
        assertThat(time.reading().granted()).isEqualTo(half);
    }

    @Test
    void the_load_is_told_in_pictures_and_forgotten_within_two_seconds() {
        time.begin(false);
        frames(30, 1);
        assertThat(time.everyNth()).isOne();
        frames(30, 3);
        assertThat(time.everyNth()).isEqualTo(3);
        frames(50, 1);

        assertThat(time.everyNth()).isOne();
    }

    @Test
    void a_recording_analysed_completely_has_no_bound() {
        time.begin(true);
        frames(3, 1);

        assertThat(time.finding(12).left()).isInfinite();
        assertThat(time.reading().left()).isInfinite();
    }
}
