package org.classbarometer.selfcheck.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiaryCsvTest {
    @TempDir Path folder = Path.of("");

    private static StoredEntry kept(long id, String time, Word word, String note) {
        return new StoredEntry(
                id,
                new Entry(
                        OffsetDateTime.parse(time),
                        Optional.of(
                                new MachineReading(
                                        "model.onnx 1",
                                        LabelSet.FOUR,
                                        List.of(0.25, 0.25, 0.25, 0.25),
                                        0.25,
                                        true)),
                        word,
                        Tone.HARD,
                        note));
    }

    private List<CSVRecord> written(List<StoredEntry> entries) throws Exception {
        Path file = folder.resolve("diary.csv");
        DiaryCsv.write(entries, file);
        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF");
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = format.parse(new StringReader(text.substring(1)))) {
            return parser.getRecords();
        }
    }

    @Test
    void every_entry_is_a_row_oldest_first_with_offset_word_and_reading() throws Exception {
        List<CSVRecord> rows =
                written(
                        List.of(
                                kept(
                                        2,
                                        "2026-11-22T09:00:00+01:00",
                                        new Word.Own("fine, \"really\""),
                                        "line one\nline two"),
                                kept(
                                        1,
                                        "2026-11-21T09:00:00+01:00",
                                        new Word.Expression("sadness"),
                                        "")));

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().get("time")).isEqualTo("2026-11-21T09:00:00+01:00");
        assertThat(rows.getFirst().get("word")).isEqualTo("sadness");
        assertThat(rows.getFirst().get("own_word")).isEqualTo("false");
        assertThat(rows.get(1).get("word")).isEqualTo("fine, \"really\"");
        assertThat(rows.get(1).get("note")).isEqualTo("line one\nline two");
        assertThat(rows.get(1).get("machine_uncertain")).isEqualTo("true");
        assertThat(rows.get(1).get("machine_label")).as("no label is claimed").isEmpty();
        assertThat(rows.get(1).get("machine_p_sadness")).isEqualTo("0.250");
        assertThat(rows.get(1).get("tone")).isEqualTo("hard");
    }

    @Test
    void a_note_that_a_spreadsheet_would_run_is_made_harmless() throws Exception {
        List<CSVRecord> rows =
                written(
                        List.of(
                                kept(
                                        1,
                                        "2026-11-21T09:00:00+01:00",
                                        new Word.Own("@work"),
                                        "=HYPERLINK(\"x\")")));

        assertThat(rows.getFirst().get("note")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(rows.getFirst().get("word")).isEqualTo("'@work");
    }

    @Test
    void other_files_beside_it_stay_as_they_are() throws Exception {
        Path mine = Files.writeString(folder.resolve("diary.csv.new"), "mine");
        written(List.of());
        written(List.of());

        assertThat(mine).hasContent("mine");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("diary.csv", "diary.csv.new");
    }

    @Test
    void a_file_that_cannot_be_written_is_told_and_nothing_is_left() {
        Path nowhere = folder.resolve("no/such/folder/diary.csv");

        assertThatThrownBy(() -> DiaryCsv.write(List.of(), nowhere))
                .isInstanceOf(DiaryException.class)
                .hasMessageContaining("diary.csv");
        assertThat(folder).isEmptyDirectory();
    }
}
