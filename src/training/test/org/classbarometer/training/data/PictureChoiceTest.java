package org.classbarometer.training.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.model.FaceLocation;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureChoiceTest {
    private static final List<LabelSource> EIGHT = List.of(LabelSource.EIGHT);

    @TempDir private Path folder = Path.of(".");

    @Test
    void a_share_of_each_label_validates_and_always_the_same() throws UserProblem {
        pictures("happy", 10);
        pictures("sad", 20);
        pictures("fear", 1);

        TrainingData data = choice(0.2f).read(EIGHT);

        assertThat(labels(data.validation())).isEqualTo(Map.of("happiness", 2L, "sadness", 4L));
        assertThat(labels(data.training()))
                .isEqualTo(Map.of("happiness", 8L, "sadness", 16L, "fear", 1L));
        assertThat(pixels(choice(0.2f).read(EIGHT).validation()))
                .isEqualTo(pixels(data.validation()))
                .doesNotContainAnyElementsOf(pixels(data.training()));
    }

    @Test
    void parts_are_kept_and_a_test_part_beside_a_validation_part_is_left_alone()
            throws UserProblem {
        pictures("train/happy", 4);
        pictures("valid/happy", 3);
        pictures("test/happy", 2);

        TrainingData data = choice(0.1f).read(EIGHT);

        assertThat(data.training()).hasSize(4);
        assertThat(data.validation()).hasSize(3);
        assertThat(data.leftAlone()).isEqualTo(2);
    }

    @Test
    void a_test_part_validates_where_there_is_no_other() throws UserProblem {
        pictures("Train/happy", 4);
        pictures("Test/happy", 2);

        TrainingData data = choice(0.1f).read(EIGHT);

        assertThat(data.training()).hasSize(4);
        assertThat(data.validation()).hasSize(2);
        assertThat(data.leftAlone()).isZero();
    }

    @Test
    void pictures_elsewhere_validate_when_they_are_named() throws UserProblem {
        pictures("data/happy", 4);
        pictures("other/happy", 3);

        TrainingData data =
                new PictureChoice(
                                folder.resolve("data"),
                                Optional.of(folder.resolve("other")),
                                0.1f,
                                FaceLocation.AUTO,
                                Path.of("cascades"),
                                0)
                        .read(EIGHT);

        assertThat(data.training()).hasSize(4);
        assertThat(data.validation()).hasSize(3);
    }

    @Test
    void pictures_that_validate_are_not_learned_from_when_they_lie_among_the_others()
            throws UserProblem {
        pictures("happy", 4);
        pictures("holdout/happy", 3);

        TrainingData data =
                new PictureChoice(
                                folder,
                                Optional.of(folder.resolve("holdout")),
                                0.1f,
                                FaceLocation.AUTO,
                                Path.of("cascades"),
                                0)
                        .read(EIGHT);

        assertThat(data.training()).hasSize(4);
        assertThat(data.validation()).hasSize(3);
        assertThat(data.leftAlone()).isEqualTo(3);
    }

    @Test
    void a_test_part_without_a_training_part_is_not_learned_from() throws UserProblem {
        pictures("happy", 4);
        pictures("test/happy", 3);

        TrainingData data = choice(0.1f).read(EIGHT);

        assertThat(data.training()).hasSize(4);
        assertThat(data.validation()).hasSize(3);
    }

    @Test
    void what_cannot_be_used_is_named_and_counted() throws UserProblem, IOException {
        pictures("happy", 4);
        pictures("contempt", 1);
        pictures("puzzled", 2);
        Files.writeString(folder.resolve("happy/broken.png"), "no picture");
        Pictures.write(folder.resolve("happy/large"), 1, 100, true);

        TrainingData data = choice(0.5f).read(List.of(LabelSource.SEVEN));

        assertThat(data.training().size() + data.validation().size()).isEqualTo(4);
        assertThat(data.skips().counts())
                .isEqualTo(
                        Map.of(
                                SkipReason.CORRUPT,
                                1,
                                SkipReason.UNKNOWN_LABEL,
                                2,
                                SkipReason.OUTSIDE_LABELS,
                                1,
                                SkipReason.NO_FACE,
                                1));
        assertThat(data.skips().named(SkipReason.CORRUPT)).containsExactly("happy/broken.png");
        assertThat(data.skips().named(SkipReason.NO_FACE)).containsExactly("happy/large/0.png");
    }

    @Test
    void a_picture_of_any_size_is_brought_to_the_size_of_faces() throws UserProblem {
        Pictures.write(folder.resolve("happy"), 2, 30, true);
        Pictures.write(folder.resolve("sad"), 2, 131, false);

        TrainingData data =
                new PictureChoice(
                                folder,
                                Optional.empty(),
                                0.5f,
                                FaceLocation.WHOLE,
                                Path.of("cascades"),
                                -0.1f)
                        .read(EIGHT);

        assertThat(data.training()).hasSize(2);
        for (TrainingFace face : data.training()) {
            assertThat(face.pixels()).hasSize(TrainingFace.SIDE * TrainingFace.SIDE);
            boolean upper = face.label().equals("happiness");
            assertThat((face.pixels()[0] & 0xff) > 120).isEqualTo(upper);
            assertThat((face.pixels()[face.pixels().length - 1] & 0xff) > 120).isNotEqualTo(upper);
        }
    }

    @Test
    void a_list_may_name_the_part_of_each_picture() throws UserProblem, IOException {
        pictures("any", 3);
        Path list = folder.resolve("list.csv");
        Files.writeString(
                list,
                """
                path,label,split
                any/0.png,happy,train
                any/1.png,sad,train
                any/2.png,sad,val
                """);

        TrainingData data =
                new PictureChoice(
                                list,
                                Optional.empty(),
                                0.1f,
                                FaceLocation.AUTO,
                                Path.of("cascades"),
                                0)
                        .read(EIGHT);

        assertThat(labels(data.training())).isEqualTo(Map.of("happiness", 1L, "sadness", 1L));
        assertThat(labels(data.validation())).isEqualTo(Map.of("sadness", 1L));
    }

    @Test
    void angry_is_a_state_of_the_classroom_where_such_a_head_learns() throws UserProblem {
        pictures("angry", 2);
        pictures("bored", 2);
        pictures("engaged", 2);

        TrainingData states = choice(0.5f).read(List.of(LabelSource.ENGAGEMENT));
        TrainingData expressions = choice(0.5f).read(EIGHT);

        assertThat(labels(states.training()))
                .isEqualTo(Map.of("angry", 1L, "bored", 1L, "engaged", 1L));
        assertThat(labels(expressions.training())).isEqualTo(Map.of("anger", 1L));
        assertThat(expressions.skips().count(SkipReason.UNKNOWN_LABEL)).isEqualTo(4);
    }

    @Test
    void a_folder_without_known_labels_is_refused() {
        pictures("puzzled", 2);

        assertThatThrownBy(() -> choice(0.1f).read(EIGHT))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("puzzled/0.png");
    }

    @Test
    void labels_of_pictures_teach_the_heads_that_know_them() {
        TrainingFace happy = face("happiness");
        TrainingFace afraid = face("fear");

        assertThat(LabelSource.FERPLUS.target(happy)).isEmpty();
        assertThat(LabelSource.TWO.truth(happy)).contains("positive");
        assertThat(LabelSource.TWO.truth(afraid)).contains("negative");
        assertThat(LabelSource.TWO.truth(face("negative"))).contains("negative");
        assertThat(LabelSource.TWO.truth(face("neutral"))).isEmpty();
        assertThat(LabelSource.FOUR.target(happy)).contains(new float[] {0, 1, 0, 0});
        assertThat(LabelSource.FOUR.target(afraid)).isEmpty();
    }

    private static TrainingFace face(String label) {
        return new TrainingFace(new byte[0], label, Optional.empty());
    }

    private PictureChoice choice(float share) {
        return new PictureChoice(
                folder, Optional.empty(), share, FaceLocation.AUTO, Path.of("cascades"), -0.05f);
    }

    private void pictures(String label, int count) {
        Pictures.write(folder.resolve(label), count, 48, true);
    }

    private static Map<String, Long> labels(List<TrainingFace> faces) {
        return faces.stream()
                .collect(Collectors.groupingBy(TrainingFace::label, Collectors.counting()));
    }

    private static List<String> pixels(List<TrainingFace> faces) {
        return faces.stream().map(face -> new String(face.pixels(), ISO_8859_1)).toList();
    }
}
