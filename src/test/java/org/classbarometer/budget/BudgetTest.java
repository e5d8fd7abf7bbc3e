package org.classbarometer.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final double MILLI = 1e6;
    private static final double FRAME = 32 * MILLI;
    private long now;
    private final JobCosts costs = new JobCosts(() -> now);
    private final Budget budget = new Budget(costs);

    private void work(String job, double millis) {
        budget.run(job, 1, () -> now += (long) (millis * MILLI));
    }

    @Test
    void a_job_never_done_is_tried_and_its_cost_known_from_then_on() {
        budget.grant(FRAME);
        assertThat(budget.affords("look", 1)).isTrue();
        work("look", 20);

        assertThat(budget.cost("look", 1)).isEqualTo(20 * MILLI);
        assertThat(budget.affords("look", 1)).as("a second one in this frame").isFalse();
    }

    @Test
    void work_that_fits_is_paid_by_its_own_frame() {
        budget.grant(FRAME);
        work("look", 20);
        budget.grant(FRAME);

        assertThat(budget.left()).isEqualTo(FRAME);
    }

    @Test
    void a_frame_that_took_too_long_makes_the_next_ones_do_less_never_more() {
        budget.grant(FRAME);
        work("look", 80);
        budget.grant(FRAME);
        assertThat(budget.affords("look", 1)).isFalse();
        budget.grant(FRAME);
        assertThat(budget.left()).isLessThan(FRAME);
        budget.grant(FRAME);

        assertThat(budget.left()).isEqualTo(FRAME);
    }

    @Test
    void a_job_dearer_than_a_whole_frame_is_done_when_nothing_is_owed() {
        budget.grant(FRAME);
        work("look", 80);
        int frames = 0;
        while (!budget.affords("look", 1)) {
            budget.grant(FRAME);
            frames++;
        }
        assertThat(frames).isBetween(1, 3);
    }

    @Test
    void a_machine_that_stood_still_is_held_back_for_a_few_frames_only() {
        budget.grant(FRAME);
        work("look", 60_000);
        int frames = 0;
        while (budget.left() < FRAME) {
            budget.grant(FRAME);
            frames++;
        }
        assertThat(frames).isLessThanOrEqualTo(6);
    }

    @Test
    void after_a_busy_moment_a_job_is_thought_cheap_again_within_two_seconds_without_being_done() {
        budget.grant(FRAME);
        work("look", 10);
        for (int i = 0; i < 20; i++) {
            work("look", 45);
        }
        assertThat(budget.cost("look", 1)).isGreaterThan(35 * MILLI);
        now += 2_000_000_000L;

        assertThat(budget.cost("look", 1)).isLessThan(20 * MILLI);
    }

    @Test
    void one_job_held_up_by_the_whole_machine_does_not_spoil_the_estimate() {
        budget.grant(FRAME);
        work("look", 10);
        work("look", 5_000);

        assertThat(budget.cost("look", 1)).isLessThan(30 * MILLI);
    }

    @Test
    void as_many_units_are_done_as_fit() {
        budget.grant(FRAME);
        work("read", 4);
        budget.grant(FRAME);

        assertThat(budget.affordable("read", 50)).isEqualTo(8);
        assertThat(budget.affordable("read", 3)).isEqualTo(3);
    }

    @Test
    void without_a_bound_everything_fits() {
        Budget unlimited = Budget.unlimited();
        unlimited.took("look", 1, 1_000_000_000L);

        assertThat(unlimited.affords("look", 1000)).isTrue();
        assertThat(unlimited.affordable("look", 1000)).isEqualTo(1000);
    }
}
