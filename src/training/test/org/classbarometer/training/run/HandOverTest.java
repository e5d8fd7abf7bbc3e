package org.classbarometer.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.Pythons;
import org.classbarometer.training.data.Batch;
import org.classbarometer.training.data.Batches;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.TrainingSet;
import org.classbarometer.training.data.Variation;
import org.classbarometer.training.torch.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandOverTest {
    private static final List<TrainingFace> FACES = Runs.faces(70);
    private static final String DONE =
            "{\"epochs\": 3, \"steps\": 12, \"loss\": 0.5, \"seconds\": 2.5}";

    @TempDir private Path folder = Path.of(".");

    @Test
    void what_comes_back_answers_as_what_was_handed_over() throws Exception {
        Trainer trainer = trainer("run", recipe(Schedule.COSINE, 0));
        HandOver over = handedOver(trainer);
        learnNothing();

        Epoch done = over.takeBack(trainer);

        assertThat(done.number()).isEqualTo(3);
        float[] face = FACES.getFirst().grey();
        RunFolder run = new RunFolder(folder.resolve("run"));
        try (Trained trained = Trained.of(run, false);
                Learner begun =
                        Learner.start(
                                trained.network(),
                                new Learner.Teaching(false),
                                trained.recipe().seed())) {
            assertThat(trained.epochs()).isEqualTo(3);
            assertThat(trained.learner().outputs(face, 1, TrainingFace.SIDE)[0])
                    .containsExactly(begun.outputs(face, 1, TrainingFace.SIDE)[0]);
        }
        assertThat(run.history()).hasSize(1);
        assertThatThrownBy(() -> over.takeBack(trainer)).hasMessageContaining("learned here");
    }

    @Test
    void only_the_whole_work_of_the_same_run_is_taken_back() throws Exception {
        Trainer trainer = trainer("run", recipe(Schedule.COSINE, 0));
        HandOver over = handedOver(trainer);
        assertThatThrownBy(() -> over.takeBack(trainer)).hasMessageContaining("is not done");

        learnNothing();
        Trainer other = trainer("other", recipe(Schedule.ONE_CYCLE, 0));
        assertThatThrownBy(() -> over.takeBack(other)).hasMessageContaining("another recipe");

        byte[] weights = Files.readAllBytes(elsewhere("start.f32"));
        ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).putFloat(400, Float.NaN);
        Files.write(elsewhere("average.f32"), weights);
        assertThatThrownBy(() -> over.takeBack(trainer)).hasMessageContaining("no number");

        Files.write(elsewhere("average.f32"), new byte[400]);
        assertThatThrownBy(() -> over.takeBack(trainer))
                .hasMessageContaining("average.f32 does not hold");
        assertThat(folder.resolve("run/last.checkpoint")).doesNotExist();
    }

    @Test
    void what_needs_the_lab_or_has_begun_there_is_not_handed_over() throws Exception {
        Trainer plateau = trainer("plateau", recipe(Schedule.PLATEAU, 0));
        assertThatThrownBy(() -> handedOver(plateau)).hasMessageContaining("plateau");

        Trainer begun = trainer("begun", recipe(Schedule.COSINE, 0));
        begun.run(1);
        assertThatThrownBy(() -> handedOver(begun)).hasMessageContaining("has begun");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"COSINE, 0, 0, 0", "COSINE, 0.4, 1, 3", "ONE_CYCLE, 0.4, 2, 2"})
    void elsewhere_the_same_faces_are_dealt_varied_and_aimed_at(
            Schedule schedule, float balance, int epoch, int index) throws Exception {
        assumeTrue(finished("python3", "-c", "import numpy") == 0, "python3 with numpy is needed");
        Recipe recipe = recipe(schedule, balance);
        Trainer trainer = trainer("run", recipe);
        handedOver(trainer);
        Path dealt = folder.resolve("batch.f32");

        int code =
                finished(
                        "python3",
                        Path.of("src/training/elsewhere/train.py").toAbsolutePath().toString(),
                        folder.resolve("elsewhere").toString(),
                        "--batch-to=" + dealt,
                        "--epoch=" + epoch,
                        "--index=" + index);

        assertThat(code).describedAs("%s", said()).isZero();
        float[] theirs = floats(dealt);
        TrainingSet lesson = trainer.lesson();
        try (Batches batches = new Batches(lesson, recipe.shaping(lesson, epoch), recipe.seed())) {
            int side = recipe.side(recipe.network(), epoch);
            Batch ours = batches.batch(batches.order(epoch), epoch, index, side);
            double progress = (epoch + (double) index / batches.perEpoch()) / recipe.epochs();
            float rate = recipe.rate() * recipe.schedule().share(progress);

            assertThat(theirs).hasSize(1 + ours.faces().length + ours.targets().length);
            assertThat(theirs[0]).isCloseTo(rate, within(1e-7f));
            for (int i = 0; i < ours.targets().length; i++) {
                assertThat(theirs[1 + ours.faces().length + i])
                        .isCloseTo(ours.targets()[i], within(1e-6f));
            }
            double sum = 0;
            float most = 0;
            for (int i = 0; i < ours.faces().length; i++) {
                float difference = Math.abs(theirs[1 + i] - ours.faces()[i]);
                sum += difference;
                most = Math.max(most, difference);
            }
            // OpenCV rounds here and there by a grey value, which contrast and gamma make more of.
            assertThat(most).isLessThan(8);
            assertThat(sum / ours.faces().length).isLessThan(0.1);
        }
    }

    @Test
    void where_python_has_torch_twelve_steps_elsewhere_end_where_twelve_steps_here_end()
            throws Exception {
        String python = Pythons.withTorch();
        // Small steps with plain faces: large ones soon make much of what is rounded differently.
        Recipe recipe = recipe(Schedule.COSINE, 0.2f, 0.0005f, false);
        Trainer here = trainer("here", recipe);
        Trainer there = trainer("there", recipe);
        HandOver over = handedOver(there);
        String file = Path.of("src/training/elsewhere/train.py").toAbsolutePath().toString();
        String handed = folder.resolve("elsewhere").toString();
        float[] begun = floats(elsewhere("start.f32"));

        assertThat(finished(python, file, handed, "--workers=0", "--threads=1"))
                .describedAs("%s", said())
                .isZero();
        over.takeBack(there);
        here.run(3);

        float[] ours = lastWeights("here");
        float[] theirs = lastWeights("there");
        double way = 0;
        double apart = 0;
        for (int i = 0; i < begun.length; i++) {
            way += Math.pow(ours[i] - begun[i], 2);
            apart += Math.pow(ours[i] - theirs[i], 2);
        }
        assertThat(Math.sqrt(apart)).isLessThan(0.03 * Math.sqrt(way));
    }

    private float[] lastWeights(String run) throws IOException {
        Learner.State state = new RunFolder(folder.resolve(run)).last().orElseThrow().learner();
        assertThat(state.steps()).isEqualTo(12);
        List<float[]> arrays = List.copyOf(state.weights().values());
        float[] all = new float[arrays.stream().mapToInt(array -> array.length).sum()];
        int at = 0;
        for (float[] array : arrays) {
            System.arraycopy(array, 0, all, at, array.length);
            at += array.length;
        }
        return all;
    }

    private HandOver handedOver(Trainer trainer) throws IOException {
        HandOver over = new HandOver(folder.resolve("elsewhere"));
        over.write(trainer);
        return over;
    }

    private void learnNothing() throws IOException {
        Files.copy(elsewhere("start.f32"), elsewhere("average.f32"));
        Files.copy(elsewhere("start.f32"), elsewhere("last.f32"));
        Files.writeString(elsewhere("done.json"), DONE);
    }

    private Path elsewhere(String name) {
        return folder.resolve("elsewhere").resolve(name);
    }

    private Trainer trainer(String name, Recipe recipe) throws IOException {
        RunFolder run = RunFolder.of(folder.resolve(name), recipe);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        return new Trainer(run, FACES, FACES, clock, Runs.QUIET);
    }

    private static Recipe recipe(Schedule schedule, float balance) {
        return recipe(schedule, balance, 0.02f, true);
    }

    private static Recipe recipe(Schedule schedule, float balance, float rate, boolean varied) {
        return new Recipe(
                "mini-xception",
                List.of("ferplus", "four"),
                3,
                16,
                rate,
                false,
                5e-4f,
                schedule,
                0.5f,
                0.5f,
                0.02f,
                Map.of("happiness", 2f),
                balance,
                true,
                varied ? Variation.USUAL.withMixing(0.7f) : Variation.NONE,
                1,
                0,
                11,
                Optional.empty(),
                Optional.empty());
    }

    private int finished(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return 127;
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"));
    }

    private static float[] floats(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
