package org.classbarometer.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.classbarometer.budget.Budget;
import org.classbarometer.budget.JobCosts;
import org.classbarometer.face.Box;
import org.classbarometer.face.TrackedFace;
import org.junit.jupiter.api.Test;

class ReadingScheduleTest {
    private static final long FRAME = 40_000_000L;
    private final ReadingSchedule schedule = new ReadingSchedule();

    private static List<TrackedFace> faces(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(track -> new TrackedFace(track, new Box(track, 0, 30, 30), true))
                .toList();
    }

    /// A budget that so many readings fit into.
    private static Budget fitting(int readings) {
        JobCosts costs = new JobCosts(() -> 0);
        costs.took(ReadingSchedule.JOB, 1, 1_000_000);
        Budget budget = new Budget(costs);
        budget.grant(readings * 1e6);
        return budget;
    }

    @Test
    void at_25_frames_a_second_half_of_the_class_is_read_in_each() {
        assertThat(schedule.due(faces(12), 0, fitting(40))).as("newcomers").hasSize(12);
        for (int frame = 1; frame < 10; frame++) {
            assertThat(schedule.due(faces(12), frame * FRAME, fitting(40))).hasSize(6);
        }
    }

    @Test
    void at_12_frames_a_second_every_face_is_read_in_each() {
        for (int frame = 0; frame < 10; frame++) {
            assertThat(schedule.due(faces(12), frame * 83_333_333L, fitting(40))).hasSize(12);
        }
    }

    @Test
    void a_face_that_was_never_read_comes_first() {
        schedule.due(faces(40), 0, fitting(40));
        List<TrackedFace> due = schedule.due(faces(41), FRAME, fitting(10));

        assertThat(due).extracting(TrackedFace::track).contains(41).hasSize(10);
    }

    @Test
    void one_face_is_read_however_busy_the_machine_is() {
        assertThat(schedule.due(faces(12), 0, fitting(0))).hasSize(1);
    }

    @Test
    void a_track_that_is_gone_is_forgotten() {
        schedule.due(faces(40), 0, fitting(40));
        schedule.keepOnly(Set.of());

        assertThat(schedule.age(1, FRAME)).isEmpty();
        assertThat(schedule.due(faces(40), FRAME, fitting(40))).hasSize(40);
    }

    @Test
    void a_reading_ages_by_the_clock_of_the_source() {
        schedule.due(faces(1), 0, fitting(1));

        assertThat(schedule.age(1, 3 * FRAME)).contains(3 * FRAME);
    }

    @Property
    void no_face_waits_longer_than_it_takes_to_go_round_the_class_once(
            @ForAll @IntRange(min = 1, max = 120) int count,
            @ForAll @IntRange(min = 1, max = 40) int affordable) {
        ReadingSchedule fair = new ReadingSchedule();
        Map<Integer, Integer> lastRead = new HashMap<>();
        int fresh = (int) Math.ceil(count * 40 / 500.0 - 1e-9);
        int turn = Math.min(Math.max(affordable, fresh), Math.ceilDiv(count, 2));
        fair.due(faces(count), 0, fitting(1000));
        for (int frame = 1; frame <= 60; frame++) {
            List<TrackedFace> due = fair.due(faces(count), frame * FRAME, fitting(affordable));
            assertThat(due).hasSize(turn);
            for (TrackedFace face : due) {
                int waited = frame - lastRead.getOrDefault(face.track(), 0);
                assertThat(waited).isLessThanOrEqualTo(Math.ceilDiv(count, turn));
                lastRead.put(face.track(), frame);
            }
        }
    }

    @Property
    void on_a_busy_machine_every_face_is_read_before_its_reading_is_old(
            @ForAll @IntRange(min = 1, max = 30) int count,
            @ForAll @Size(60) List<@IntRange(min = 40, max = 300) Integer> millisBetween) {
        ReadingSchedule busy = new ReadingSchedule();
        long now = 0;
        busy.due(faces(count), now, fitting(1000));
        for (int millis : millisBetween) {
            now += millis * 1_000_000L;
            busy.due(faces(count), now, fitting(0));
            for (int track = 1; track <= count; track++) {
                assertThat(busy.age(track, now).orElseThrow())
                        .isLessThanOrEqualTo(FaceReading.FRESH_NANOS + 300_000_000L);
            }
        }
    }

    @Property
    void readings_beyond_the_budget_take_no_more_than_half_of_the_time_that_passed(
            @ForAll @IntRange(min = 1, max = 200) int count,
            @ForAll @IntRange(min = 1, max = 1000) int millis,
            @ForAll @IntRange(min = 1, max = 100) int millisEach) {
        JobCosts costs = new JobCosts(() -> 0);
        costs.took(ReadingSchedule.JOB, 1, millisEach * 1_000_000L);
        Budget nothing = new Budget(costs);
        ReadingSchedule busy = new ReadingSchedule();
        busy.due(faces(count), 0, fitting(1000));

        int read = busy.due(faces(count), millis * 1_000_000L, nothing).size();

        assertThat(read)
                .satisfiesAnyOf(
                        one -> assertThat(one).isEqualTo(1),
                        all -> assertThat(all * millisEach).isLessThanOrEqualTo(millis / 2));
    }
}
