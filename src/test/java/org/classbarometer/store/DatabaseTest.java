package org.classbarometer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.classbarometer.session.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@Timeout(60)
class DatabaseTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-16T08:00:00Z"));
    private static final String NOTES = "CREATE TABLE notes (text TEXT NOT NULL) STRICT;";
    private static final Schema SCHEMA = new Schema(77, List.of(NOTES));

    @TempDir Path folder;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private Path file() {
        return folder.resolve("data/notes.db");
    }

    private Database open() throws StoreException {
        return Database.open(file(), SCHEMA, CLOCK);
    }

    private static int note(Database database, String text) throws StoreException {
        return database.write(connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO notes VALUES (?)")) {
                insert.setString(1, text);
                return insert.executeUpdate();
            }
        });
    }

    private static int count(Database database) throws StoreException {
        return database.read(connection -> {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery("SELECT count(*) FROM notes")) {
                return row.getInt(1);
            }
        });
    }

    private void fill(int notes) throws StoreException {
        try (Database database = open()) {
            for (int i = 0; i < notes; i++) {
                note(database, "note " + i + "x".repeat(500));
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void what_was_written_is_there_after_opening_again() throws Exception {
        fill(3);
        try (Database database = open()) {
            assertThat(count(database)).isEqualTo(3);
            assertThat(database.movedAside()).isEmpty();
        }
    }

    @Test
    void a_write_that_fails_half_way_leaves_nothing() throws Exception {
        try (Database database = open()) {
            assertThatThrownBy(() ->
                            database.write(connection -> {
                                try (Statement insert = connection.createStatement()) {
                                    insert.execute("INSERT INTO notes VALUES ('first')");
                                    return insert.execute("INSERT INTO notes VALUES (NULL)");
                                }
                            }))
                    .isInstanceOf(StoreException.class);
            assertThat(count(database)).isZero();
            assertThat(note(database, "after it")).isEqualTo(1);
        }
    }

    @Test
    void deleted_content_is_zeroed_and_nothing_goes_into_temporary_files() throws Exception {
        try (Database database = open()) {
            List<String> answers =
                    database.read(connection ->
                            List.of(
                                    Sql.pragma(connection, "secure_delete"),
                                    Sql.pragma(connection, "temp_store"),
                                    Sql.pragma(connection, "journal_mode"),
                                    Sql.pragma(connection, "synchronous"),
                                    Sql.pragma(connection, "foreign_keys")));
            assertThat(answers).containsExactly("1", "2", "wal", "2", "1");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the user's profile is closed to others")
    void nobody_else_may_read_the_files() throws Exception {
        try (Database database = open()) {
            note(database, "private");
            assertThat(Files.getPosixFilePermissions(file().getParent()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            for (String name : List.of("notes.db", "notes.db-wal", "notes.db-shm")) {
                assertThat(Files.getPosixFilePermissions(file().resolveSibling(name)))
                        .as(name)
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    @Test
    void an_older_file_is_brought_up_to_the_schema_with_what_it_holds() throws Exception {
        fill(2);
        Schema newer =
                new Schema(
                        77,
                        List.of(
                                NOTES,
                                """
                                ALTER TABLE notes ADD COLUMN at TEXT;
                                CREATE INDEX notes_at ON notes (at);
                                """));
        try (Database database = Database.open(file(), newer, CLOCK)) {
            assertThat(count(database)).isEqualTo(2);
            assertThat(database.<String>read(one -> Sql.pragma(one, "user_version")))
                    .isEqualTo("2");
        }
    }

    // As SQLite does by itself on a full disk.
    @Test
    void why_a_step_was_taken_back_is_told_even_when_it_was_taken_back_by_itself() {
        Schema selfTaking =
                new Schema(
                        77,
                        List.of(
                                """
                                CREATE TABLE one (a TEXT UNIQUE);
                                INSERT INTO one VALUES ('x');
                                INSERT OR ROLLBACK INTO one VALUES ('x');
                                """));
        assertThatThrownBy(() -> Database.open(file(), selfTaking, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("UNIQUE");
    }

    @Test
    void a_migration_that_fails_leaves_the_version_before_it() throws Exception {
        fill(1);
        Schema broken = new Schema(77, List.of(NOTES, "CREATE TABLE more (a TEXT); NO SQL;"));
        assertThatThrownBy(() -> Database.open(file(), broken, CLOCK))
                .isInstanceOf(StoreException.class);
        fill(1);
        try (Database database = open()) {
            assertThat(count(database)).isEqualTo(2);
        }
    }

    @Test
    void a_newer_programs_file_is_refused_and_stays_as_it_is() throws Exception {
        Schema newer = new Schema(77, List.of(NOTES, "CREATE TABLE more (a TEXT) STRICT;"));
        Database.open(file(), newer, CLOCK).close();
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("newer ClassBarometer")
                .hasMessageContaining("version is 2");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(files()).containsExactly("notes.db");
    }

    @Test
    void another_programs_database_is_refused_and_stays_as_it_is() throws Exception {
        for (int kind : new int[] {0, 78}) {
            Files.createDirectories(file().getParent());
            Files.deleteIfExists(file());
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                    Statement statement = other.createStatement()) {
                statement.execute("PRAGMA application_id = " + kind);
                statement.execute("CREATE TABLE bookmarks (url TEXT)");
            }
            byte[] before = Files.readAllBytes(file());

            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another program");
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
        }
    }

    @Test
    void what_is_no_database_is_moved_aside_and_kept() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "a shopping list");

        try (Database database = open()) {
            Path aside = database.movedAside().orElseThrow();
            assertThat(aside.getFileName().toString())
                    .isEqualTo("notes.db.broken-20261116T080000Z");
            assertThat(aside).hasContent("a shopping list");
            assertThat(count(database)).isZero();
        }
    }

    @Test
    void a_damaged_database_is_moved_aside_and_never_overwrites_one_before() throws Exception {
        for (int round = 1; round <= 2; round++) {
            fill(200);
            long size = Files.size(file());
            damage();
            try (Database database = open()) {
                assertThat(database.movedAside().orElseThrow()).hasSize(size);
                assertThat(count(database)).isZero();
            }
        }
        assertThat(files())
                .containsExactly(
                        "notes.db",
                        "notes.db.broken-20261116T080000Z",
                        "notes.db.broken-20261116T080000Z-2");
    }

    private void damage() throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        for (int page = 2; page < 8; page++) {
            for (int i = 0; i < 100; i++) {
                bytes[page * 4096 + i] = (byte) (31 * i);
            }
        }
        Files.write(file(), bytes);
    }

    @Test
    void damaged_files_are_overwritten_before_they_are_deleted() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "a shopping list");
        try (Database database = open()) {
            Path aside = database.movedAside().orElseThrow();
            // A second name for the same bytes shows what became of them.
            Path witness = Files.createLink(folder.resolve("witness"), aside);
            database.forgetDamaged(CLOCK.instant());
            assertThat(aside).exists();
            database.forgetDamaged(CLOCK.instant().plusSeconds(1));
            assertThat(aside).doesNotExist();
            assertThat(Files.readAllBytes(witness)).containsOnly(0).hasSize(15);
        }
    }

    @Test
    void a_file_that_another_program_holds_is_told_with_a_guess_who() throws Exception {
        fill(1);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("DELETE FROM notes");

            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Another program holds")
                    .hasMessageContaining("second ClassBarometer");
            statement.execute("ROLLBACK");
        }
        try (Database database = open()) {
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void two_programs_may_use_it_one_after_the_other() throws Exception {
        try (Database one = open();
                Database two = open()) {
            note(one, "from one");
            note(two, "from two");
            assertThat(count(one)).isEqualTo(2);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        assertThat(folder.resolve("data").toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(folder.resolve("data")), "the superuser may write anywhere");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("Correct the permissions");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_even_the_superuser_cannot_write_is_told() {
        assertThatThrownBy(() -> Database.open(Path.of("/proc/self/notes.db"), SCHEMA, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("/proc/self/notes.db")
                .hasMessageContaining("Correct the permissions");
    }

    @Test
    void a_full_disk_and_a_failing_one_are_told_apart() {
        IOException full =
                new FileSystemException(file().toString(), null, "No space left on device");
        assertThat(DatabaseProblems.of(file(), full)).hasMessageContaining("Make room on the disk");
        IOException denied = new AccessDeniedException(file().toString());
        assertThat(DatabaseProblems.of(file(), denied))
                .hasMessageContaining("Correct the permissions");
        SQLException failing =
                new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_READ);
        assertThat(DatabaseProblems.of(file(), failing))
                .hasMessageContaining("plugged in")
                .hasMessageNotContaining("Make room");
    }

    @Test
    void a_full_disk_is_told_and_leaves_nothing_half_written() throws Exception {
        fill(50);
        try (Database database = open()) {
            String pages = database.read(one -> Sql.pragma(one, "page_count"));
            database.<String>read(one -> Sql.pragma(one, "max_page_count = " + pages));

            assertThatThrownBy(() ->
                            database.write(connection -> {
                                try (Statement insert = connection.createStatement()) {
                                    return insert.executeUpdate(
                                            "INSERT INTO notes SELECT text FROM notes");
                                }
                            }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Make room on the disk");
            assertThat(count(database)).isEqualTo(50);
        }
    }

    @Test
    void a_file_that_was_cut_off_is_moved_aside() throws Exception {
        fill(50);
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(4096 + 100);
        }
        try (Database database = open()) {
            assertThat(database.movedAside()).isPresent();
        }
    }

    @Test
    void a_thread_that_is_interrupted_still_gets_its_answer() throws Exception {
        try (Database database = open()) {
            Thread.currentThread().interrupt();
            assertThat(note(database, "written all the same")).isEqualTo(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void upkeep_runs_on_the_databases_own_thread_and_may_call_it() throws Exception {
        try (Database database = open()) {
            database.every(
                    Duration.ofMillis(5),
                    () -> {
                        try {
                            note(database, "again");
                        } catch (StoreException failed) {
                            throw new IllegalStateException(failed);
                        }
                    });
            while (count(database) < 3) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_closed_database_says_so_instead_of_hanging() throws Exception {
        Database database = open();
        database.close();
        database.close();
        assertThatThrownBy(() -> count(database)).isInstanceOf(StoreException.class);
    }
}
