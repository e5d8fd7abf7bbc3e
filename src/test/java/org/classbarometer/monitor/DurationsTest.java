package org.classbarometer.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Property(tries = 300)
    void a_quantile_is_right_to_two_percent(
            @ForAll @Size(min = 1, max = 200) long @LongRange(min = 0) [] nanos) {
        Durations durations = new Durations();
        Arrays.stream(nanos).forEach(durations::add);
        Arrays.sort(nanos);

        for (double share : new double[] {0.01, 0.5, 0.95, 1}) {
            long exact = nanos[(int) Math.max(1, Math.ceil(share * nanos.length)) - 1];
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
