package org.classbarometer.selfcheck.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.Offers;
import org.classbarometer.selfcheck.Suggestion;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;
import org.classbarometer.selfcheck.diary.DiaryException.WrongPassphrase;
import org.classbarometer.session.StoreException;
import org.classbarometer.store.SqliteSessionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The diary's file: what is kept, who can read it, and what is left of it.
class DiaryTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z"));
    private static final String SECRET = "Nobody shall read this sentence";
    private static final Entry ENTRY =
            new Entry(
                    OffsetDateTime.parse("2026-11-22T08:30:00+01:00"),
                    Optional.of(
                            new MachineReading(
                                    "model.onnx 1",
                                    LabelSet.FOUR,
                                    List.of(0.1, 0.7, 0.1, 0.1),
                                    0.7,
                                    false)),
                    new Word.Own("proud and tired"),
                    Tone.GOOD,
                    SECRET);

    @TempDir Path folder = Path.of("");
    private Optional<Diary> open = Optional.empty();

    @BeforeEach
    void begin() throws DiaryException {
        open();
    }

    @AfterEach
    void close() {
        open.ifPresent(Diary::close);
    }

    private Diary open() throws DiaryException {
        open.ifPresent(Diary::close);
        open = Optional.of(Diary.open(folder, CLOCK));
        return open.get();
    }

    private Diary diary() {
        return open.orElseThrow();
    }

    private List<Entry> entries() throws DiaryException {
        return diary().entries().stream().map(StoredEntry::entry).toList();
    }

    private boolean onDisk(String text) throws IOException {
        return onDisk(folder, text);
    }

    private static boolean onDisk(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> holds(file, text));
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void there_is_no_file_before_the_first_entry_is_kept() throws Exception {
        diary().remember(Offers.NONE.silenced(true));
        assertThat(diary().entries()).isEmpty();
        assertThat(diary().offers()).isEqualTo(Offers.NONE);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_entry_is_there_again_after_a_restart_with_all_that_belongs_to_it() throws Exception {
        diary().add(ENTRY);
        Entry without =
                new Entry(
                        OffsetDateTime.parse("2026-11-23T08:30:00+01:00"),
                        Optional.empty(),
                        new Word.Expression("sadness"),
                        Tone.HARD,
                        "");
        diary().add(without);
        open();

        assertThat(entries()).containsExactly(without, ENTRY);
    }

    @Test
    void an_entry_is_told_anew_and_the_machines_reading_stays_beside_it() throws Exception {
        StoredEntry stored = diary().add(ENTRY);
        Entry retold =
                new Entry(
                        ENTRY.at(),
                        ENTRY.machine(),
                        new Word.Expression("neutral"),
                        Tone.IN_BETWEEN,
                        "");
        diary().change(new StoredEntry(stored.id(), retold));

        assertThat(entries()).containsExactly(retold);
        assertThat(entries().getFirst().machine()).isEqualTo(ENTRY.machine());
        assertThat(onDisk(SECRET)).isFalse();
    }

    @Test
    void a_deleted_entry_is_gone_from_the_bytes_of_every_file() throws Exception {
        StoredEntry stored = diary().add(ENTRY);
        assertThat(onDisk(SECRET)).isTrue();
        diary().delete(stored);

        assertThat(entries()).isEmpty();
        assertThat(onDisk(SECRET)).isFalse();
    }

    @Test
    void a_deleted_entry_is_put_back_as_it_was() throws Exception {
        StoredEntry stored = diary().add(ENTRY);
        diary().delete(stored);
        diary().putBack(stored);

        assertThat(diary().entries()).containsExactly(stored);
    }

    @Test
    void a_deleted_diary_is_put_back_sealed_as_it_was() throws Exception {
        diary().add(ENTRY);
        diary().setPassphrase("", "correct horse");
        diary().lock();
        DiaryCopy copy = diary().copy().orElseThrow();
        diary().deleteEverything();
        assertThat(diary().file()).doesNotExist();
        diary().putBack(copy);

        assertThat(diary().isLocked()).isTrue();
        assertThat(onDisk(SECRET)).isFalse();
        diary().unlock("correct horse");
        assertThat(entries()).containsExactly(ENTRY);
    }

    @Test
    void a_deleted_diary_is_not_put_back_over_another_one() throws Exception {
        diary().add(ENTRY);
        DiaryCopy copy = diary().copy().orElseThrow();
        diary().deleteEverything();
        StoredEntry since = diary().add(ENTRY);
        assertThatThrownBy(() -> diary().putBack(copy))
                .isInstanceOf(DiaryException.class)
                .hasMessageContaining("another diary");
        assertThat(diary().entries()).containsExactly(since);
    }

    @Test
    void deleting_everything_wipes_the_bytes_and_then_removes_the_files() throws Exception {
        diary().add(ENTRY);
        diary().setPassphrase("", "correct horse");
        diary().removePassphrase("correct horse");
        // Another name for the same bytes on the disk: it shows what deleting leaves of them.
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createLink(elsewhere.resolve("bytes"), diary().file());
        Files.createLink(
                elsewhere.resolve("log"), diary().file().resolveSibling(Diary.FILE + "-wal"));
        diary().deleteEverything();

        assertThat(onDisk(elsewhere, SECRET)).isFalse();
        assertThat(onDisk(elsewhere, "proud")).isFalse();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(elsewhere);
        }
    }

    @Test
    void with_a_passphrase_nothing_readable_is_in_the_file() throws Exception {
        diary().add(ENTRY);
        diary().remember(Offers.NONE.silenced(true));
        diary().setPassphrase("", "correct horse");
        diary().add(ENTRY);

        assertThat(onDisk(SECRET)).isFalse();
        assertThat(onDisk("proud")).isFalse();
        assertThat(onDisk("happiness")).isFalse();
        assertThat(onDisk("2026-11")).isFalse();
        assertThat(onDisk("silenced")).isFalse();
        assertThat(onDisk("correct horse")).isFalse();
    }

    @Test
    void a_sealed_diary_opens_with_its_passphrase_only() throws Exception {
        diary().add(ENTRY);
        diary().setPassphrase("", "correct horse");
        open();

        assertThat(diary().isLocked()).isTrue();
        assertThatThrownBy(() -> diary().entries()).isInstanceOf(DiaryException.class);
        assertThatThrownBy(() -> diary().add(ENTRY)).isInstanceOf(DiaryException.class);
        assertThatThrownBy(() -> diary().unlock("Correct horse"))
                .isInstanceOf(WrongPassphrase.class);
        assertThat(diary().isLocked()).isTrue();
        diary().unlock("correct horse");
        assertThat(entries()).containsExactly(ENTRY);
    }

    @Test
    void a_passphrase_with_accents_is_the_same_however_it_is_typed() throws Exception {
        diary().setPassphrase("", "B\u00e4renstark");
        open();
        diary().unlock("Ba\u0308renstark");

        assertThat(diary().isLocked()).isFalse();
    }

    @Test
    void another_passphrase_takes_the_place_of_the_first() throws Exception {
        diary().add(ENTRY);
        diary().setPassphrase("", "first");
        assertThatThrownBy(() -> diary().setPassphrase("wrong", "second"))
                .isInstanceOf(WrongPassphrase.class);
        diary().setPassphrase("first", "second");
        open();

        assertThatThrownBy(() -> diary().unlock("first")).isInstanceOf(WrongPassphrase.class);
        diary().unlock("second");
        assertThat(entries()).containsExactly(ENTRY);
    }

    @Test
    void without_its_passphrase_any_more_the_diary_is_readable_again() throws Exception {
        diary().add(ENTRY);
        diary().setPassphrase("", "first");
        assertThatThrownBy(() -> diary().removePassphrase("wrong"))
                .isInstanceOf(WrongPassphrase.class);
        diary().removePassphrase("first");
        open();

        assertThat(diary().hasPassphrase()).isFalse();
        assertThat(entries()).containsExactly(ENTRY);
    }

    @Test
    void a_locked_diary_can_be_deleted_without_its_passphrase() throws Exception {
        diary().add(ENTRY);
        diary().setPassphrase("", "forgotten");
        open();
        diary().deleteEverything();

        assertThat(folder).isEmptyDirectory();
        diary().add(ENTRY);
        assertThat(entries()).containsExactly(ENTRY);
    }

    @Test
    void what_was_offered_is_remembered() throws Exception {
        Offers offers =
                new Offers(
                        true,
                        Set.of(Suggestion.MUSIC, Suggestion.TALK),
                        Optional.of(LocalDate.of(2026, 11, 22)));
        diary().add(ENTRY);
        diary().remember(offers);
        open();

        assertThat(diary().offers()).isEqualTo(offers);
    }

    @Test
    void the_teachers_store_refuses_the_diary_and_leaves_it_as_it_is() throws Exception {
        diary().add(ENTRY);
        diary().close();
        byte[] before = Files.readAllBytes(diary().file());

        assertThatThrownBy(() -> SqliteSessionStore.open(diary().file(), CLOCK).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(Diary.FILE);
        assertThat(Files.readAllBytes(diary().file())).isEqualTo(before);
    }

    @Test
    void the_diary_refuses_the_teachers_store_and_leaves_it_as_it_is() throws Exception {
        Path file = folder.resolve(Diary.FILE);
        SqliteSessionStore.open(file, CLOCK).close();
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Diary.open(folder, CLOCK)).isInstanceOf(DiaryException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_damaged_diary_is_moved_aside_and_told() throws Exception {
        Files.writeString(folder.resolve(Diary.FILE), "this is no database at all");
        Diary fresh = open();

        assertThat(fresh.movedAside())
                .hasValueSatisfying(
                        file -> assertThat(file).hasContent("this is no database at all"));
        assertThat(fresh.entries()).isEmpty();
    }

    @Test
    void a_chosen_folder_that_is_gone_is_told_and_not_taken_for_an_empty_diary() throws Exception {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        DiaryPlace place = new DiaryPlace(folder, CLOCK);
        place.move(stick);
        assertThat(place.folder()).isEqualTo(stick.toAbsolutePath());
        try (Diary there = place.open()) {
            assertThat(there.file()).isEqualTo(stick.toAbsolutePath().resolve(Diary.FILE));
        }
        Files.delete(stick);

        assertThatThrownBy(place::open)
                .isInstanceOf(DiaryException.class)
                .hasMessageContaining(stick.toString());
        place.move(folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_choice_of_folder_that_cannot_be_read_is_told_and_not_taken_for_none() throws Exception {
        DiaryPlace place = new DiaryPlace(folder, CLOCK);
        Path pointer = folder.resolve(DiaryPlace.FILE);
        for (byte[] content :
                List.of(
                        new byte[] {(byte) 0xff, 0},
                        new byte[] {},
                        "x".getBytes(StandardCharsets.UTF_8))) {
            Files.write(pointer, content);
            assertThatThrownBy(place::open)
                    .isInstanceOf(DiaryException.class)
                    .hasMessageContaining(pointer.toString());
        }
        Path stick = Files.createDirectory(folder.resolve("stick"));
        place.move(stick);
        place.open().close();
        assertThat(place.folder()).isEqualTo(stick.toAbsolutePath());
    }
}
