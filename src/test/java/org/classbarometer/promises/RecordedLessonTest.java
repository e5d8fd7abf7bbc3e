package org.classbarometer.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.store.SqliteSessionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The promises about a whole recorded lesson, on the real program: no network, no picture on the disk.
class RecordedLessonTest {
    // What the Java machine and its libraries write themselves: they unpack their own native code.
    private static final List<String> NATIVE_CODE = List.of(".so", ".dll", ".dylib");

    @TempDir Path folder;

    @Test
    void a_recorded_lesson_reaches_for_no_network_and_leaves_no_picture() throws Exception {
        TracedProgram.assumePossible(folder);
        TracedProgram program = new TracedProgram(folder);
        program.run(
                "watch",
                "--record",
                "--class",
                "7b",
                "--opted-in",
                "12",
                "--place",
                "US",
                "--purpose",
                "class",
                "--source",
                "demo",
                "--for",
                "20s");

        assertThat(lesson(program)).as("the lesson was stored").isPositive();
        assertThat(program.reachesForNetwork()).isEmpty();
        PictureTraces pictures = PictureTraces.ofDemoClass();
        assertThat(pictures.size()).as("pieces to look for").isGreaterThan(100);
        List<Path> ordinary = new ArrayList<>();
        for (Path file : program.written()) {
            if (file.startsWith("/proc") || file.startsWith("/dev/null")) {
                continue;
            }
            assertThat(program.owns(file)).as("%s lies in the program's folders", file).isTrue();
            if (Files.isRegularFile(file)
                    && NATIVE_CODE.stream().noneMatch(file.toString()::contains)) {
                ordinary.add(file);
                assertThat(pictures.in(Files.readAllBytes(file))).as("%s", file).isEmpty();
            }
        }
        assertThat(ordinary).as("the database is among them").isNotEmpty();
    }

    @Test
    void the_search_for_pictures_finds_one_where_there_is_one() throws Exception {
        Path picture = Path.of("docs/images/live-light.png");

        assertThat(PictureTraces.ofDemoClass().in(Files.readAllBytes(picture))).isPresent();
    }

    private static int lesson(TracedProgram program) throws Exception {
        try (SessionStore store =
                SqliteSessionStore.open(
                        program.data().resolve("sessions.db"), InstantSource.system())) {
            return store.sessions().stream().mapToInt(SessionOverview::buckets).sum();
        }
    }
}
