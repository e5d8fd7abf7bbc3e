package org.classbarometer.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {
    private static final String MODEL = "models/expression-baseline.onnx";
    private static final Path FACES = Path.of("src/test/resources/faces").toAbsolutePath();

    @TempDir private Path folder;
    private SimulatedClassroom room;
    private Path data;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void prepare() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        // The real cascades: only the evaluation's own data are under test.
        room = new SimulatedClassroom(Path.of("").toAbsolutePath());
        data =
                Files.writeString(
                        folder.resolve("faces.csv"),
                        "path,label\n"
                                + FACES
                                + "/s01-happy.jpg,happy\n"
                                + FACES
                                + "/s01-neutral.jpg,neutral\n"
                                + FACES
                                + "/s02-surprise.jpg,amazed\n");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private int evaluate(String... more) {
        String[] typed = new String[5 + more.length];
        System.arraycopy(
                new String[] {"evaluate", "--model", MODEL, "--data", data.toString()},
                0,
                typed,
                0,
                5);
        System.arraycopy(more, 0, typed, 5, more.length);
        return room.run(typed);
    }

    @Test
    void a_summary_says_what_was_scored_and_what_was_left_out() {
        assertThat(evaluate()).isEqualTo(ExitCode.OK);
        assertThat(room.out.toString())
                .containsPattern("Faces scored +2, truth: the data set's label, 8 labels")
                .containsPattern("Left out +1: unknown label")
                .containsPattern("Accuracy +100.0 %");
    }

    @Test
    void json_is_one_object_and_nothing_else() {
        assertThat(evaluate("--json", "--labels", "4")).isEqualTo(ExitCode.OK);

        JsonNode json = Json.mapper().readTree(room.out.toString());
        assertThat(json.get("label_set").asString()).isEqualTo("4");
        assertThat(json.get("scored").asInt()).isEqualTo(2);
        assertThat(json.get("accuracy").asDouble()).isEqualTo(1);
        assertThat(json.get("data").get("skipped").get("unknown-label").get("count").asInt())
                .isEqualTo(1);
        assertThat(json.get("sizes")).hasSize(4);
    }

    @Test
    void a_report_is_written_with_the_command_that_made_it() throws IOException {
        Path report = folder.resolve("report");

        assertThat(evaluate("--report", report.toString())).isEqualTo(ExitCode.OK);
        assertThat(report.resolve("report.md"))
                .content()
                .contains(
                        "classbarometer evaluate --model "
                                + MODEL
                                + " --data faces.csv --report report")
                .contains("unknown label: 1")
                .doesNotContain(folder.toString(), FACES.toString());
        assertThat(report.resolve("report.html")).content().contains("<html lang=\"en\">");
        assertThat(report.resolve("confusion.svg")).exists();
    }

    @Test
    void german_readers_get_a_german_report() throws IOException {
        Path report = folder.resolve("report");

        assertThat(evaluate("--lang", "de", "--report", report.toString())).isEqualTo(ExitCode.OK);
        assertThat(report.resolve("report.md"))
                .content()
                .contains("Verwechslungsmatrix")
                .contains("100,0 %")
                .doesNotContain("accuracy");
    }

    @Test
    void a_place_that_is_taken_is_told_before_anything_is_read() throws IOException {
        assertThat(evaluate("--report", folder.toString())).isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("faces.csv").doesNotContain("faces read");
    }

    @Test
    void data_that_do_not_exist_are_named() {
        assertThat(room.run("evaluate", "--model", MODEL, "--data", folder + "/none.csv"))
                .isEqualTo(ExitCode.SOURCE);
        assertThat(room.err.toString()).contains("none.csv");
    }

    @Test
    void a_model_that_does_not_exist_is_named() {
        assertThat(room.run("evaluate", "--model", "none.onnx", "--data", data.toString()))
                .isEqualTo(ExitCode.MODEL);
        assertThat(room.err.toString()).contains("none.onnx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate | --data",
                "evaluate --data x --split sideways | no part of FER2013",
                "evaluate --data x --faces somewhere | where the face is",
                "evaluate --data x --labels 5 | no label set"
            })
    void what_is_not_understood_is_told_with_what_could_be_written(String typed, String told) {
        assertThat(room.run(typed.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString()).contains(told);
    }

    @Test
    void votes_without_fer2013_are_refused() {
        assertThat(evaluate("--votes", "fer2013new.csv")).isEqualTo(ExitCode.SOURCE);
        assertThat(room.err.toString()).contains("--votes");
    }

    @Test
    void a_csv_that_is_no_data_set_is_refused_with_what_is_needed() throws IOException {
        Files.writeString(data, "a,b\n1,2\n");

        assertThat(evaluate()).isEqualTo(ExitCode.SOURCE);
        assertThat(room.err.toString()).contains("a, b").contains("emotion, pixels, Usage");
    }

    @Test
    void every_option_is_described_in_both_languages() {
        for (String language : new String[] {"en", "de"}) {
            room.out.getBuffer().setLength(0);
            room.run("evaluate", "--lang", language, "--help");
            assertThat(room.out.toString().lines().filter(line -> line.startsWith("  ")))
                    .allMatch(
                            line -> !line.strip().startsWith("-") || line.strip().contains("  "),
                            "has a description");
        }
    }
}
