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
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.Variation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final List<TrainingFace> FACES = Runs.faces(48);

    @TempDir private Path folder = Path.of(".");

    @Test
    void a_run_that_was_stopped_ends_where_one_that_was_not_ends() throws IOException {
        Recipe recipe = recipe(3, Schedule.ONE_CYCLE, Variation.USUAL);
        train(folder.resolve("whole"), recipe, 3);
        train(folder.resolve("halves"), recipe, 1);
        train(folder.resolve("halves"), recipe, 3);

        Checkpoint whole = last("whole");
        Checkpoint halves = last("halves");
        assertThat(halves.epochs()).isEqualTo(3);
        assertThat(halves.learner().steps()).isEqualTo(whole.learner().steps());
        whole.learner()
                .average()
                .forEach((name, values) ->
                        assertSame(
                                values,
                                halves.learner().average().getOrDefault(name, new float[0])));
        assertThat(Files.readAllLines(folder.resolve("halves/log.csv")))
                .hasSize(4)
                .isEqualTo(Files.readAllLines(folder.resolve("whole/log.csv")));
    }

    private static void assertSame(float[] ones, float[] others) {
        assertThat(others).hasSameSizeAs(ones);
        for (int i = 0; i < ones.length; i++) {
            assertThat(others[i]).isCloseTo(ones[i], within(1e-4f));
        }
    }

    @Test
    void it_learns_to_tell_bright_stripes_from_dark_ones() throws IOException {
        Recipe recipe = recipe(12, Schedule.COSINE, Variation.NONE);

        List<Epoch> epochs = train(folder, recipe, 12);

        assertThat(epochs.getLast().loss()).isLessThan(epochs.getFirst().loss() / 2);
        assertThat(epochs.getLast().scores().getLast().matrix().accuracy()).isGreaterThan(0.9);
    }

    @Test
    void the_calm_epochs_at_the_end_mix_and_cover_no_faces() throws IOException {
        Variation disturbed = Variation.USUAL.withMixing(1);
        train(folder.resolve("disturbed"), recipe(2, Schedule.COSINE, disturbed), 2);
        train(folder.resolve("calm"), recipe(2, Schedule.COSINE, disturbed).withCalm(2), 2);
        train(folder.resolve("never"), recipe(2, Schedule.COSINE, disturbed.calm()), 2);

        List<String> calm = Files.readAllLines(folder.resolve("calm/log.csv"));
        assertThat(calm)
                .isEqualTo(Files.readAllLines(folder.resolve("never/log.csv")))
                .isNotEqualTo(Files.readAllLines(folder.resolve("disturbed/log.csv")));
    }

    @Test
    void it_logs_every_epoch_and_draws_the_curves() throws IOException {
        train(folder, recipe(2, Schedule.PLATEAU, Variation.USUAL), 2);

        List<String> log = Files.readAllLines(folder.resolve("log.csv"));
        assertThat(log.getFirst())
                .startsWith("epoch,train_loss,rate,side,seconds,images_per_second,ferplus_loss");
        assertThat(log).hasSize(3);
        assertThat(folder.resolve("curves.png")).isNotEmptyFile();
    }

    @Test
    void it_ends_early_when_nothing_improves_any_more() throws IOException {
        Recipe recipe = recipe(60, Schedule.PLATEAU, Variation.NONE).withPatience(3);

        List<Epoch> epochs = train(folder, recipe, 60);

        assertThat(epochs).hasSizeBetween(4, 59);
        double best = epochs.stream().mapToDouble(Epoch::merit).max().orElseThrow();
        assertThat(epochs.get(epochs.size() - 4).merit()).isEqualTo(best);
    }

    @Test
    void a_folder_keeps_to_its_recipe() throws IOException {
        train(folder, recipe(1, Schedule.COSINE, Variation.NONE), 1);

        assertThatThrownBy(() -> RunFolder.of(folder, recipe(2, Schedule.COSINE, Variation.NONE)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another recipe");
        assertThat(RunFolder.of(folder, recipe(1, Schedule.COSINE, Variation.NONE)).recipe())
                .isEqualTo(recipe(1, Schedule.COSINE, Variation.NONE));
    }

    @Test
    void a_run_that_never_began_may_have_another_recipe() throws IOException {
        RunFolder.of(folder, recipe(1, Schedule.COSINE, Variation.NONE));
        Recipe other = recipe(2, Schedule.COSINE, Variation.NONE);

        assertThat(RunFolder.of(folder, other).recipe()).isEqualTo(other);
    }

    @Test
    void a_recipe_of_before_there_were_pretrained_weights_and_teachers_is_read()
            throws IOException {
        Recipe recipe = recipe(1, Schedule.COSINE, Variation.NONE);
        RunFolder.of(folder, recipe);
        Path file = folder.resolve("recipe.json");
        String json = Files.readString(file);
        assertThat(json).contains("\"pretrained\"").contains("\"distillation\"");
        Files.writeString(file, json.replaceAll(",\\s*\"(pretrained|distillation)\" : null", ""));
        assertThat(Files.readString(file)).doesNotContain("pretrained", "distillation");

        assertThat(new RunFolder(folder).recipe()).isEqualTo(recipe);
    }

    @Test
    void a_checkpoint_cut_short_is_refused() throws IOException {
        train(folder, recipe(1, Schedule.COSINE, Variation.NONE), 1);
        Path file = folder.resolve("last.checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> new RunFolder(folder).last())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("last.checkpoint is damaged");
    }

    @Test
    void a_run_does_not_go_on_with_other_faces() throws IOException {
        Recipe recipe = recipe(2, Schedule.COSINE, Variation.NONE);
        train(folder, recipe, 1);
        RunFolder run = new RunFolder(folder);
        List<TrainingFace> fewer = FACES.subList(0, 40);

        assertThatThrownBy(() -> new Trainer(run, fewer, FACES, CLOCK, Runs.QUIET))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other faces (48 to learn from)");
        assertThatThrownBy(() -> new Trainer(run, FACES, fewer, CLOCK, Runs.QUIET))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other faces");
        assertThat(train(folder, recipe, 2)).hasSize(1);
    }

    private Checkpoint last(String name) throws IOException {
        return new RunFolder(folder.resolve(name)).last().orElseThrow();
    }

    private static List<Epoch> train(Path folder, Recipe recipe, int mostEpochs)
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
                            double loss) {
                        assertThat(done).isPositive().isLessThanOrEqualTo(all);
                    }

                    @Override
                    public void epochDone(Epoch epoch) {
                        epochs.add(epoch);
                    }
                };
        RunFolder run = RunFolder.of(folder, recipe);
        new Trainer(run, FACES, FACES, CLOCK, listener).run(mostEpochs);
        return epochs;
    }

    private static Recipe recipe(int epochs, Schedule schedule, Variation variation) {
        List<String> sources = List.of("ferplus", "fer2013");
        return Runs.recipe("compact", epochs, schedule, variation, sources, Optional.empty());
    }
}
