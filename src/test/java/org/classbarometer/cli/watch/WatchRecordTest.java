package org.classbarometer.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.Timeline;
import org.classbarometer.session.UseContext;
import org.classbarometer.store.SqliteSessionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Storing without a window: what it needs, what it refuses, what it leaves.
class WatchRecordTest {
    private static final List<String> COMPLETE =
            List.of(
                    "watch",
                    "--record",
                    "--class=7b",
                    "--opted-in=12",
                    "--place=US",
                    "--purpose=class");

    @TempDir Path folder;
    private SimulatedClassroom room;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void prepare() {
        Locale.setDefault(Locale.ENGLISH);
        room = new SimulatedClassroom(folder);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private Path database() {
        return folder.resolve("data/sessions.db");
    }

    private SqliteSessionStore store() throws Exception {
        return SqliteSessionStore.open(database(), InstantSource.fixed(SimulatedClassroom.NOW));
    }

    private int runWithout(String option, String... more) {
        List<String> arguments = new ArrayList<>(COMPLETE);
        arguments.removeIf(argument -> argument.startsWith(option));
        arguments.addAll(List.of(more));
        return room.run(arguments.toArray(String[]::new));
    }

    private String said() {
        return room.err.toString();
    }

    private void assertNothingStored() {
        assertThat(database()).doesNotExist();
        assertThat(room.model).as("nothing was watched either").isEmpty();
    }

    @Test
    void a_session_is_stored_with_its_consent() throws Exception {
        assertThat(room.run(COMPLETE.toArray(String[]::new))).isEqualTo(ExitCode.OK);

        assertThat(room.out.toString()).contains("session 1 of 7b: 2 steps, 0 left out");
        try (SqliteSessionStore store = store()) {
            SessionOverview overview = store.sessions().getFirst();
            SessionPlan plan = overview.session().plan();
            assertThat(plan.className()).isEqualTo("7b");
            assertThat(plan.context()).isEqualTo(new UseContext(new Place("US"), Purpose.CLASS));
            assertThat(plan.consent().optedIn()).isEqualTo(12);
            assertThat(plan.consent().role()).isEqualTo("operator");
            assertThat(plan.consent().statementVersion()).isEqualTo("1");
            assertThat(plan.model()).endsWith("simulated-1");
            assertThat(overview.session().end()).isPresent();
            Timeline timeline = store.timeline(overview.session().id()).orElseThrow();
            assertThat(timeline.buckets()).hasSize(2);
            assertThat(timeline.buckets().getFirst().mood().orElseThrow().faces()).isEqualTo(12);
        }
    }

    @Test
    void the_summary_says_no_more_than_what_was_stored() {
        room.facesAtFrame = frame -> frame < 50 ? 4 : 24;
        assertThat(runWithout("nothing", "--json")).isEqualTo(ExitCode.OK);

        var json = Json.mapper().readTree(room.out.toString());
        assertThat(json.get("people").asInt()).isEqualTo(24);
        assertThat(json.get("session").get("buckets").asInt()).isEqualTo(2);
        assertThat(json.get("session").get("suppressed").asInt()).isEqualTo(1);
    }

    @Test
    void without_the_number_of_people_who_opted_in_nothing_is_stored() {
        assertThat(runWithout("--opted-in")).isEqualTo(ExitCode.USAGE);
        assertThat(said()).contains("Nothing is stored", "consent", "--opted-in N");
        assertNothingStored();
    }

    @Test
    void without_a_class_nothing_is_stored() {
        assertThat(runWithout("--class")).isEqualTo(ExitCode.USAGE);
        assertThat(said()).contains("--class NAME");
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--place", "--purpose"})
    void without_place_or_purpose_it_asks_for_them_by_name(String option) {
        assertThat(runWithout(option)).isEqualTo(ExitCode.USAGE);
        assertThat(said()).contains("Nothing is stored", option);
        assertNothingStored();
    }

    @Test
    void a_class_in_the_union_is_refused_with_the_reason() {
        assertThat(runWithout("--place", "--place=de")).isEqualTo(ExitCode.REFUSED);
        assertThat(said()).contains("Germany", "5(1)(f)", "even when everyone agrees");
        assertNothingStored();
    }

    @Test
    void a_csv_file_is_refused_there_too_and_so_is_a_camera() {
        Path csv = folder.resolve("mood.csv");
        assertThat(room.run("watch", "--csv=" + csv, "--place=FR", "--purpose=class"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(csv).doesNotExist();
        assertThat(room.run("watch", "--source=camera:0", "--place=FR", "--purpose=class"))
                .isEqualTo(ExitCode.REFUSED);
        assertNothingStored();
    }

    @Test
    void self_check_stores_no_class_and_says_where_it_belongs() {
        assertThat(runWithout("--purpose", "--purpose=self-check")).isEqualTo(ExitCode.REFUSED);
        assertThat(said()).contains("diary");
        assertNothingStored();
    }

    @Test
    void place_and_purpose_come_from_the_settings_unless_they_are_typed() throws Exception {
        try (SqliteSessionStore store = store()) {
            store.save(
                    StoreSettings.DEFAULT.withContext(
                            new UseContext(new Place("DE"), Purpose.CLASS)));
        }
        String[] bare = {"watch", "--record", "--class=7b", "--opted-in=12"};
        assertThat(room.run(bare)).isEqualTo(ExitCode.REFUSED);
        assertThat(runWithout("nothing")).isEqualTo(ExitCode.OK);
        try (SqliteSessionStore store = store()) {
            assertThat(store.sessions()).hasSize(1);
            store.save(
                    StoreSettings.DEFAULT.withContext(
                            new UseContext(new Place("CH"), Purpose.CLASS)));
        }
        assertThat(room.run(bare)).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_run_without_a_frame_leaves_no_session() throws Exception {
        room.frames = 0;
        assertThat(runWithout("nothing")).isEqualTo(ExitCode.SOURCE);
        try (SqliteSessionStore store = store()) {
            assertThat(store.sessions()).isEmpty();
        }
    }

    @Test
    void watching_alone_makes_no_database() {
        assertThat(room.run("watch", "--for=1s")).isEqualTo(ExitCode.OK);
        assertThat(database()).doesNotExist();
        assertThat(room.run("watch", "--for=1s", "--source=camera:0")).isEqualTo(ExitCode.OK);
        assertThat(said()).contains("prohibited");
    }

    @Test
    void a_folder_that_cannot_hold_a_database_is_told() throws Exception {
        Files.writeString(folder.resolve("data"), "in the way");
        assertThat(runWithout("nothing")).isEqualTo(ExitCode.OUTPUT);
        assertThat(said()).isNotBlank();
    }

    @Test
    void csv_and_session_at_once_are_refused_because_their_steps_could_be_compared() {
        assertThat(runWithout("nothing", "--csv=" + folder.resolve("mood.csv")))
                .isEqualTo(ExitCode.USAGE);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--opted-in=0", "--opted-in=many", "--place=XX", "--purpose=fun"})
    void what_cannot_be_read_is_explained(String argument) {
        assertThat(runWithout(argument.substring(0, argument.indexOf('=')), argument))
                .isEqualTo(ExitCode.USAGE);
        assertThat(said()).contains(argument.substring(argument.indexOf('=') + 1));
        assertNothingStored();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // Whoever holds the database lets go when the command says that it tries again.
    @Test
    void a_database_that_another_program_holds_as_a_lesson_ends_does_not_cost_its_end()
            throws Exception {
        store().close();
        CountDownLatch middle = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        AtomicReference<Optional<Exception>> problem = new AtomicReference<>(Optional.empty());
        Thread other =
                Thread.ofPlatform()
                        .start(() -> {
                            try (Connection connection =
                                            DriverManager.getConnection(
                                                    "jdbc:sqlite:" + database());
                                    Statement statement = connection.createStatement()) {
                                middle.await();
                                statement.execute("BEGIN EXCLUSIVE");
                                held.countDown();
                                while (!said().contains("trying again")) {
                                    Thread.sleep(20);
                                }
                                statement.execute("ROLLBACK");
                            } catch (SQLException | InterruptedException failed) {
                                problem.set(Optional.of(failed));
                                held.countDown();
                            }
                        });
        room.facesAtFrame =
                frame -> {
                    if (frame == 30) {
                        middle.countDown();
                        await(held);
                    }
                    return 12;
                };

        assertThat(room.run(COMPLETE.toArray(String[]::new))).isEqualTo(ExitCode.OK);

        other.join();
        assertThat(problem.get()).isEmpty();
        try (SqliteSessionStore store = store()) {
            SessionOverview lesson = store.sessions().getFirst();
            assertThat(lesson.session().end()).isPresent();
            assertThat(lesson.buckets()).isEqualTo(2);
        }
    }
}
