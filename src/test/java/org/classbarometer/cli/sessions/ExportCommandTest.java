package org.classbarometer.cli.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.Moods;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.store.SqliteSessionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `sessions` and `export`, over a real database.
class ExportCommandTest {
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-20T09:00:00+01:00");

    @TempDir private Path home;
    private SimulatedClassroom room;

    @BeforeEach
    void enter() {
        room = new SimulatedClassroom(home);
    }

    private Path database() {
        return home.resolve("data/sessions.db");
    }

    private SessionId store(String className) throws Exception {
        Files.createDirectories(home.resolve("data"));
        try (SqliteSessionStore store =
                SqliteSessionStore.open(database(), InstantSource.fixed(SimulatedClassroom.NOW))) {
            SessionId id = store.begin(Plans.lesson(className, START));
            double[] shares = {0.5, 0.25, 0.25, 0};
            store.add(id, new Bucket(0, Optional.of(Moods.of(12, 1, shares))));
            store.add(id, new Bucket(1, Optional.empty()));
            store.mark(id, Duration.ofSeconds(4), "=SUM(A1)");
            store.end(id, START.plusSeconds(10));
            return id;
        }
    }

    private String out() {
        return room.out.toString();
    }

    @Test
    void without_stored_sessions_it_says_so_and_makes_no_database() {
        assertThat(room.run("sessions")).isEqualTo(ExitCode.OK);
        assertThat(out()).contains("No sessions are stored");
        assertThat(room.run("export", "--all", "--out", home.resolve("out").toString()))
                .isEqualTo(ExitCode.PROBLEM);
        assertThat(room.err.toString()).contains("No sessions are stored");
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(home.resolve("out")).doesNotExist();
    }

    @Test
    void sessions_lists_them_newest_first_with_their_offset() throws Exception {
        store("7b");
        assertThat(room.run("sessions")).isEqualTo(ExitCode.OK);
        assertThat(out().lines().skip(1).findFirst().orElseThrow())
                .matches(" +1 +7b +2026-11-20T09:00:00\\+01:00 +0:00:10 +2 +1");
    }

    @Test
    void a_name_of_a_class_moves_nothing_in_a_terminal() throws Exception {
        store("7b\n9  forged\u001b[2J\u202E");
        assertThat(room.run("sessions")).isEqualTo(ExitCode.OK);
        assertThat(out().lines()).hasSize(2);
        assertThat(out())
                .contains("7b\uFFFD9  forged\uFFFD[2J\uFFFD")
                .doesNotContain("\u001b", "\u202E");
    }

    @Test
    void sessions_in_json_are_an_array() throws Exception {
        room.run("sessions", "--json");
        assertThat(Json.mapper().readTree(out()).isEmpty()).isTrue();
        room.out.getBuffer().setLength(0);
        store("7b Übung");

        room.run("sessions", "--json");

        JsonNode session = Json.mapper().readTree(out()).get(0);
        assertThat(session.get("id").asLong()).isEqualTo(1);
        assertThat(session.get("class").asString()).isEqualTo("7b Übung");
        assertThat(session.get("start").asString()).isEqualTo("2026-11-20T09:00:00+01:00");
        assertThat(session.get("end").asString()).isEqualTo("2026-11-20T09:00:10+01:00");
        assertThat(session.get("seconds").asLong()).isEqualTo(10);
        assertThat(session.get("buckets").asInt()).isEqualTo(2);
        assertThat(session.get("suppressed").asInt()).isEqualTo(1);
    }

    @Test
    void deleting_names_what_would_go_and_waits_for_yes() throws Exception {
        store("7b");

        assertThat(room.run("sessions", "--delete", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(out()).contains("Session 1, 7b").contains("would be deleted");
        assertThat(room.err.toString()).contains("--yes");
        room.out.getBuffer().setLength(0);
        room.run("sessions");
        assertThat(out()).contains("7b");
    }

    @Test
    void a_withdrawn_session_is_deleted_at_once_and_from_the_bytes() throws Exception {
        store("Zwieselbach 7b");
        store("8a");

        assertThat(room.run("sessions", "--delete", "1", "--yes")).isEqualTo(ExitCode.OK);

        assertThat(out()).contains("Session 1, Zwieselbach 7b").contains("were deleted");
        room.out.getBuffer().setLength(0);
        room.run("sessions");
        assertThat(out()).contains("8a").doesNotContain("Zwieselbach");
        assertThat(Files.readString(database(), StandardCharsets.ISO_8859_1))
                .contains("8a")
                .doesNotContain("Zwieselbach");
    }

    @Test
    void of_several_withdrawn_sessions_all_that_can_be_are_deleted_and_each_is_told()
            throws Exception {
        store("7b");
        store("8a");

        assertThat(room.run("sessions", "--delete", "1,9,2", "--yes")).isEqualTo(ExitCode.PROBLEM);

        assertThat(out()).contains("Session 1, 7b").contains("Session 2, 8a");
        assertThat(room.err.toString()).contains("no session 9");
        room.out.getBuffer().setLength(0);
        room.run("sessions");
        assertThat(out()).contains("No sessions").doesNotContain("8a");
    }

    @Test
    void a_session_is_exported_in_every_format() throws Exception {
        store("7b");
        Path folder = home.resolve("out/term 1");

        assertThat(
                        room.run(
                                "export",
                                "--session",
                                "1",
                                "--out",
                                folder.toString(),
                                "--format",
                                "csv,html,pdf",
                                "--bom"))
                .isEqualTo(ExitCode.OK);

        assertThat(folder.resolve("sessions.csv")).content().startsWith("\uFEFFschema_version");
        assertThat(folder.resolve("markers.csv")).content().contains("'=SUM(A1)");
        assertThat(folder.resolve("session-1-2026-11-20.html")).content().contains("<svg");
        assertThat(folder.resolve("session-1-2026-11-20.pdf")).isNotEmptyFile();
        assertThat(out())
                .contains("One session exported, 6 files:")
                .contains("session-1-2026-11-20.pdf");
    }

    @Test
    void all_sessions_share_the_tables() throws Exception {
        store("7b");
        store("8a");

        assertThat(room.run("export", "--all", "--out", home.resolve("out").toString()))
                .isEqualTo(ExitCode.OK);

        assertThat(home.resolve("out/sessions.csv")).content().contains(",7b,").contains(",8a,");
        assertThat(out()).contains("2 sessions exported, 4 files:");
    }

    @Test
    void existing_files_are_kept_unless_replacing_is_asked_for() throws StoreException, Exception {
        store("7b");
        String folder = home.resolve("out").toString();
        room.run("export", "--all", "--out", folder);
        Files.writeString(home.resolve("out/buckets.csv"), "mine");

        assertThat(room.run("export", "--all", "--out", folder)).isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("sessions.csv").contains("already");
        assertThat(home.resolve("out/buckets.csv")).hasContent("mine");

        assertThat(room.run("export", "--all", "--out", folder, "--replace"))
                .isEqualTo(ExitCode.OK);
        assertThat(home.resolve("out/buckets.csv")).content().startsWith("schema_version");
    }

    @Test
    void a_folder_that_cannot_be_written_is_an_output_problem() throws Exception {
        store("7b");
        Path file = Files.writeString(home.resolve("taken"), "");

        assertThat(room.run("export", "--all", "--out", file.toString()))
                .isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("taken is not a folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export --session 9 --out x | 1 | no session 9",
                "sessions --delete 9 --yes | 1 | no session 9",
                "export --out x | 2 | --all",
                "export --all --session 1 --out x | 2 | --all",
                "export --all | 2 | --out",
                "export --session one --out x | 2 | no session number",
                "export --all --out x --format doc | 2 | no format"
            })
    void what_cannot_be_done_is_told_with_the_way_out(String typed, int code, String told)
            throws Exception {
        store("7b");
        assertThat(room.run(typed.split(" "))).isEqualTo(code);
        assertThat(room.err.toString()).contains(told);
        assertThat(Path.of("x")).doesNotExist();
    }

    @Test
    void an_empty_list_of_withdrawn_sessions_is_not_passed_over() {
        assertThat(room.run("sessions", "--delete", ",,", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString()).contains("Nothing was deleted");
    }

    // A link to itself, because the superuser may look into everything else.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_folder_that_cannot_be_looked_into_is_not_said_to_be_empty() throws Exception {
        Files.createSymbolicLink(home.resolve("data"), home.resolve("data"));

        assertThat(room.run("sessions")).isEqualTo(ExitCode.PROBLEM);
        assertThat(room.err.toString()).contains("data/sessions.db", "cannot be read");
        assertThat(room.run("watch")).isNotEqualTo(ExitCode.OK);
    }

    @Test
    void a_session_that_cannot_be_read_can_be_deleted_all_the_same() throws Exception {
        store("7b");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE sessions SET purpose = 'fun'");
        }

        assertThat(room.run("sessions", "--delete", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(out()).contains("Session 1, which is damaged").contains("would be deleted");
        assertThat(room.err.toString()).contains("session 1 is damaged and cannot be read");
        assertThat(room.run("sessions", "--delete", "1", "--yes")).isEqualTo(ExitCode.OK);
        assertThat(room.run("sessions", "--delete", "1", "--yes")).isEqualTo(ExitCode.PROBLEM);
    }
}
