package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.classbarometer.frame.device.CameraClock;
import org.classbarometer.frame.media.MediaClock;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static final long MS = 1_000_000;
    private static final long S = 1_000 * MS;

    private static long at(MediaClock clock, long stamp) {
        return clock.at(OptionalLong.of(stamp));
    }

    @Property(tries = 200)
    void a_recordings_time_never_decreases_whatever_its_stamps(
            @ForAll List<@LongRange(min = -100_000_000_000L, max = 100_000_000_000L) Long> stamps) {
        MediaClock clock = new MediaClock(25);
        long last = 0;
        for (long stamp : stamps) {
            long time = at(clock, stamp);
            assertThat(time).isGreaterThanOrEqualTo(last);
            last = time;
        }
    }

    @Test
    void a_recording_begins_at_zero_and_keeps_its_own_rhythm() {
        MediaClock clock = new MediaClock(25);

        assertThat(at(clock, 5 * S)).isZero();
        assertThat(at(clock, 5 * S + 33 * MS)).isEqualTo(33 * MS);
        assertThat(at(clock, 5 * S + 100 * MS)).isEqualTo(100 * MS);
    }

    @Test
    void a_recording_that_begins_again_goes_on_one_frame_later() {
        MediaClock clock = new MediaClock(10);

        assertThat(at(clock, 0)).isZero();
        assertThat(at(clock, 900 * MS)).isEqualTo(900 * MS);
        assertThat(at(clock, 0)).isEqualTo(1_000 * MS);
        assertThat(at(clock, 100 * MS)).isEqualTo(1_100 * MS);
    }

    @Test
    void a_leap_in_a_recording_is_not_waited_for() {
        MediaClock clock = new MediaClock(10);

        assertThat(at(clock, 0)).isZero();
        assertThat(at(clock, 3_600 * S)).isEqualTo(100 * MS);
        assertThat(at(clock, 3_601 * S)).isEqualTo(1_100 * MS);
    }

    @Test
    void a_gap_within_the_length_of_a_recording_is_part_of_it() {
        MediaClock clock = new MediaClock(10, OptionalLong.of(42 * S));

        assertThat(at(clock, 0)).isZero();
        assertThat(at(clock, 36 * S)).isEqualTo(36 * S);
        assertThat(at(clock, 3_600 * S)).as("nonsense").isEqualTo(36 * S + 100 * MS);
    }

    @Test
    void frames_without_stamps_are_spread_evenly() {
        MediaClock clock = new MediaClock(0);

        assertThat(clock.at(OptionalLong.empty())).isZero();
        assertThat(clock.at(OptionalLong.empty())).isEqualTo(40 * MS);
        assertThat(clock.at(OptionalLong.empty())).isEqualTo(80 * MS);
    }

    @Test
    void a_camera_drivers_stamps_are_used_while_they_are_credible() {
        CameraClock clock = new CameraClock();

        assertThat(clock.at(1_000, 50 * S)).isZero();
        assertThat(clock.at(1_033, 50 * S + 40 * MS)).isEqualTo(33 * MS);
        assertThat(clock.at(900_000, 50 * S + 70 * MS)).as("nonsense").isEqualTo(70 * MS);
        assertThat(clock.at(1_066, 50 * S + 90 * MS)).as("not back in time").isEqualTo(70 * MS);
    }

    @Test
    void a_camera_driver_without_stamps_is_timed_by_arrival() {
        CameraClock clock = new CameraClock();

        assertThat(clock.at(0, 7 * S)).isZero();
        assertThat(clock.at(0, 7 * S + 33 * MS)).isEqualTo(33 * MS);
        assertThat(clock.at(-1, 7 * S + 66 * MS)).isEqualTo(66 * MS);
    }
}
