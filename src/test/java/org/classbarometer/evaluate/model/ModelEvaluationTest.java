package org.classbarometer.evaluate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.classbarometer.evaluate.data.DataSet;
import org.classbarometer.evaluate.data.DataSetChoice;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.metrics.Interval;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.face.Box;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// The shipped baseline on four rendered people, each neutral, happy and surprised.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelEvaluationTest {
    private static final Path MODEL = Path.of("models/expression-baseline.onnx");
    private static final Path FACES = Path.of("src/test/resources/faces").toAbsolutePath();
    private static final List<String> PEOPLE = List.of("s01", "s02", "s03", "s08");
    private static final List<String> WORDS = List.of("neutral", "happy", "surprise");

    @TempDir private Path folder;
    private final ModelReport everybody;

    ModelEvaluationTest(@TempDir Path list) throws IOException, UserProblem {
        everybody = evaluate(everybody(list));
    }

    private static ModelReport evaluate(Path data, Optional<LabelSet> labels, FaceLocation framing)
            throws UserProblem {
        return evaluate(
                new DataSetChoice(data, Optional.empty(), Optional.empty(), Optional.empty()),
                labels,
                framing);
    }

    private static ModelReport evaluate(
            DataSetChoice choice, Optional<LabelSet> labels, FaceLocation framing)
            throws UserProblem {
        return new ModelEvaluation(MODEL, choice, labels, framing, Path.of("cascades"), 1)
                .run((_, _) -> {});
    }

    private static ModelReport evaluate(Path data) throws UserProblem {
        return evaluate(data, Optional.empty(), FaceLocation.AUTO);
    }

    private Path list(String header, List<String> rows) throws IOException {
        return list(folder, header, rows);
    }

    private static Path list(Path folder, String header, List<String> rows) throws IOException {
        return Files.writeString(
                folder.resolve("faces.csv"), header + "\n" + String.join("\n", rows) + "\n");
    }

    private static Path everybody(Path folder) throws IOException {
        return list(
                folder,
                "path,label,identity,hair",
                PEOPLE.stream()
                        .flatMap(who ->
                                WORDS.stream().map(word -> row(who, word, who, "s01".equals(who))))
                        .toList());
    }

    private static String row(String who, String word, String identity, boolean long_) {
        return "%s/%s-%s.jpg,%s,%s,%s"
                .formatted(FACES, who, word, word, identity, long_ ? "long" : "short");
    }

    @Test
    void rendered_faces_are_found_and_read_right() throws Exception {
        ModelReport report = everybody;

        assertThat(report.data().faces()).isEqualTo(12);
        assertThat(report.data().whole()).isZero();
        assertThat(report.data().skips().total()).isZero();
        assertThat(report.main().labels()).isEqualTo(LabelSet.EIGHT);
        assertThat(report.main().truth()).isEqualTo(DataSet.OWN);
        assertThat(report.main().accuracy().value()).isEqualTo(1);
        assertThat(report.main().balanced().value()).isEqualTo(1);
        assertThat(report.main().live().coverage()).isEqualTo(1);
        assertThat(report.latency().faces()).isPositive();
        assertThat(report.latency().p95Nanos()).isGreaterThanOrEqualTo(report.latency().p50Nanos());
    }

    @Test
    void every_label_set_of_the_model_is_scored_on_the_faces_that_show_it() throws Exception {
        ModelReport report =
                evaluate(everybody(folder), Optional.of(LabelSet.TWO), FaceLocation.FIND);

        assertThat(report.main().confusion().total()).isEqualTo(4);
        assertThat(report.data().skips().count(SkipReason.OUTSIDE_LABELS)).isEqualTo(8);
        assertThat(report.views())
                .extracting(view -> view.labels().name() + ": " + view.faces())
                .containsExactly("8: 12", "7: 12", "4: 12", "2: 4");
    }

    @Test
    void faces_are_scored_again_at_classroom_sizes() throws Exception {
        ModelReport report = everybody;

        assertThat(report.sizes())
                .extracting(ModelReport.SizeScore::width)
                .containsExactly(0, 40, 32, 24);
        assertThat(report.sizes().getFirst().accuracy())
                .isEqualTo(report.main().accuracy().value());
    }

    @Test
    void broken_pictures_and_pictures_without_a_face_are_counted_and_not_scored() throws Exception {
        Path none = folder.resolve("none.pgm");
        byte[] grey = new byte[200 * 200];
        Arrays.fill(grey, (byte) 120);
        Files.write(none, "P5 200 200 255\n".getBytes(StandardCharsets.US_ASCII));
        Files.write(none, grey, StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("broken.jpg"), "no picture");
        Path csv =
                list(
                        "path,label",
                        List.of(FACES + "/s01-happy.jpg,happy", none + ",happy", "broken.jpg,sad"));

        ModelReport report = evaluate(csv);

        assertThat(report.main().confusion().total()).isEqualTo(1);
        assertThat(report.data().skips().named(SkipReason.CORRUPT)).containsExactly("broken.jpg");
        assertThat(report.data().skips().named(SkipReason.NO_FACE)).containsExactly("none.pgm");
    }

    @Test
    void where_no_face_is_left_nothing_is_scored() throws Exception {
        Files.writeString(folder.resolve("broken.jpg"), "no picture");
        Path csv = list("path,label", List.of("broken.jpg,sad"));

        assertThatExceptionOfType(DataSetException.class)
                .isThrownBy(() -> evaluate(csv))
                .withMessageContaining("broken or missing picture: 1");
    }

    @Test
    void labels_the_model_cannot_tell_apart_are_refused() throws Exception {
        Path csv = everybody(folder);
        LabelSet engagement = new LabelSet("engagement", List.of("engaged", "bored"));

        assertThatExceptionOfType(ModelEvaluation.UnsuitedLabels.class)
                .isThrownBy(() -> evaluate(csv, Optional.of(engagement), FaceLocation.AUTO))
                .withMessageContaining("8, 7, 4, 2");
    }

    /// FER2013's rows are nothing but the face: cutting the model's margin from them would be wrong.
    @Test
    void a_row_of_fer2013_is_read_whole_as_a_margin_of_nothing_reads_it() throws Exception {
        Mat small = surprised();
        Path csv = ferRows(small, 1);

        double confidence =
                evaluate(csv).main().calibration().bins().stream()
                        .filter(bin -> bin.count() == 1)
                        .findFirst()
                        .orElseThrow()
                        .meanConfidence();

        try (OnnxExpressionReader reader =
                OnnxExpressionReader.open(MODEL, ExecutionProvider.CPU, 0)) {
            float[] expected = reader.probabilities(small, List.of(new Box(0, 0, 48, 48)))[0];
            assertThat((float) confidence)
                    .isEqualTo(reader.view(LabelSet.EIGHT).read(expected).confidence());
        } finally {
            small.release();
        }
    }

    /// A surprised face as FER2013 has it.
    private static Mat surprised() {
        OpenCv.load();
        Mat picture = Imgcodecs.imread(FACES + "/s01-surprise.jpg", Imgcodecs.IMREAD_GRAYSCALE);
        Mat small = new Mat();
        Imgproc.resize(picture, small, new Size(48, 48), 0, 0, Imgproc.INTER_AREA);
        picture.release();
        return small;
    }

    private Path ferRows(Mat face, int rows) throws IOException {
        byte[] pixels = new byte[48 * 48];
        face.get(0, 0, pixels);
        StringBuilder row = new StringBuilder("5,");
        for (byte pixel : pixels) {
            row.append(pixel & 0xff).append(' ');
        }
        return Files.writeString(
                folder.resolve("fer.csv"),
                "emotion,pixels,Usage\n" + (row + ",PublicTest\n").repeat(rows));
    }

    @Test
    void the_model_stands_beside_one_of_the_people_who_labelled() throws Exception {
        Mat face = surprised();
        Path csv = ferRows(face, 2);
        face.release();
        // The second row's majority sees what the picture does not show; three votes are for
        // nothing that can be read.
        Path votes =
                Files.writeString(
                        folder.resolve("votes.csv"),
                        """
                        Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF
                        PublicTest,a.png,0,1,9,0,0,0,0,0,0,0
                        PublicTest,b.png,0,5,2,0,0,0,0,0,2,0
                        """);

        ModelReport report =
                evaluate(
                        new DataSetChoice(
                                csv, Optional.of(votes), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        FaceLocation.AUTO);

        Raters raters = report.raters().orElseThrow();
        assertThat(raters.agreement()).isEqualTo((9.0 / 10 + 5.0 / 7) / 2);
        assertThat(raters.bands())
                .containsExactly(
                        new Raters.Band(0.7, 0.8, 1, 0.0), new Raters.Band(0.9, 1, 1, 1.0));
        // Surprise is in neither of the two: all votes that count there are for happiness.
        assertThat(report.views())
                .filteredOn(view -> view.labels().equals(LabelSet.TWO))
                .extracting(ModelReport.ViewScore::truth, ModelReport.ViewScore::rater)
                .containsExactly(tuple(DataSet.FER_PLUS, 1.0));
        assertThat(everybody.raters()).isEmpty();
    }

    @Test
    void groups_are_compared_by_the_labels_that_all_of_them_show() throws Exception {
        // Ten women all rightly called happy; ten men, half of them called happy while surprised.
        Path csv =
                list(
                        "path,label,gender",
                        IntStream.range(0, 20)
                                .mapToObj(i ->
                                        FACES
                                                + (i < 15 ? "/s01-happy.jpg" : "/s01-surprise.jpg")
                                                + ",happy,"
                                                + (i < 10 ? "female" : "male"))
                                .toList());

        Subgroups gender = evaluate(csv).subgroups().getFirst();

        assertThat(gender.attribute()).isEqualTo("gender");
        assertThat(gender.shared()).containsExactly("happiness");
        assertThat(gender.groups())
                .extracting(Subgroups.Group::value, Subgroups.Group::faces, Subgroups.Group::alike)
                .containsExactly(tuple("female", 10, 1.0), tuple("male", 10, 0.5));
        Subgroups.Gap gap = gender.gap().orElseThrow();
        assertThat(gap.best()).isEqualTo("female");
        assertThat(gap.difference().value()).isEqualTo(0.5);
        assertThat(gap.difference().low()).isPositive();
    }

    @Test
    void groups_of_a_few_faces_are_listed_but_not_compared() throws Exception {
        Subgroups hair = everybody.subgroups().getFirst();

        assertThat(hair.attribute()).isEqualTo("hair");
        assertThat(hair.groups()).extracting(Subgroups.Group::faces).containsExactly(3, 9);
        assertThat(hair.gap()).isEmpty();
    }

    @Test
    void many_faces_of_a_few_people_are_not_compared() throws Exception {
        Path csv =
                list(
                        "path,label,gender,identity",
                        IntStream.range(0, 40)
                                .mapToObj(i ->
                                        FACES
                                                + "/s01-happy.jpg,happy,"
                                                + (i < 20 ? "female,f" : "male,m")
                                                + i % 4)
                                .toList());

        Subgroups gender = evaluate(csv).subgroups().getFirst();

        assertThat(gender.groups())
                .extracting(Subgroups.Group::faces, Subgroups.Group::people)
                .containsExactly(tuple(20, 4), tuple(20, 4));
        assertThat(gender.gap()).isEmpty();
    }

    @Test
    void people_with_faces_in_both_groups_are_drawn_once_for_both() throws Exception {
        // Two of five people are misread in every light: no draw can make the lights differ.
        Path csv =
                list(
                        "path,label,light,identity",
                        IntStream.range(0, 20)
                                .mapToObj(i ->
                                        FACES
                                                + (i % 5 < 2
                                                        ? "/s01-surprise.jpg"
                                                        : "/s01-happy.jpg")
                                                + ",happy,"
                                                + (i < 10 ? "soft" : "hard")
                                                + ",p"
                                                + i % 5)
                                .toList());

        Interval difference = evaluate(csv).subgroups().getFirst().gap().orElseThrow().difference();

        assertThat(difference).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void the_audit_counts_readings_that_change_with_one_attribute_alone() throws Exception {
        Path csv =
                list(
                        "path,label,identity,hair,light",
                        List.of(
                                FACES + "/s01-happy.jpg,happy,a-1,short,soft",
                                FACES + "/s01-happy.jpg,happy,a-2,long,soft",
                                FACES + "/s02-neutral.jpg,happy,b-1,short,soft",
                                FACES + "/s02-happy.jpg,happy,b-2,long,soft",
                                // Two attributes change at once, or another person: no pairs.
                                FACES + "/s03-happy.jpg,happy,b-3,long,hard",
                                FACES + "/s03-happy.jpg,happy,c-1,bald,soft"));

        List<Counterfactuals> audits = evaluate(csv).counterfactuals();

        Counterfactuals hair = audits.getFirst();
        assertThat(hair.attribute()).isEqualTo("hair");
        assertThat(hair.people()).isEqualTo(2);
        assertThat(hair.series()).isEqualTo(2);
        assertThat(hair.pairs()).isEqualTo(2);
        assertThat(hair.changingSeries()).isEqualTo(1);
        assertThat(hair.changed().value()).isEqualTo(0.5);
        assertThat(hair.examples())
                .containsExactly(
                        new Counterfactuals.Example(
                                "s02-neutral.jpg", "neutral", "s02-happy.jpg", "happiness"));
        assertThat(audits).extracting(Counterfactuals::attribute).containsExactly("hair", "light");
    }

    @Test
    void the_map_of_a_label_needs_several_faces_so_that_none_can_be_seen() throws Exception {
        assertThat(everybody.maps()).isEmpty();

        Path csv = list("path,label", Collections.nCopies(5, FACES + "/s01-happy.jpg,happy"));

        assertThat(evaluate(csv).maps())
                .singleElement()
                .satisfies(map -> {
                    assertThat(map.label()).isEqualTo("happiness");
                    assertThat(map.faces()).isEqualTo(5);
                    for (float heat : map.heat()) {
                        assertThat(heat).isBetween(0f, 1f);
                    }
                });
    }
}
