package org.classbarometer.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    @Test
    void the_same_order_is_one_and_the_opposite_minus_one() {
        assertThat(RankCorrelation.of(new float[] {1, 2, 3}, new float[] {10, 200, 3000}))
                .hasValue(1);
        assertThat(RankCorrelation.of(new float[] {1, 2, 3}, new float[] {3, 2, 1})).hasValue(-1);
    }

    @Test
    void one_swap_of_four_is_four_fifths() {
        // 1 - 6 * (1 + 1) / (4 * 15)
        assertThat(RankCorrelation.of(new float[] {1, 2, 3, 4}, new float[] {1, 3, 2, 4}))
                .hasValue(0.8);
    }

    @Test
    void equal_values_share_their_ranks() {
        // Ranks 1.5, 1.5, 3 against 1, 2, 3: covariance 1.5, variances 1.5 and 2.
        assertThat(RankCorrelation.of(new float[] {5, 5, 9}, new float[] {1, 2, 3}))
                .hasValue(1.5 / Math.sqrt(1.5 * 2));
    }

    @Test
    void values_all_alike_have_no_order() {
        assertThat(RankCorrelation.of(new float[] {1, 1}, new float[] {1, 2})).isEmpty();
        assertThat(RankCorrelation.of(new float[0], new float[0])).isEmpty();
    }

    @Property
    void it_is_symmetric_and_bounded(
            @ForAll @Size(min = 3, max = 40) List<@FloatRange(min = -9, max = 9) Float> values) {
        float[] one = new float[values.size()];
        float[] other = new float[values.size()];
        for (int i = 0; i < one.length; i++) {
            one[i] = values.get(i);
            other[i] = values.get(values.size() - 1 - i) * i;
        }

        assertThat(RankCorrelation.of(one, other)).isEqualTo(RankCorrelation.of(other, one));
        RankCorrelation.of(one, other)
                .ifPresent(found -> assertThat(found).isBetween(-1.0000001, 1.0000001));
    }
}
