package org.classbarometer.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.training.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LabTest {
    @TempDir private Path folder = Path.of(".");

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void write_pictures() throws Exception {
        Pictures.write(folder.resolve("data/train/engaged"), 12, 48, true);
        Pictures.write(folder.resolve("data/train/bored"), 12, 48, false);
        Pictures.write(folder.resolve("data/val/engaged"), 4, 48, true);
        Pictures.write(folder.resolve("data/val/bored"), 4, 48, false);
        Files.writeString(folder.resolve("data/train/bored/broken.png"), "");
    }

    @Test
    void pictures_are_trained_on_and_the_file_says_what_they_are() throws Exception {
        assertThat(train("--labels", "engagement")).describedAs("%s", said).isZero();
        assertThat(said.toString())
                .contains("left out, corrupt: 1 (train/bored/broken.png)")
                .contains("24 faces to learn from, 8 to validate on")
                .contains("2 of 2 epochs done");

        Path model = folder.resolve("state.onnx");
        assertThat(export(model, "--trained-on", "halves of light"))
                .describedAs("%s", said)
                .isZero();

        try (OnnxExpressionReader reader =
                OnnxExpressionReader.open(model, ExecutionProvider.CPU)) {
            ModelMetadata metadata = reader.metadata();
            assertThat(metadata.labels().name()).isEqualTo("engagement");
            assertThat(metadata.labels().labels())
                    .containsExactly("angry", "neutral", "engaged", "bored");
            assertThat(metadata.trainedOn()).isEqualTo("halves of light");
            assertThat(metadata.cropMargin()).isEqualTo(-0.05f);
        }
    }

    @Test
    void a_file_of_pictures_is_not_written_before_somebody_says_what_they_are() {
        train("--labels", "engagement");

        assertThat(export(folder.resolve("state.onnx"))).isEqualTo(1);
        assertThat(said.toString()).contains("--trained-on");
        assertThat(folder.resolve("state.onnx")).doesNotExist();
    }

    @Test
    void a_head_that_nothing_teaches_is_refused() {
        assertThat(train("--labels", "engagement,ferplus")).isEqualTo(1);
        assertThat(said.toString())
                .contains("no face to validate on is labelled for the head ferp");
    }

    @Test
    void only_networks_that_are_cheap_enough_are_trained_for_longer() throws Exception {
        Path runs = folder.resolve("runs");

        int code =
                compare(
                        "--labels=engagement",
                        "--architectures=small,mini-xception",
                        "--no-growing",
                        "--longer=2",
                        "--longer-epochs=2",
                        "--longer-within=8");

        assertThat(code).describedAs("%s", said).isZero();
        assertThat(runs.resolve("mini-xception-longer")).exists();
        assertThat(runs.resolve("small-longer")).doesNotExist();
        assertThat(folder.resolve("report/report.md"))
                .content()
                .contains("Those of at most 8 M multiply-adds a face with the highest balanced")
                .contains("mini-xception-longer");
    }

    @Test
    void folds_are_reported_with_their_spread_and_what_was_read_as_what() throws Exception {
        int code = compare("--labels=engagement", "--architectures=small", "--folds=3");

        assertThat(code).describedAs("%s", said).isZero();
        assertThat(folder.resolve("report/report.md"))
                .content()
                .contains("Standard deviation", "| Label, all folds |", "| engaged | 12 |")
                .contains("confusion-small.svg");
        assertThat(folder.resolve("report/confusion-small.svg")).content().contains("bored");
    }

    @Test
    void files_are_compared_on_faces_from_elsewhere_with_each_set_left_out_once() throws Exception {
        for (String part : List.of("data/train", "home", "away")) {
            Pictures.write(folder.resolve(part + "/happiness"), 8, 48, true);
            Pictures.write(folder.resolve(part + "/sadness"), 8, 48, false);
        }
        assertThat(train("--labels", "seven")).describedAs("%s", said).isZero();
        List<String> files = new ArrayList<>();
        for (String lean : List.of("0", "0.5")) {
            Path file = folder.resolve("lean" + lean + ".onnx");
            assertThat(export(file, "--trained-on", "halves of light", "--lean", lean)).isZero();
            files.add(file.toString());
        }

        int code =
                execute(
                        List.of(
                                "compare",
                                "--data=" + folder.resolve("home"),
                                "--files=" + String.join(",", files),
                                "--elsewhere=away=" + folder.resolve("away"),
                                "--report=" + folder.resolve("report")));

        assertThat(code).describedAs("%s", said).isZero();
        assertThat(folder.resolve("report/report.md"))
                .content()
                .contains("The rule: a file's mark is the mean of its figures")
                .contains(
                        "| File | Version | label, accuracy | label, balanced | away, balanced | Mark |")
                .contains("| lean0.5.onnx | ", "| Left out | Chosen by the others |")
                .doesNotContain(folder.toString());
        assertThat(folder.resolve("report/report.json")).content().contains("\"mark\"");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void a_report_does_not_say_where_folders_lie() throws Exception {
        assertThat(train("--labels=engagement")).describedAs("%s", said).isZero();
        Path begun = folder.resolve("run");

        int code =
                compare(
                        "--labels=engagement",
                        "--architectures=small",
                        "--weights=" + begun,
                        "--teacher=" + begun);

        assertThat(code).isZero();
        assertThat(folder.resolve("report/report.json"))
                .content()
                .contains("run/last.checkpoint", "\"teachers\"")
                .doesNotContain(folder.toString());
        assertThat(folder.resolve("report/report.md")).content().doesNotContain(folder.toString());
    }

    @Test
    void runs_that_would_share_a_name_or_have_other_heads_are_refused_before_the_training()
            throws Exception {
        Path small = Files.move(run("--labels", "engagement"), folder.resolve("small"));

        assertThat(compareWith(small, "engagement")).isEqualTo(1);
        assertThat(said.toString()).contains("would be called small");

        Path other = Files.move(small, folder.resolve("other"));
        assertThat(compareWith(other, "four")).isEqualTo(1);
        assertThat(said.toString())
                .contains("has learned engagement, the others are to learn four");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private Path run(String... options) {
        assertThat(train(options)).describedAs("%s", said).isZero();
        return folder.resolve("run");
    }

    @Test
    void a_place_without_a_folder_is_told_before_anything_is_worked_out() throws Exception {
        run("--labels", "engagement");

        assertThat(export(folder.resolve("none/state.onnx"), "--trained-on", "pictures"))
                .isEqualTo(1);
        assertThat(said.toString()).contains("there is no folder " + folder.resolve("none"));
    }

    @Test
    void what_was_trained_elsewhere_is_exported_as_after_training_here() throws Exception {
        train("--labels", "engagement", "--stop-after", "0");
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(lab(List.of("hand-over", "--to", elsewhere.toString()))).isZero();
        for (String name : List.of("average.f32", "last.f32")) {
            Files.copy(elsewhere.resolve("start.f32"), elsewhere.resolve(name));
        }
        Files.writeString(
                elsewhere.resolve("done.json"),
                "{\"epochs\": 2, \"steps\": 6, \"loss\": 1.4, \"seconds\": 3.0}");

        assertThat(lab(List.of("take-back", "--from", elsewhere.toString())))
                .describedAs("%s", said)
                .isZero();

        assertThat(said.toString()).contains("2 epochs taken into " + folder.resolve("run"));
        Path model = folder.resolve("state.onnx");
        assertThat(export(model, "--trained-on", "halves of light")).isZero();
        assertThat(model).exists();
    }

    private int compareWith(Path before, String labels) {
        return compare("--labels=" + labels, "--architectures=small", "--with=" + before);
    }

    private int compare(String... more) {
        return execute(
                List.of(
                        "compare",
                        "--data=" + folder.resolve("data"),
                        "--runs=" + folder.resolve("runs"),
                        "--report=" + folder.resolve("report"),
                        "--epochs=1",
                        "--batch=8"),
                more);
    }

    private int train(String... more) {
        return lab(
                List.of("train", "--architecture", "small", "--epochs", "2", "--batch", "8"), more);
    }

    private int export(Path to, String... more) {
        return lab(List.of("export", "--to", to.toString()), more);
    }

    private int lab(List<String> command, String... more) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of("--data", folder.resolve("data").toString()));
        words.addAll(List.of("--run", folder.resolve("run").toString()));
        return execute(words, more);
    }

    private int execute(List<String> command, String... more) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(more));
        CommandLine lab = Lab.commandLine();
        lab.setOut(new PrintWriter(said));
        lab.setErr(new PrintWriter(said, true));
        return lab.execute(words.toArray(String[]::new));
    }
}
