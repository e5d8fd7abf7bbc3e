package org.classbarometer.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Property(tries = 300)
    void a_quantile_is_right_to_two_percent(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0) Long> nanos) {
        Durations durations = new Durations();
        nanos.forEach(durations::add);
        List<Long> sorted = nanos.stream().sorted().toList();

        for (double share : new double[] {0.01, 0.5, 0.95, 1}) {
            long exact = sorted.get((int) Math.max(1, Math.ceil(share * sorted.size())) - 1);
            assertThat((double) durations.quantile(share))
                    .isCloseTo((double) exact, Offset.offset(0.02 * exact));
        }
    }

    @Test
    void nothing_added_has_quantile_zero() {
        assertThat(new Durations().quantile(0.5)).isZero();
    }

    @Test
    void a_negative_duration_counts_as_none() {
        Durations durations = new Durations();
        durations.add(-5);
        assertThat(durations.quantile(1)).isZero();
        assertThat(durations.count()).isEqualTo(1);
    }
}
