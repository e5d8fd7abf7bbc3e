package org.classbarometer.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.evaluate.speed.ProcessUsage;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.store.SqliteSessionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hours of a simulated class at speed: pipeline, recorder and database are the real ones, source,
/// finder and model are simulated. `measure soak` does the same with the real ones of those, too.
class TwoHoursTest {
    private static final int HOURS = 2;
    private static final int SECONDS = HOURS * 3600;
    private static final int SAMPLES = 12;
    private static final int FRAMES = SECONDS * SimulatedClassroom.FRAMES_PER_SECOND;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir private Path folder;

    private record Sample(long heap, int threads, int handles) {}

    @Test
    void two_hours_of_a_recorded_class_leave_memory_threads_and_handles_as_they_were()
            throws Exception {
        SimulatedClassroom room = new SimulatedClassroom(folder);
        List<Sample> samples = new ArrayList<>();
        room.frames = FRAMES;
        room.facesAtFrame =
                frame -> {
                    if (frame % (FRAMES / SAMPLES) == FRAMES / SAMPLES - 1) {
                        samples.add(sample());
                    }
                    // Now and then too few to be spoken of.
                    return 3 + frame / 500 % 25;
                };

        assertThat(
                        room.run(
                                "watch",
                                "--record",
                                "--class",
                                "7b",
                                "--opted-in",
                                "28",
                                "--place",
                                "US",
                                "--purpose",
                                "class",
                                "--for",
                                "2h"))
                .as(() -> room.err.toString())
                .isEqualTo(ExitCode.OK);

        assertThat(samples).hasSize(SAMPLES);
        // The first sample is from ten minutes on: everything was used once by then.
        Sample first = samples.getFirst();
        assertThat(samples.subList(1, SAMPLES))
                .allSatisfy(later -> {
                    assertThat(later.heap()).isLessThan(first.heap() + 4 * MEBIBYTE);
                    assertThat(later.threads()).isLessThanOrEqualTo(first.threads() + 2);
                    assertThat(later.handles()).isLessThanOrEqualTo(first.handles() + 2);
                });
        try (SessionStore store =
                SqliteSessionStore.open(
                        folder.resolve("data/sessions.db"),
                        InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")))) {
            SessionOverview lesson = store.sessions().getFirst();
            assertThat(lesson.buckets()).isEqualTo(SECONDS / 5);
            assertThat(lesson.suppressed()).isBetween(1, lesson.buckets() / 2);
        }
    }

    private static Sample sample() {
        System.gc();
        ProcessUsage use = ProcessUsage.now().orElse(new ProcessUsage(0, 0, 0));
        return new Sample(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                use.threads(),
                use.handles());
    }
}
