package org.classbarometer.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.classbarometer.training.SmallNets;
import org.classbarometer.training.data.Batch;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.Variation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final List<String> SEVEN = List.of("fer2013");
    private static final List<TrainingFace> FACES = Runs.faces(48);

    @TempDir private Path folder = Path.of(".");

    @Test
    void a_student_that_learns_from_the_teacher_alone_says_what_it_says() throws IOException {
        Recipe teacher = recipe("small", 10, SEVEN, Optional.empty());
        assertThat(accuracy(train("teacher", teacher, swapped(), 10))).isLessThan(0.1);

        Recipe student = recipe("small", 10, SEVEN, distillation(1, 1));
        assertThat(accuracy(train("student", student, FACES, 10))).isLessThan(0.1);
    }

    @Test
    void a_run_with_a_teacher_that_was_stopped_ends_where_one_that_was_not_ends()
            throws IOException {
        train("teacher", alone(1), swapped(), 1);
        Recipe recipe = taught(3, 0.5f, 2);
        train("whole", recipe, FACES, 3);
        train("halves", recipe, FACES, 1);
        train("halves", recipe, FACES, 3);

        Checkpoint whole = new RunFolder(folder.resolve("whole")).last().orElseThrow();
        Checkpoint halves = new RunFolder(folder.resolve("halves")).last().orElseThrow();
        whole.learner()
                .average()
                .forEach((name, values) ->
                        assertThat(halves.learner().average().getOrDefault(name, new float[0]))
                                .containsExactly(values, within(1e-4f)));
        assertThat(Files.readString(folder.resolve("halves/log.csv")))
                .isEqualTo(Files.readString(folder.resolve("whole/log.csv")));
    }

    @Test
    void teachers_change_what_a_face_shows_but_not_how_much_it_weighs() throws IOException {
        train("teacher", alone(1), FACES, 1);
        float[] shares = new float[7];
        Arrays.fill(shares, 1f / 7);
        float[] targets = new float[14];
        targets[3] = 2;
        Batch batch = new Batch(SmallNets.faces(2, 48, 1), targets, 2, 48);
        Recipe recipe = taught(2, 0.5f, 2);

        try (Teachers teachers = Teachers.of(recipe, recipe.network(), shares)) {
            float[] taught = teachers.taught(batch).targets();

            float sum = 0;
            for (int i = 0; i < 7; i++) {
                sum += taught[i];
                assertThat(taught[i]).isPositive();
            }
            assertThat(sum).isCloseTo(2, within(1e-5f));
            assertThat(taught[3]).isBetween(1f, 2f);
            assertThat(Arrays.copyOfRange(taught, 7, 14)).containsOnly(0);
        }
        assertThat(targets[3]).isEqualTo(2);
    }

    @Test
    void a_teacher_with_other_heads_is_refused() throws IOException {
        train("teacher", recipe(1, List.of("ferplus"), Optional.empty()), FACES, 1);

        assertThatThrownBy(() -> train("student", taught(1, 0.5f, 2), FACES, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("teacher has the heads ferplus, but this run has fer2013");
    }

    @Test
    void a_teacher_that_has_not_finished_is_refused() throws IOException {
        train("teacher", alone(2), FACES, 1);

        assertThatThrownBy(() -> train("student", taught(1, 0.5f, 2), FACES, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has done 1 of 2 epochs");
    }

    @Test
    void a_teacher_for_one_size_of_picture_is_refused_where_pictures_grow() throws IOException {
        train("teacher", recipe("cnn-1", 1, SEVEN, Optional.empty()), FACES, 1);

        assertThatThrownBy(() -> train("student", taught(1, 0.5f, 2), FACES, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("48 pixels only; add --no-growing");
    }

    @Test
    void a_run_whose_teacher_has_gone_says_so() throws IOException {
        train("teacher", alone(1), FACES, 1);
        train("student", taught(2, 0.5f, 2), FACES, 1);
        Files.move(folder.resolve("teacher"), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> train("student", taught(2, 0.5f, 2), FACES, 2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("teacher " + folder.resolve("teacher") + " cannot teach");
    }

    private List<Epoch> train(String name, Recipe recipe, List<TrainingFace> faces, int mostEpochs)
            throws IOException {
        List<Epoch> epochs = new ArrayList<>();
        RunListener listener =
                new RunListener() {
                    @Override
                    public void batchDone(
                            int epoch,
                            int batch,
                            int batches,
                            double done,
                            double all,
                            double loss) {}

                    @Override
                    public void epochDone(Epoch epoch) {
                        epochs.add(epoch);
                    }
                };
        RunFolder run = RunFolder.of(folder.resolve(name), recipe);
        new Trainer(run, faces, FACES, CLOCK, listener).run(mostEpochs);
        return epochs;
    }

    private static double accuracy(List<Epoch> epochs) {
        return epochs.getLast().scores().getFirst().matrix().accuracy();
    }

    private static Recipe alone(int epochs) {
        return recipe(epochs, SEVEN, Optional.empty());
    }

    private Recipe taught(int epochs, float share, float softness) {
        return recipe(epochs, SEVEN, distillation(share, softness));
    }

    private Optional<Distillation> distillation(float share, float softness) {
        List<String> teacher = List.of(folder.resolve("teacher").toString());
        return Optional.of(new Distillation(teacher, false, share, softness));
    }

    private static Recipe recipe(
            int epochs, List<String> sources, Optional<Distillation> distillation) {
        return recipe("mini-xception", epochs, sources, distillation);
    }

    private static Recipe recipe(
            String architecture,
            int epochs,
            List<String> sources,
            Optional<Distillation> distillation) {
        return Runs.recipe(
                architecture, epochs, Schedule.COSINE, Variation.NONE, sources, distillation);
    }

    /// The same faces, the happy ones called sad and the sad ones happy.
    private static List<TrainingFace> swapped() {
        return FACES.stream()
                .map(face ->
                        new TrainingFace(
                                face.pixels(),
                                face.label().equals("happiness") ? "sadness" : "happiness",
                                Optional.empty()))
                .toList();
    }
}
