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
import org.classbarometer.face.Box;
import org.classbarometer.face.TrackedFace;
import org.junit.jupiter.api.Test;

class ReadingScheduleTest {
    private static final long BUDGET = 20_000_000;
    private final ReadingSchedule schedule = new ReadingSchedule();

    private static List<TrackedFace> faces(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(track -> new TrackedFace(track, new Box(track, 0, 30, 30), true))
                .toList();
    }

    @Test
    void a_class_within_the_budget_is_read_whole_in_every_frame() {
        for (int frame = 0; frame < 10; frame++) {
            assertThat(schedule.due(faces(12), BUDGET)).hasSize(12);
            schedule.took(12, 12_000_000);
        }
    }

    @Test
    void a_face_that_was_never_read_comes_first() {
        schedule.due(faces(40), BUDGET);
        schedule.took(40, 80_000_000);
        List<TrackedFace> due = schedule.due(faces(41), BUDGET);

        assertThat(due).extracting(TrackedFace::track).contains(41).hasSize(10);
    }

    @Test
    void a_track_that_is_gone_is_forgotten() {
        schedule.due(faces(40), BUDGET);
        schedule.took(40, 80_000_000);
        schedule.keepOnly(Set.of());

        assertThat(schedule.due(faces(40), BUDGET))
                .extracting(TrackedFace::track)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Property
    void no_face_waits_longer_than_it_takes_to_go_round_the_class_once(
            @ForAll @IntRange(min = 1, max = 120) int count,
            @ForAll @IntRange(min = 1, max = 40) int affordable) {
        ReadingSchedule fair = new ReadingSchedule();
        fair.due(faces(count), BUDGET);
        fair.took(count, BUDGET / affordable * count);
        Map<Integer, Integer> lastRead = new HashMap<>();
        for (int frame = 1; frame <= 60; frame++) {
            List<TrackedFace> due = fair.due(faces(count), BUDGET);
            assertThat(due).hasSize(Math.min(count, affordable));
            for (TrackedFace face : due) {
                int waited = frame - lastRead.getOrDefault(face.track(), 0);
                assertThat(waited).isLessThanOrEqualTo(Math.ceilDiv(count, affordable));
                lastRead.put(face.track(), frame);
            }
        }
    }
}
