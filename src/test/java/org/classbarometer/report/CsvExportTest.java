package org.classbarometer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The CSV files, read back by the grammar of RFC 4180 and not with the library that wrote them.
class CsvExportTest {
    private static final ExportOptions CSV =
            ExportOptions.of(Set.of(ExportFormat.CSV)).withLocale(Locale.ENGLISH);

    @TempDir private Path folder;

    private List<Path> export(ExportOptions options, Timeline... lessons) throws UserProblem {
        return export(options, folder.resolve("out"), lessons);
    }

    private static List<Path> export(ExportOptions options, Path folder, Timeline... lessons)
            throws UserProblem {
        Map<SessionId, Timeline> there =
                Stream.of(lessons)
                        .collect(
                                Collectors.toMap(
                                        lesson -> lesson.session().id(), Function.identity()));
        List<Session> sessions = Stream.of(lessons).map(Timeline::session).toList();
        return new SessionExport(id -> Optional.ofNullable(there.get(id)), options)
                .write(sessions, folder, (_, _) -> {});
    }

    private List<Map<String, String>> rows(String file) throws IOException {
        return SpreadsheetReader.rows(folder.resolve("out").resolve(file));
    }

    private static Timeline noted(String className, String... notes) {
        List<Marker> markers = new ArrayList<>();
        for (String note : notes) {
            markers.add(new Marker(markers.size() + 1, Duration.ofSeconds(90), note));
        }
        Timeline plain = Lessons.lesson(1, className, LabelSet.FOUR, 7);
        return new Timeline(plain.session(), plain.buckets(), markers);
    }

    @Test
    void a_session_is_a_row_with_its_facts_figures_and_consent() throws Exception {
        Timeline lesson = Lessons.lesson(12, "7b", LabelSet.FOUR, 7);

        export(CSV, lesson);

        List<Map<String, String>> rows = rows("sessions.csv");
        assertThat(rows).hasSize(1);
        Map<String, String> row = rows.getFirst();
        assertThat(row)
                .containsEntry("schema_version", "2")
                .containsEntry("session", "12")
                .containsEntry("class", "7b")
                .containsEntry("place", "CH")
                .containsEntry("purpose", "class")
                .containsEntry("start", "2026-11-23T09:00:00+01:00")
                .containsEntry("end", "2026-11-23T09:50:00+01:00")
                .containsEntry("length_seconds", "3000")
                .containsEntry("bucket_seconds", "5")
                .containsEntry("k", "5")
                .containsEntry("label_set", "4")
                .containsEntry("buckets", "588")
                .containsEntry("buckets_suppressed", "24")
                .containsEntry("markers", "2")
                .containsEntry("consent_time", "2026-11-23T08:58:00+01:00")
                .containsEntry("consent_role", "teacher")
                .containsEntry("consent_opted_in", "24")
                .containsEntry("consent_statement_version", "1")
                .containsEntry("consent_statement_language", "de");
    }

    @Test
    void a_bucket_is_a_row_with_its_time_faces_and_shares() throws Exception {
        Timeline lesson = Lessons.lesson(12, "7b", LabelSet.FOUR, 7);

        export(CSV, lesson);

        List<Map<String, String>> rows = rows("buckets.csv");
        assertThat(rows).hasSameSizeAs(lesson.buckets());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            Bucket bucket = lesson.buckets().get(i);
            assertThat(row.get("bucket")).isEqualTo(Integer.toString(bucket.index()));
            assertThat(OffsetDateTime.parse(row.get("time")))
                    .isEqualTo(Lessons.NINE.plusSeconds(5L * bucket.index()));
            assertThat(row.get("time")).endsWith("+01:00");
            if (bucket.mood().isPresent()) {
                BucketMood mood = bucket.mood().get();
                assertThat(row).containsEntry("suppressed", "no");
                assertThat(row.get("people")).isEqualTo(Integer.toString(mood.people()));
                assertThat(row.get("uncertain")).isEqualTo(Integer.toString(mood.uncertain()));
                for (int label = 0; label < LabelSet.FOUR.size(); label++) {
                    String name = LabelSet.FOUR.labels().get(label);
                    assertThat(row.get("share_" + name))
                            .isEqualTo("%.3f".formatted(mood.shares()[label]));
                }
            }
        }
    }

    @Test
    void a_suppressed_bucket_has_its_time_and_nothing_else() throws Exception {
        export(CSV, Lessons.lesson(12, "7b", LabelSet.EIGHT, 7));

        List<Map<String, String>> suppressed =
                rows("buckets.csv").stream()
                        .filter(row -> "yes".equals(row.get("suppressed")))
                        .toList();
        assertThat(suppressed).hasSize(24);
        for (Map<String, String> row : suppressed) {
            Set<String> filled = new HashSet<>(row.keySet());
            filled.removeIf(column -> row.getOrDefault(column, "").isEmpty());
            assertThat(filled)
                    .containsExactlyInAnyOrder(
                            "schema_version", "session", "bucket", "time", "seconds", "suppressed");
        }
    }

    @Test
    void a_session_of_which_everything_is_suppressed_has_no_figures() throws Exception {
        Timeline lesson = Lessons.lesson(1, "7b", LabelSet.TWO, 7);
        List<Bucket> silent =
                lesson.buckets().stream()
                        .map(bucket -> new Bucket(bucket.index(), Optional.empty()))
                        .toList();

        export(CSV, new Timeline(lesson.session(), silent, List.of()));

        assertThat(rows("sessions.csv").getFirst())
                .containsEntry("buckets_suppressed", "588")
                .containsEntry("mean_people", "")
                .containsEntry("mean_share_positive", "");
    }

    @Test
    void sessions_of_different_label_sets_share_the_columns_and_leave_the_others_empty()
            throws Exception {
        export(
                CSV,
                Lessons.lesson(1, "7b", LabelSet.TWO, 7),
                Lessons.lesson(2, "8a", LabelSet.FOUR, 8));

        List<Map<String, String>> rows = rows("sessions.csv");
        assertThat(rows.get(0).get("mean_share_positive")).matches("0\\.\\d{3}");
        assertThat(rows.get(0)).containsEntry("mean_share_happiness", "");
        assertThat(rows.get(1)).containsEntry("mean_share_positive", "");
        assertThat(rows.get(1).get("mean_share_happiness")).matches("0\\.\\d{3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"x\";\"y\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "＝1+1",
                "'quoted",
                "plain, with comma",
                "two\r\nlines and a \"quote\"",
                "Klasse 7b, Übung in Größe"
            })
    void a_note_comes_back_as_it_was_and_never_begins_a_formula(String note) throws Exception {
        export(CSV, noted(note, note));

        String cell = rows("markers.csv").getFirst().getOrDefault("note", "");
        assertThat(cell.charAt(0)).isNotIn('=', '+', '-', '@', '\t', '\r', '\n', '＝');
        assertThat(cell.replaceAll("(^|[;\t\r\n])'", "$1")).isEqualTo(note);
        assertThat(rows("sessions.csv").getFirst()).containsEntry("class", cell);
    }

    @Test
    void the_files_are_utf8_with_crlf_and_begin_with_the_mark_only_when_asked() throws Exception {
        export(CSV, noted("Übung"));
        export(CSV.withByteOrderMark(true), folder.resolve("marked"), noted("Übung"));

        for (String name : List.of("sessions.csv", "buckets.csv", "markers.csv")) {
            byte[] plain = Files.readAllBytes(folder.resolve("out").resolve(name));
            byte[] marked = Files.readAllBytes(folder.resolve("marked").resolve(name));
            assertThat(new String(plain, StandardCharsets.UTF_8))
                    .startsWith("schema_version,")
                    .endsWith("\r\n")
                    .doesNotContainPattern("[^\r]\n");
            assertThat(marked)
                    .startsWith(0xEF, 0xBB, 0xBF)
                    .endsWith(plain)
                    .hasSize(plain.length + 3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void the_dictionary_says_what_every_column_means(String language) throws Exception {
        export(CSV.withLocale(Locale.of(language)), Lessons.lesson(1, "7b", LabelSet.EIGHT, 7));

        List<Map<String, String>> dictionary = rows("data-dictionary.csv");
        for (String file : List.of("sessions.csv", "buckets.csv", "markers.csv")) {
            assertThat(
                            dictionary.stream()
                                    .filter(row -> file.equals(row.get("file")))
                                    .map(row -> row.get("column")))
                    .containsExactlyElementsOf(rows(file).getFirst().keySet());
        }
        assertThat(dictionary)
                .allSatisfy(row -> assertThat(row.get("meaning")).isNotBlank().doesNotContain("{"))
                .allSatisfy(row -> assertThat(row.get("unit")).isNotBlank());
    }

    @Test
    void files_that_are_there_are_never_overwritten_unasked() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("markers.csv"), "mine");

        assertThatThrownBy(() -> export(CSV, noted("7b")))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("markers.csv")
                .hasMessageContaining("already");
        assertThat(out.resolve("markers.csv")).hasContent("mine");
        assertThat(out).isDirectoryContaining(file -> file.endsWith("markers.csv"));
        assertThat(left(out)).containsExactly("markers.csv");

        export(CSV.withReplace(true), noted("7b"));
        assertThat(left(out)).hasSize(4);
        assertThat(rows("markers.csv")).isEmpty();
    }

    @Test
    void a_session_deleted_meanwhile_ends_the_export_and_leaves_nothing() throws Exception {
        Timeline lesson = noted("7b");
        SessionExport export = new SessionExport(_ -> Optional.empty(), CSV);

        assertThatThrownBy(() -> export.write(List.of(lesson.session()), folder, (_, _) -> {}))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("Session 1 cannot be exported");
        assertThat(left(folder)).isEmpty();
    }

    @Test
    void a_store_that_fails_midway_leaves_nothing() throws Exception {
        Timeline lesson = noted("7b");
        SessionExport export =
                new SessionExport(
                        _ -> {
                            throw new StoreException("locked", new IOException("locked"));
                        },
                        CSV);

        Path out = folder.resolve("out");
        assertThatThrownBy(() -> export.write(List.of(lesson.session()), out, (_, _) -> {}))
                .isInstanceOf(StoreException.class);
        assertThat(out).doesNotExist();
    }

    @Test
    void a_file_in_the_folders_place_is_told() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> export(CSV, file, noted("7b")))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void progress_counts_the_sessions() throws Exception {
        List<String> heard = new ArrayList<>();
        Timeline lesson = noted("7b");

        new SessionExport(_ -> Optional.of(lesson), CSV)
                .write(
                        List.of(lesson.session(), lesson.session()),
                        folder,
                        (done, all) -> heard.add(done + "/" + all));

        assertThat(heard).containsExactly("1/2", "2/2");
    }

    private static List<String> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Test
    void what_cannot_be_replaced_leaves_all_that_was_there_as_it_was() throws Exception {
        Timeline old = Lessons.lesson(12, "7b", LabelSet.FOUR, 7);
        Timeline changed = noted("9c", "later");
        ExportOptions replacing = CSV.withReplace(true);
        List<Path> files = export(CSV, old);
        Path sessions = files.getFirst();
        String before = Files.readString(sessions);
        Path last = files.getLast();
        Files.delete(last);
        SessionExport export = new SessionExport(_ -> Optional.of(changed), replacing);
        List<Session> exported = List.of(changed.session());

        // The first files have found their places when the last does not.
        assertThatThrownBy(() ->
                        export.write(exported, folder.resolve("out"), (_, _) -> createFolder(last)))
                .hasMessageContaining(last.toString())
                .hasMessageContaining("was not touched");
        assertThat(last).isDirectory();
        assertThat(sessions).hasContent(before);
        assertThatThrownBy(() -> export(replacing, changed))
                .hasMessageContaining(last.toString())
                .hasMessageContaining("is a folder");

        Files.delete(last);
        export(replacing, changed);
        assertThat(sessions).content().contains("9c").doesNotContain("7b");
        assertThat(files.getFirst().getParent()).isDirectoryNotContaining("glob:**.{part,before}");
    }

    @Test
    void a_folder_that_vanishes_while_it_is_written_into_is_told_in_words() {
        Timeline lesson = Lessons.lesson(12, "7b", LabelSet.FOUR, 7);
        Path there = folder.resolve("stick");
        SessionExport export = new SessionExport(_ -> Optional.of(lesson), CSV);

        assertThatThrownBy(() ->
                        export.write(List.of(lesson.session()), there, (_, _) -> deleteAll(there)))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining(there.toString())
                .hasMessageContaining("is not there (any more)");
        assertThat(there).doesNotExist();
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectory(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
