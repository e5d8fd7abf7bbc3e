package org.classbarometer.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static double mean(double[] values, int[] items) {
        return Arrays.stream(items).mapToDouble(item -> values[item]).average().orElse(Double.NaN);
    }

    @Test
    void the_interval_of_a_share_is_about_as_wide_as_the_normal_distribution_says() {
        double[] hits = new double[400];
        Arrays.fill(hits, 0, 320, 1);

        Interval interval =
                new Bootstrap(7).interval(Bootstrap.alone(400), items -> mean(hits, items));

        // 1.96 * sqrt(0.8 * 0.2 / 400) = 0.0392
        assertThat(interval.value()).isEqualTo(0.8);
        assertThat(interval.low()).isCloseTo(0.7608, within(0.01));
        assertThat(interval.high()).isCloseTo(0.8392, within(0.01));
    }

    @Test
    void the_same_seed_gives_the_same_interval() {
        double[] values = {1, 0, 0, 1, 1, 0, 1, 1};
        int[] alone = Bootstrap.alone(values.length);

        assertThat(new Bootstrap(1).interval(alone, items -> mean(values, items)))
                .isEqualTo(new Bootstrap(1).interval(alone, items -> mean(values, items)));
    }

    @Test
    void faces_of_one_person_are_drawn_together_which_widens_the_interval() {
        double[] hits = new double[200];
        int[] people = new int[200];
        for (int i = 0; i < hits.length; i++) {
            people[i] = i / 20;
            hits[i] = people[i] % 2;
        }

        Interval apart =
                new Bootstrap(3).interval(Bootstrap.alone(200), items -> mean(hits, items));
        Interval together = new Bootstrap(3).interval(people, items -> mean(hits, items));

        assertThat(together.high() - together.low())
                .isGreaterThan(2 * (apart.high() - apart.low()));
    }

    @Test
    void a_sample_of_one_has_an_interval_of_no_width() {
        assertThat(new Bootstrap(5).interval(Bootstrap.alone(1), items -> items.length))
                .isEqualTo(new Interval(1, 1, 1));
    }
}
