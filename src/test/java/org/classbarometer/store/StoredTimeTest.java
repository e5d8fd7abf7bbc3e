package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {
    @Property
    void a_time_is_read_as_it_was_written(
            @ForAll @LongRange(min = -70_000_000_000L, max = 300_000_000_000L) long second,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
        long nanos = kind == 0 ? 0 : kind == 1 ? 120_000_000 : 1;
        OffsetDateTime time =
                Instant.ofEpochSecond(second, nanos)
                        .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));

        assertThat(StoredTime.parse(time.toString())).isEqualTo(time);
        assertThat(StoredTime.parse(time.toString()).getOffset()).isEqualTo(time.getOffset());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-27T08:00:00",
                "2026-13-27T08:00:00Z",
                "2026-02-30T08:00:00Z",
                "2026-11-27T08:00:00+99:00",
                "2026-11-27 08:00:00Z",
            })
    void what_is_no_time_is_refused(String text) {
        assertThatThrownBy(() -> StoredTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
