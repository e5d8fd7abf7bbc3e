package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.Pythons;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.onnx.PyramidModel;
import org.classbarometer.training.torch.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTrainerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
    private static final Photos PHOTOS = Scenes.photos();

    @TempDir private Path place = Path.of(".");

    private final List<FinderScore> scores = new ArrayList<>();

    @Test
    void a_run_that_was_stopped_ends_where_one_that_was_not_ends() throws IOException {
        FinderRecipe recipe = new FinderRecipe("tiny", 6, 2, 96, 0.01f, 0.01f, 0.5f, 3);
        FinderFolder whole = train("whole", recipe, 6);
        FinderFolder halves = train("halves", recipe, 2);
        new FinderTrainer(halves, PHOTOS, List.of(), CLOCK, listener()).run(6);

        assertEqual(whole, halves, 6);
        assertThat(whole.curves()).doesNotExist();
    }

    @Test
    void a_run_that_learns_outside_and_then_inside_ends_where_one_inside_ends() throws IOException {
        FinderRecipe recipe = new FinderRecipe("tiny", 12, 2, 96, 0.01f, 0.01f, 0.5f, 3);
        FinderFolder inside = train("inside", recipe, 12);
        FinderFolder both = train("both", recipe, 1);
        List<String> outside =
                List.of(Pythons.withTorch(), "src/training/elsewhere/pyramid.py", "--threads", "1");
        new FinderTrainer(both, PHOTOS, outside, CLOCK, listener()).run(11);
        new FinderTrainer(both, PHOTOS, List.of(), CLOCK, listener()).run(12);

        assertEqual(inside, both, 12);
    }

    @Test
    void a_program_outside_that_ends_is_said_to_have_ended() throws IOException {
        FinderRecipe recipe = new FinderRecipe("tiny", 6, 2, 96, 0.01f, 0.01f, 0.5f, 3);
        FinderFolder folder = FinderFolder.of(place.resolve("run"), recipe);
        FinderTrainer trainer =
                new FinderTrainer(folder, PHOTOS, List.of("true"), CLOCK, listener());

        assertThatThrownBy(() -> trainer.run(6)).hasMessageContaining("outside");
    }

    private static void assertEqual(FinderFolder one, FinderFolder other, long steps)
            throws IOException {
        Learner.State state = other.state().orElseThrow();
        assertThat(state.steps()).isEqualTo(steps);
        one.state()
                .orElseThrow()
                .average()
                .forEach((name, values) ->
                        assertThat(state.average().get(name))
                                .as(name)
                                .usingComparatorWithPrecision(1e-3f)
                                .containsExactly(values));
    }

    @Test
    void it_learns_to_find_bright_ellipses_and_its_file_says_what_the_trainer_says()
            throws IOException {
        FinderRecipe recipe = new FinderRecipe("tiny", 300, 3, 96, 0.01f, 0.001f, 0.9f, 3);
        FinderFolder folder = train("run", recipe, 300);

        // Photographs of a class have three faces at least: these have.
        assertThat(scores).hasSize(6);
        assertThat(scores.getLast().large().share()).isGreaterThan(0.5);
        assertThat(folder.curves()).isNotEmptyFile();
        assertThat(folder.log()).content().hasLineCount(1 + 300 / 50);
        PyramidNetwork pyramid = FinderNets.of("tiny");
        Learner.State state = folder.state().orElseThrow();
        byte[] bytes = PyramidModel.of(pyramid, state.average(), java.util.Map.of()).toByteArray();
        try (FinderFile file = new FinderFile(bytes)) {
            FinderAgreement agreement =
                    FinderAgreement.of(pyramid, state, file, PHOTOS.validation());

            assertThat(agreement.cells()).isPositive();
            assertThat(agreement).matches(FinderAgreement::isClose);
            // The photographs' sides are no multiples of the strides.
            Photo photo = PHOTOS.validation().getFirst();
            List<Found> found = file.look(photo.whole(), 640);
            assertThat(found.getFirst().score()).isGreaterThan(0.3);
            assertThat(photo.faces())
                    .anyMatch(face -> face.area().overlap(found.getFirst().area()) > 0.4);
        }
    }

    @Test
    void a_folder_that_holds_a_run_is_not_begun_anew() throws IOException {
        FinderRecipe recipe = new FinderRecipe("tiny", 2, 1, 96, 0.01f, 0.01f, 0.5f, 3);
        train("run", recipe, 2);

        assertThatThrownBy(() -> FinderFolder.of(place.resolve("run"), recipe))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--resume");
    }

    @Test
    void a_checkpoint_cut_short_is_called_damaged() throws IOException {
        FinderRecipe recipe = new FinderRecipe("tiny", 2, 1, 96, 0.01f, 0.01f, 0.5f, 3);
        FinderFolder folder = train("run", recipe, 2);
        Path file = place.resolve("run").resolve("last.checkpoint");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(folder::state)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    private FinderFolder train(String name, FinderRecipe recipe, long steps) throws IOException {
        FinderFolder folder = FinderFolder.of(place.resolve(name), recipe);
        new FinderTrainer(folder, PHOTOS, List.of(), CLOCK, listener()).run(steps);
        return folder;
    }

    private FinderListener listener() {
        return new FinderListener() {
            @Override
            public void learnt(Progress progress) {
                assertThat(progress.scoreLoss()).isNotNegative();
            }

            @Override
            public void looked(long step, FinderScore score, int hardPlaces) {
                scores.add(score);
            }
        };
    }
}
