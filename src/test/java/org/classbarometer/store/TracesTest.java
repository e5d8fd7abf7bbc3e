package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Plans;
import org.classbarometer.session.Recorder;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is deleted is gone from every byte of every file, while the database is still open: a class
/// name, notes, the sparkline, and the values of a bucket as they lie in the file.
@Timeout(60)
class TracesTest {
    private static final byte[] BUCKET = {0x25, 0x01, 0x15, 0x13, 0x13, 0x13, 0x17, 0x17};
    private static final byte[] CLASS_NAME = "Zugvogelklasse".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTE = "Wanderfalke".getBytes(StandardCharsets.UTF_8);

    @TempDir Path folder;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Plans.MONDAY_NINE.toInstant());
    private final InstantSource clock = now::get;

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private Path file() {
        return folder.resolve("data/sessions.db");
    }

    private SqliteSessionStore open() throws StoreException {
        return SqliteSessionStore.open(file(), clock);
    }

    /// A lesson among others, so that its rows share pages with theirs.
    static SessionId lesson(SqliteSessionStore store, OffsetDateTime start) throws StoreException {
        List<SessionId> ids = new ArrayList<>();
        for (String name : List.of("Zugvogelklasse 7b", "another", "a third")) {
            ids.add(store.begin(Plans.lesson(name, start)));
        }
        for (int i = 0; i < 100; i++) {
            for (SessionId id : ids) {
                boolean traced = id.equals(ids.getFirst());
                store.add(id, traced ? traced(i) : plain(i));
                if (i % 10 == 0) {
                    store.mark(
                            id,
                            Duration.ofSeconds(5L * i),
                            traced ? "Wanderfalke " + i : "some note that shares pages " + i);
                }
            }
        }
        store.end(ids.getFirst(), start.plusMinutes(9));
        return ids.getFirst();
    }

    private static Bucket traced(int index) {
        return new Bucket(
                index, Optional.of(new BucketMood(12, 2, new int[] {9473, 5395, 4883, 5911})));
    }

    private static Bucket plain(int index) {
        return new Bucket(index, Optional.of(new BucketMood(12, 2, new int[] {3, 3, 3, 3})));
    }

    private List<Path> traces() throws IOException {
        return traces(folder);
    }

    static List<Path> traces(Path folder) throws IOException {
        List<Path> traces = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(one);
                if (contains(bytes, BUCKET)
                        || contains(bytes, CLASS_NAME)
                        || contains(bytes, NOTE)) {
                    traces.add(one.getFileName());
                }
            }
        }
        return traces;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            int same = 0;
            while (same < wanted.length && bytes[i + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_search_finds_what_is_stored() throws Exception {
        try (SqliteSessionStore store = open()) {
            lesson(store, Plans.MONDAY_NINE);
            assertThat(traces()).isNotEmpty();
        }
        byte[] bytes = Files.readAllBytes(file());
        assertThat(contains(bytes, BUCKET)).isTrue();
        assertThat(contains(bytes, CLASS_NAME)).isTrue();
        assertThat(contains(bytes, NOTE)).isTrue();
    }

    @Test
    void a_deleted_or_withdrawn_session_leaves_no_trace() throws Exception {
        try (SqliteSessionStore store = open()) {
            SessionId id = lesson(store, Plans.MONDAY_NINE);
            store.delete(id);
            assertThat(traces()).isEmpty();
            assertThat(store.sessions()).hasSize(2);
        }
        assertThat(traces()).isEmpty();
    }

    @Test
    void a_running_session_that_is_withdrawn_leaves_no_trace() throws Exception {
        try (SqliteSessionStore store = open()) {
            SessionId id = store.begin(Plans.lesson("Zugvogelklasse 7b", Plans.MONDAY_NINE));
            store.add(id, traced(0));
            store.mark(id, Duration.ZERO, "Wanderfalke");
            store.delete(id);
            assertThat(traces()).isEmpty();
        }
    }

    @Test
    void a_withdrawal_that_could_still_be_taken_back_leaves_no_trace_once_the_program_ends()
            throws Exception {
        Clock at = Clock.fixed(Plans.MONDAY_NINE.toInstant(), ZoneOffset.UTC);
        try (SqliteSessionStore store = open()) {
            Recorder recorder =
                    Recorder.begin(
                            store,
                            Plans.lesson("Zugvogelklasse 7b", Plans.MONDAY_NINE),
                            Recorder.Time.WALL,
                            at,
                            failed -> {
                                throw new AssertionError(failed);
                            });
            store.add(recorder.session(), traced(0));
            recorder.mark("Wanderfalke");
            recorder.discard();
            assertThat(store.sessions()).isEmpty();
            assertThat(traces()).as("it can still be taken back").isNotEmpty();
        }
        assertThat(traces()).isEmpty();
    }

    @Test
    void a_removed_or_rewritten_marker_leaves_no_trace() throws Exception {
        try (SqliteSessionStore store = open()) {
            SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            store.unmark(id, store.mark(id, Duration.ZERO, "Wanderfalke"));
            assertThat(traces()).isEmpty();
            Marker marker = store.mark(id, Duration.ZERO, "Wanderfalke");
            store.change(id, new Marker(marker.id(), Duration.ZERO, "Lerche"));
            assertThat(traces()).isEmpty();
        }
    }

    @Test
    void deleting_everything_leaves_no_trace_not_even_in_damaged_files_of_before()
            throws Exception {
        try (SqliteSessionStore store = open()) {
            lesson(store, Plans.MONDAY_NINE);
        }
        byte[] damaged = Files.readAllBytes(file());
        damaged[0] = 'X';
        Files.write(file(), damaged);
        try (SqliteSessionStore store = open()) {
            assertThat(store.notice().orElseThrow())
                    .contains("sessions.db.broken-20261116T080000Z");
            assertThat(traces()).isNotEmpty();
            lesson(store, Plans.MONDAY_NINE);
            store.save(StoreSettings.DEFAULT.withContext(Plans.ZURICH));
            store.deleteEverything();
            assertThat(traces()).isEmpty();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement query = connection.createStatement()) {
                for (String table :
                        List.of("sessions", "buckets", "markers", "consents", "settings")) {
                    try (ResultSet row = query.executeQuery("SELECT count(*) FROM " + table)) {
                        assertThat(row.getInt(1)).as(table).isZero();
                    }
                }
            }
        }
    }

    private void announceAll(SqliteSessionStore store) throws Exception {
        store.announce(
                store.sessions().stream().map(one -> one.session().id()).toList(), now.get());
    }

    @Test
    void what_is_older_than_the_retention_time_leaves_no_trace_once_that_was_announced()
            throws Exception {
        try (SqliteSessionStore store = open()) {
            lesson(store, Plans.MONDAY_NINE);
        }
        now.set(now.get().plus(Duration.ofDays(13)));
        open().close();
        now.set(now.get().plus(Duration.ofDays(13)));
        open().close();
        now.set(now.get().plus(Duration.ofDays(5)));
        try (SqliteSessionStore store = open()) {
            assertThat(store.sessions()).as("too old, but nobody was told").hasSize(3);
            announceAll(store);
        }
        now.set(now.get().plus(Duration.ofDays(1)));
        try (SqliteSessionStore store = open()) {
            assertThat(store.sessions()).isEmpty();
            assertThat(traces()).isEmpty();
        }
    }

    @Test
    void a_program_left_running_keeps_to_the_retention_time_too() throws Exception {
        try (SqliteSessionStore store =
                SqliteSessionStore.open(file(), clock, Duration.ofMillis(10))) {
            lesson(store, Plans.MONDAY_NINE);
            announceAll(store);
            now.set(now.get().plus(Duration.ofDays(31)));
            while (!store.sessions().isEmpty()) {
                Thread.onSpinWait();
            }
            // The bytes follow the rows on the same thread.
            store.settings();
            assertThat(traces()).isEmpty();
        }
    }

    @Test
    void what_was_discarded_leaves_no_trace_once_the_program_ends() throws Exception {
        try (SqliteSessionStore store = open()) {
            discardAll(store);
            assertThat(traces()).as("it can still be undone").isNotEmpty();
        }
        assertThat(traces()).isEmpty();
    }

    @Test
    void what_was_discarded_leaves_no_trace_after_a_kill_and_the_next_opening() throws Exception {
        Path killed = folder.resolve("killed");
        Files.createDirectories(killed);
        try (SqliteSessionStore store = open()) {
            discardAll(store);
            // What is on the disk now is what a kill leaves.
            for (String end : List.of("", "-wal")) {
                Path from = Path.of(file() + end);
                Files.copy(from, killed.resolve(from.getFileName()));
            }
        }
        Files.delete(file());
        for (Path left : List.of(Path.of(file() + ""), Path.of(file() + "-wal"))) {
            Path from = killed.resolve(left.getFileName());
            Files.move(from, left, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(traces()).as("after the kill").isNotEmpty();
        try (SqliteSessionStore store = open()) {
            assertThat(store.sessions()).isEmpty();
            assertThat(traces()).isEmpty();
        }
    }

    private void discardAll(SqliteSessionStore store) throws Exception {
        lesson(store, Plans.MONDAY_NINE);
        store.discard(store.sessions().stream().map(one -> one.session().id()).toList());
    }

    @Test
    void a_damaged_file_is_not_kept_longer_than_a_session_would_be() throws Exception {
        try (SqliteSessionStore store = open()) {
            lesson(store, Plans.MONDAY_NINE);
        }
        byte[] damaged = Files.readAllBytes(file());
        damaged[0] = 'X';
        Files.write(file(), damaged);
        open().close();
        assertThat(traces()).isNotEmpty();

        now.set(now.get().plus(Duration.ofDays(31)));
        open().close();
        assertThat(traces()).isEmpty();
    }

    @Test
    void while_another_program_reads_the_traces_are_told_and_the_next_try_removes_them()
            throws Exception {
        try (SqliteSessionStore store = open()) {
            SessionId id = lesson(store, Plans.MONDAY_NINE);
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement reading = other.createStatement()) {
                reading.execute("BEGIN");
                reading.executeQuery("SELECT count(*) FROM buckets").close();
                assertThatThrownBy(() -> store.delete(id))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("another program has " + file() + " open");
                reading.execute("COMMIT");
            }
            assertThat(store.timeline(id)).isEmpty();
            store.delete(id);
            assertThat(traces()).isEmpty();
        }
    }
}
