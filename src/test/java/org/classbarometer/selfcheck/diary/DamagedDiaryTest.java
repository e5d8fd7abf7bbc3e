package org.classbarometer.selfcheck.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A diary whose file was damaged, cut off or changed by somebody.
class DamagedDiaryTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));
    private static final String SECRET = "correct horse";
    private static final int PAGE = 4096;

    @TempDir Path folder = Path.of("");
    private Optional<Diary> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Diary::close);
    }

    private Diary open() throws DiaryException {
        close();
        Diary diary = Diary.open(folder, CLOCK);
        open = Optional.of(diary);
        return diary;
    }

    private static Entry entry(String note) {
        return new Entry(
                OffsetDateTime.parse("2026-11-22T08:30:00+01:00"),
                Optional.empty(),
                new Word.Own("tired"),
                Tone.GOOD,
                note);
    }

    private static List<String> notes(Diary diary) throws DiaryException {
        return diary.entries().stream().map(stored -> stored.entry().note()).toList();
    }

    private Path file() {
        return folder.resolve(Diary.FILE);
    }

    private void change(String sql) throws Exception {
        close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Diary sealed() throws DiaryException {
        Diary diary = open();
        diary.add(entry("mine"));
        diary.setPassphrase("", SECRET);
        return diary;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no page",
                "null",
                "{}",
                "[]",
                "{\"at\":null,\"machine\":null,\"own\":true,\"word\":\"a\",\"tone\":\"good\",\"note\":\"\"}",
                "{\"at\":\"2026-11-22T08:30Z\",\"own\":true,\"word\":null,\"tone\":\"good\",\"note\":\"\"}",
                "{\"at\":\"2026-11-22T08:30Z\",\"own\":true,\"word\":\" \",\"tone\":\"good\",\"note\":\"\"}"
            })
    void one_page_that_cannot_be_understood_leaves_the_others(String page) throws Exception {
        Diary diary = open();
        StoredEntry bad = diary.add(entry("bad"));
        diary.add(entry("good"));
        change(
                "UPDATE page SET content = CAST('%s' AS BLOB) WHERE id = %d"
                        .formatted(page, bad.id()));
        Diary again = open();

        assertThat(notes(again)).containsExactly("good");
        assertThat(again.isWhole()).as("it is told").isFalse();
        again.add(entry("new"));
        assertThat(notes(again)).containsExactlyInAnyOrder("good", "new");
    }

    @Test
    void one_damaged_page_of_a_sealed_diary_leaves_the_others_and_stays_through_a_new_passphrase()
            throws Exception {
        Diary diary = sealed();
        StoredEntry bad = diary.add(entry("bad"));
        change("UPDATE page SET content = zeroblob(300) WHERE id = " + bad.id());
        Diary again = open();
        again.unlock(SECRET);
        assertThat(notes(again)).containsExactly("mine");
        again.setPassphrase(SECRET, "another");

        assertThat(notes(again)).containsExactly("mine");
        assertThat(again.isWhole()).as("what cannot be read is still there").isFalse();
    }

    @Test
    void a_damaged_part_of_the_file_leaves_the_rest_and_everything_can_be_deleted()
            throws Exception {
        Diary diary = open();
        for (int i = 0; i < 100; i++) {
            diary.add(entry("note %03d ".formatted(i).repeat(20)));
        }
        close();
        byte[] bytes = Files.readAllBytes(file());
        int leaf = bytes.length / PAGE / 2;
        // A leaf of a table begins with 13 (SQLite, "Database File Format", 1.6).
        while (bytes[leaf * PAGE] != 13) {
            leaf++;
        }
        java.util.Arrays.fill(bytes, leaf * PAGE, leaf * PAGE + PAGE, (byte) 0x5a);
        Files.write(file(), bytes);
        Diary again = open();

        assertThat(again.movedAside()).isEmpty();
        assertThat(again.entries()).hasSizeBetween(70, 99);
        assertThat(again.isWhole()).isFalse();
        again.deleteEverything();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_cost_that_would_end_the_program_is_refused() throws Exception {
        sealed();
        close();
        byte[] sound = Files.readAllBytes(file());
        for (String cost :
                List.of(
                        "memory = 8388608",
                        "memory = 0",
                        "memory = -1",
                        "passes = 2000000000",
                        "passes = 0",
                        "lanes = 1000",
                        "lanes = 0",
                        "salt = zeroblob(1000000)",
                        "salt = zeroblob(0)")) {
            close();
            Files.write(file(), sound);
            change("UPDATE seal SET " + cost);
            Diary again = open();

            assertThatThrownBy(() -> again.unlock(SECRET))
                    .as(cost)
                    .isInstanceOf(DiaryException.class)
                    .isNotInstanceOf(DiaryException.WrongPassphrase.class)
                    .hasMessageContaining(Diary.FILE);
            assertThat(again.isLocked()).isTrue();
        }
        open().deleteEverything();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_damaged_proof_is_replaced_by_the_pages() throws Exception {
        sealed();
        change("UPDATE seal SET proof = zeroblob(40)");
        Diary again = open();

        assertThatThrownBy(() -> again.unlock("wrong"))
                .isInstanceOf(DiaryException.WrongPassphrase.class);
        again.unlock(SECRET);
        assertThat(notes(again)).containsExactly("mine");
    }

    private void staysLocked() throws Exception {
        Diary again = open();
        assertThat(again.isLocked()).isTrue();
        assertThat(again.isSealLost()).isTrue();
        for (String key : List.of("", SECRET)) {
            assertThatThrownBy(() -> again.unlock(key))
                    .isInstanceOf(DiaryException.class)
                    .hasMessageContaining(Diary.FILE);
        }
        assertThatThrownBy(again::entries).isInstanceOf(DiaryException.class);
        assertThatThrownBy(() -> again.add(entry("new"))).isInstanceOf(DiaryException.class);
        assertThatThrownBy(() -> again.setPassphrase("", "another"))
                .isInstanceOf(DiaryException.class);
        assertThatThrownBy(() -> again.removePassphrase("")).isInstanceOf(DiaryException.class);
        again.deleteEverything();
        assertThat(folder).isEmptyDirectory();
        again.add(entry("new"));
        assertThat(open().isLocked()).isFalse();
    }

    @Test
    void a_sealed_diary_without_its_seal_stays_locked_until_it_is_deleted() throws Exception {
        sealed();
        change("DELETE FROM seal");

        staysLocked();
    }

    @Test
    void a_sealed_diary_is_known_by_its_pages_too() throws Exception {
        sealed();
        change("DELETE FROM seal");
        Files.delete(folder.resolve(Diary.MARK));

        staysLocked();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 5000})
    void a_sealed_diary_that_was_cut_off_stays_locked_until_it_is_deleted(int length)
            throws Exception {
        sealed();
        close();
        byte[] bytes = Files.readAllBytes(file());
        Files.write(
                file(),
                java.util.Arrays.copyOf(bytes, length),
                StandardOpenOption.TRUNCATE_EXISTING);

        staysLocked();
    }

    @Test
    void a_sealed_diary_that_is_gone_stays_locked_until_that_is_confirmed() throws Exception {
        sealed();
        close();
        Files.delete(file());

        staysLocked();
    }

    @Test
    void a_diary_of_before_gets_its_mark_and_a_removed_passphrase_takes_it_away() throws Exception {
        sealed();
        close();
        Path mark = folder.resolve(Diary.MARK);
        assertThat(mark).isEmptyFile();
        Files.delete(mark);
        Diary again = open();
        assertThat(mark).exists();
        again.removePassphrase(SECRET);

        assertThat(mark).doesNotExist();
        assertThat(Files.readString(file(), StandardCharsets.ISO_8859_1)).contains("mine");
        assertThat(notes(open())).containsExactly("mine");
    }
}
