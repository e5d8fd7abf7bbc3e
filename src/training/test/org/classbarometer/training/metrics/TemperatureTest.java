package org.classbarometer.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TemperatureTest {
    @Test
    void a_model_right_three_times_of_four_is_given_three_quarters_of_confidence() {
        float[][] logits = {{4, 0}, {4, 0}, {4, 0}, {4, 0}};
        int[] truth = {0, 0, 0, 1};

        double temperature = Temperature.fit(logits, truth);

        // sigmoid(4 / T) = 3/4, so T = 4 / ln 3
        assertThat(temperature).isCloseTo(4 / Math.log(3), within(1e-4));
        assertThat(Temperature.probabilities(logits[0], temperature)[0])
                .isCloseTo(0.75, within(1e-4));
    }

    @Test
    void a_model_that_is_always_right_is_believed_as_far_as_the_range_goes() {
        assertThat(Temperature.fit(new float[][] {{1, 0}, {0, 1}}, new int[] {0, 1}))
                .isCloseTo(Temperature.LEAST, within(1e-4));
    }

    @Test
    void large_logits_do_not_overflow() {
        assertThat(Temperature.probabilities(new float[] {10_000, 0, -10_000}, 0.05))
                .containsExactly(1, 0, 0);
    }

    @Property
    void no_other_temperature_is_better(
            @ForAll @DoubleRange(min = Temperature.LEAST, max = Temperature.MOST) double other) {
        float[][] logits = {{2, 1, 0}, {0, 3, 1}, {1, 1, 4}, {2, 0, 2}, {0, 2, 1}};
        int[] truth = {0, 1, 2, 0, 2};

        assertThat(Temperature.loss(logits, truth, Temperature.fit(logits, truth)))
                .isLessThanOrEqualTo(Temperature.loss(logits, truth, other) + 1e-9);
    }
}
