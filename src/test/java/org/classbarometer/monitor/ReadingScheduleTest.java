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
        int turn = Math.min(affordable, Math.ceilDiv(count, 2));
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
}
