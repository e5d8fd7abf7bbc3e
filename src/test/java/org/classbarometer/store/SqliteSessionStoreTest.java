package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.mood.Moods;
import org.classbarometer.session.Departure;
import org.classbarometer.session.Plans;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.SessionStoreContract;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSessionStoreTest extends SessionStoreContract {
    @TempDir Path folder;

    @Override
    protected SessionStore open() throws StoreException {
        return open(folder.resolve("data/sessions.db"));
    }

    private static SqliteSessionStore open(Path file) throws StoreException {
        return SqliteSessionStore.open(file, InstantSource.fixed(Plans.MONDAY_NINE.toInstant()));
    }

    @Test
    void after_everything_was_deleted_another_process_finds_its_session_gone_and_no_other()
            throws Exception {
        try (SessionStore one = open();
                SessionStore other = open()) {
            SessionId before = one.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            other.deleteEverything();
            SessionId after = other.begin(Plans.lesson("9c", Plans.MONDAY_NINE));

            assertThat(after.value()).isGreaterThan(before.value());
            assertThatThrownBy(() -> one.add(before, new Bucket(0, Optional.empty())))
                    .isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> one.mark(before, Duration.ZERO, "note"))
                    .isInstanceOf(StoreException.class);
            assertThat(other.timeline(after).orElseThrow().buckets()).isEmpty();
        }
    }

    @Test
    void no_id_comes_again_in_a_new_process_after_everything_was_deleted() throws Exception {
        SessionId before;
        try (SessionStore store = open()) {
            before = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            store.deleteEverything();
        }
        try (SessionStore store = open()) {
            assertThat(store.begin(Plans.lesson("9c", Plans.MONDAY_NINE)).value())
                    .isGreaterThan(before.value());
        }
    }

    @Test
    void one_unreadable_row_does_not_hide_the_others() throws Exception {
        try (SessionStore store = open()) {
            SessionId sound = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            SessionId broken = store.begin(Plans.lesson("9c", Plans.MONDAY_NINE));
            try (Connection connection =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + folder.resolve("data/sessions.db"));
                    Statement change = connection.createStatement()) {
                change.execute("UPDATE sessions SET start = 'soon' WHERE id = " + broken);
            }

            assertThat(store.sessions())
                    .extracting(one -> one.session().id())
                    .containsExactly(sound);
            store.delete(broken);
        }
    }

    private static void change(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA ignore_check_constraints = 1");
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE sessions SET start = 'soon' WHERE id = 1",
                "UPDATE sessions SET purpose = 'fun' WHERE id = 1",
                "UPDATE sessions SET ended = '9999-01-01T00:00:00Z' WHERE id = 1",
                "UPDATE sessions SET sparkline = x'00' WHERE id = 1",
                "UPDATE sessions SET bucket_millis = 9000000000000000000 WHERE id = 1",
                "DELETE FROM consents WHERE session = 1"
            })
    void a_session_that_cannot_be_read_is_told_of_and_goes_at_the_age_of_the_others(String damage)
            throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Plans.MONDAY_NINE.toInstant());
        Path file = folder.resolve("unreadable/sessions.db");
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            change(file, damage);
        }
        now.set(now.get().plus(Duration.ofDays(1)));
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            assertThat(store.sessions()).isEmpty();
            assertThat(store.unreadable()).containsExactly(new SessionId(1));
            assertThat(store.notice().orElseThrow()).contains("session 1 is damaged", "--delete 1");
            now.set(now.get().plus(Duration.ofDays(28)));
            assertThat(store.purge(now.get())).isZero();
            now.set(now.get().plus(Duration.ofDays(1).plusHours(1)));
            assertThat(store.purge(now.get())).isEqualTo(1);
            assertThat(store.unreadable()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shown = x'0003' WHERE idx = 0",
                "shown = x'FFFF000300030003' WHERE idx = 0",
                "idx = 2000000000 WHERE idx = 1",
                "idx = -4 WHERE idx = 0"
            })
    void a_session_with_a_damaged_bucket_is_not_read_and_takes_no_memory(String damage)
            throws Exception {
        Path file = folder.resolve("bucket/sessions.db");
        try (SqliteSessionStore store = open(file)) {
            SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            BucketMood mood = Moods.of(20, 2, new double[] {0.5, 0.5, 0, 0});
            store.add(id, new Bucket(0, Optional.of(mood)));
            store.add(id, new Bucket(1, Optional.of(mood)));
            assertThat(store.timeline(id)).isPresent();

            change(file, "UPDATE buckets SET " + damage);

            assertThat(store.timeline(id)).isEmpty();
            assertThat(store.leaving(Plans.MONDAY_NINE.plusDays(30).toInstant())).hasSize(1);
            store.delete(id);
        }
    }

    @Test
    void a_damaged_page_of_one_session_does_not_hide_the_others() throws Exception {
        Path file = folder.resolve("damaged/sessions.db");
        double[] shares = {0.5, 0.5, 0, 0};
        try (SessionStore store = open(file)) {
            for (int lesson = 0; lesson < 3; lesson++) {
                SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
                for (int i = 0; i < 400; i++) {
                    BucketMood mood = Moods.of(20, 2, shares);
                    store.add(id, new Bucket(i, Optional.of(mood)));
                }
                store.end(id, Plans.MONDAY_NINE.plusHours(1));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        int damaged = lastWritten(bytes);
        Arrays.fill(bytes, damaged, damaged + 100, (byte) 77);
        Files.write(file, bytes);

        try (SqliteSessionStore store = open(file)) {
            assertThat(store.notice()).isEmpty();
            assertThat(store.sessions()).hasSize(3);
            assertThat(store.timeline(new SessionId(1)).orElseThrow().buckets()).hasSize(400);
            assertThatThrownBy(() -> store.timeline(new SessionId(3)))
                    .isInstanceOf(StoreException.class);
        }
    }

    // Room that is kept in the file lies behind it.
    private static int lastWritten(byte[] bytes) {
        for (int page = bytes.length - 4096; page > 0; page -= 4096) {
            if (IntStream.range(page, page + 4096).filter(i -> bytes[i] != 0).count() > 2048) {
                return page;
            }
        }
        throw new AssertionError("a database of nothing");
    }

    @Test
    void a_clock_that_leaps_ahead_deletes_nothing_before_it_was_told() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Plans.MONDAY_NINE.toInstant());
        Path file = folder.resolve("leap/sessions.db");
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            store.save(StoreSettings.DEFAULT);
            store.announce(List.of(id), now.get());
        }
        now.set(now.get().plus(Duration.ofDays(40)));
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            assertThat(store.notice().orElseThrow()).contains("40").contains("clock");
            assertThat(store.sessions()).hasSize(1);
        }
        now.set(now.get().minus(Duration.ofDays(40)));
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            assertThat(store.notice()).as("it was put right").isEmpty();
            assertThat(store.sessions()).hasSize(1);
        }
        now.set(now.get().plus(Duration.ofDays(40)));
        SqliteSessionStore.open(file, now::get).close();
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            assertThat(store.notice()).as("it was told, and is so").isEmpty();
            assertThat(store.sessions()).isEmpty();
        }
    }

    @Test
    void files_in_a_folder_that_others_may_read_are_their_owner_s_only() throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path data = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path log = Files.createFile(data.resolve("sessions.db-wal"));
        Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));
        try (SessionStore store = open(data.resolve("sessions.db"))) {
            store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            try (Stream<Path> files = Files.list(data)) {
                assertThat(files.toList())
                        .isNotEmpty()
                        .allSatisfy(file ->
                                assertThat(
                                                PosixFilePermissions.toString(
                                                        Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void what_is_asked_for_is_done_in_that_order() throws Exception {
        try (SessionStore store = open()) {
            SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            List<StoreException> problems = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 50; i++) {
                Bucket next = new Bucket(i, Optional.empty());
                store.execute(() -> {
                    try {
                        store.add(id, next);
                    } catch (StoreException failed) {
                        problems.add(failed);
                    }
                });
            }
            store.end(id, Plans.MONDAY_NINE.plusHours(1));

            assertThat(problems).isEmpty();
            assertThat(store.sessions().getFirst().buckets()).isEqualTo(50);
        }
    }

    @Test
    void a_lesson_that_a_clock_far_ahead_dated_is_not_kept_longer_than_others() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Plans.MONDAY_NINE.toInstant());
        Path file = folder.resolve("ahead/sessions.db");
        SessionId ahead;
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            ahead = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE.plusYears(10)));
        }
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            assertThat(store.leaving(now.get())).isEmpty();
        }
        now.set(now.get().plus(Duration.ofDays(29).plusHours(1)));
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            assertThat(store.leaving(now.get()))
                    .extracting(one -> one.session().id(), Departure::at)
                    .containsExactly(
                            tuple(
                                    ahead,
                                    Plans.MONDAY_NINE
                                            .toInstant()
                                            .plus(Duration.ofDays(30))
                                            .plus(Duration.ofHours(1))));
            store.announce(List.of(ahead), now.get());
            now.set(now.get().plus(Duration.ofHours(25)));
            assertThat(store.purge(now.get())).isEqualTo(1);
        }
    }

    @Test
    void a_clock_that_was_behind_for_a_while_shortens_no_lesson_s_time() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Plans.MONDAY_NINE.toInstant());
        Path file = folder.resolve("behind/sessions.db");
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
        }
        now.set(Instant.parse("2000-01-01T00:00:00Z"));
        SqliteSessionStore.open(file, now::get).close();
        now.set(Plans.MONDAY_NINE.toInstant().plus(Duration.ofDays(2)));
        try (SqliteSessionStore store = SqliteSessionStore.open(file, now::get)) {
            assertThat(store.leaving(now.get())).isEmpty();
            assertThat(store.sessions()).hasSize(1);
        }
    }

    @Test
    void settings_that_say_nothing_are_asked_for_again() throws Exception {
        Path file = folder.resolve("settings/sessions.db");
        try (SqliteSessionStore store = open(file)) {
            store.save(StoreSettings.DEFAULT.withContext(Plans.BERLIN));
            assertThat(store.settings().context()).contains(Plans.BERLIN);
            for (String change :
                    List.of(
                            "value = 'XX' WHERE key = 'country'",
                            "value = 'CH' WHERE key = 'country'",
                            "value = 'both' WHERE key = 'purpose'",
                            "value = 'a while' WHERE key = 'retention'",
                            "value = 'PT-1S' WHERE key = 'retention'",
                            "value = 'noon' WHERE key = 'seen'")) {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                        Statement statement = connection.createStatement()) {
                    assertThat(statement.executeUpdate("UPDATE settings SET " + change))
                            .isEqualTo(1);
                }
                assertThat(store.settings().retention())
                        .isEqualTo(StoreSettings.DEFAULT.retention());
            }
            assertThat(store.settings().context()).isEmpty();
        }
        try (SqliteSessionStore store = open(file)) {
            assertThat(store.notice()).isEmpty();
        }
    }

    @Test
    void what_would_go_into_a_file_that_was_deleted_or_replaced_is_not_called_stored()
            throws Exception {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path file = folder.resolve("vanished/sessions.db");
        Path elsewhere = folder.resolve("elsewhere.db");
        try (SqliteSessionStore store = open(file)) {
            SessionId id = store.begin(Plans.lesson("7b", Plans.MONDAY_NINE));
            Files.move(file, elsewhere);
            assertThatThrownBy(() -> store.add(id, new Bucket(0, Optional.empty())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("moved, deleted or replaced");
            Files.copy(elsewhere, file);
            assertThatThrownBy(() -> store.end(id, Plans.MONDAY_NINE.plusHours(1)))
                    .isInstanceOf(StoreException.class);
            Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
            store.add(id, new Bucket(0, Optional.empty()));
            store.end(id, Plans.MONDAY_NINE.plusHours(1));
            assertThat(store.sessions().getFirst().buckets()).isEqualTo(1);
        }
    }
}
