package org.classbarometer.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.SmallNets;
import org.classbarometer.training.data.LabelSource;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.TrainingSet;
import org.classbarometer.training.data.Variation;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.family.Architectures;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.Pretrained;
import org.classbarometer.training.torch.ScriptWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
    private static final Network NETWORK =
            Architectures.of("mini-xception").network(TrainingSet.heads(List.of(LabelSource.FOUR)));
    private static final Map<String, float[]> WEIGHTS = SmallNets.weights(NETWORK, 6);
    private static final List<TrainingFace> FACES = Runs.faces(16);

    @TempDir private Path folder = Path.of(".");

    private final List<Pretrained> began = new ArrayList<>();

    @BeforeEach
    void write_the_file() throws IOException {
        ScriptWriter.of(NETWORK, WEIGHTS).write(file());
    }

    @Test
    void a_run_begins_with_the_weights_of_its_file_and_notes_it() throws IOException {
        RunFolder run = RunFolder.of(folder.resolve("run"), recipe());
        train(run);

        Map<String, float[]> after = run.last().orElseThrow().learner().weights();
        after.forEach((name, values) -> {
            if (!name.endsWith(".mean") && !name.endsWith(".variance")) {
                assertThat(values)
                        .containsExactly(WEIGHTS.getOrDefault(name, new float[0]), within(1e-6f));
            }
        });
        assertThat(began).hasSize(1);
        assertThat(began.getFirst().random()).isEmpty();
        assertThat(Files.readString(folder.resolve("run/recipe.json")))
                .contains("net.pt")
                .containsPattern("\"sha256\" : \"[0-9a-f]{64}\"");
    }

    @Test
    void the_file_is_not_needed_to_go_on() throws IOException {
        RunFolder run = RunFolder.of(folder.resolve("run"), recipe());
        train(run);
        Files.delete(file());

        train(run);

        assertThat(began).hasSize(1);
    }

    @Test
    void a_file_that_has_changed_since_is_refused() throws IOException {
        RunFolder run = RunFolder.of(folder.resolve("run"), recipe());
        Files.writeString(file(), " ", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> train(run))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("net.pt is not the file any more");
    }

    @Test
    void a_file_that_is_missing_is_named() {
        assertThatThrownBy(() -> WeightsFile.of(folder.resolve("gone.pt")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone.pt");
    }

    @Test
    void a_run_may_begin_with_the_averaged_weights_of_another() throws IOException {
        RunFolder first = RunFolder.of(folder.resolve("first"), recipe());
        train(first);
        Recipe recipe = Runs.keeping(WeightsFile.of(first.path()));
        RunFolder second = RunFolder.of(folder.resolve("second"), recipe);
        train(second);

        Map<String, float[]> before = first.last().orElseThrow().learner().average();
        assertThat(began.getLast().arrays().keySet()).isEqualTo(before.keySet());
        // Biases do not decay, and the rate is next to nothing.
        second.last()
                .orElseThrow()
                .learner()
                .weights()
                .forEach((name, values) -> {
                    if (name.endsWith(".bias")) {
                        float[] same = before.getOrDefault(name, new float[0]);
                        assertThat(values).containsExactly(same, within(1e-6f));
                    }
                });
    }

    @Test
    void a_deeper_network_begins_by_saying_what_the_other_says() throws IOException {
        RunFolder usual = RunFolder.of(folder.resolve("usual"), recipe("compact"));
        new Trainer(usual, FACES, FACES, InstantSource.fixed(Instant.EPOCH), Runs.QUIET).run(1);

        Network deep = recipe("compact-deep").network();
        Pretrained pretrained = WeightsFile.of(usual.path()).load(deep);
        Learner.Teaching teaching = new Learner.Teaching(false);

        try (Trained before = Trained.of(usual, false);
                Learner after = Learner.start(deep, teaching, 9, pretrained.arrays())) {
            float[][] said = before.ask(FACES).getFirst().logits();
            float[][] says = HeadScore.ask(after, FACES).getFirst().logits();
            for (int i = 0; i < said.length; i++) {
                assertThat(says[i]).containsExactly(said[i], within(1e-4f));
            }
        }
        assertThat(pretrained.random()).isNotEmpty().allMatch(name -> name.startsWith("features."));
    }

    @Test
    void a_network_with_fewer_layers_refuses_the_weights_of_a_deeper_one() throws IOException {
        RunFolder deep = RunFolder.of(folder.resolve("deep"), recipe("compact-deep"));
        new Trainer(deep, FACES, FACES, InstantSource.fixed(Instant.EPOCH), Runs.QUIET).run(1);
        Network usual = recipe("compact").network();

        assertThatThrownBy(() -> WeightsFile.of(deep.path()).load(usual))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is of another network than compact, which has no features.");
    }

    private static Recipe recipe(String architecture) {
        return Runs.recipe(
                architecture,
                1,
                Schedule.COSINE,
                Variation.NONE,
                List.of("four"),
                Optional.empty());
    }

    @Test
    void a_run_with_other_heads_gives_no_weights() throws IOException {
        RunFolder first = RunFolder.of(folder.resolve("first"), recipe());
        train(first);
        Recipe other =
                Runs.recipe(
                        "mini-xception",
                        1,
                        Schedule.COSINE,
                        Variation.NONE,
                        List.of("two"),
                        Optional.empty());
        Network network = other.network();

        assertThatThrownBy(() -> WeightsFile.of(first.path()).load(network))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("last.checkpoint is of another network");
    }

    @Test
    void heads_of_the_same_sizes_in_another_order_are_other_heads() throws IOException {
        RunFolder first =
                RunFolder.of(folder.resolve("first"), twoHeads(List.of("ferplus", "fer2013")));
        train(first);
        Network turned = twoHeads(List.of("fer2013", "ferplus")).network();

        assertThatThrownBy(() -> WeightsFile.of(first.path()).load(turned))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it has the heads ferplus, fer2013 instead of fer2013");
    }

    private static Recipe twoHeads(List<String> sources) {
        return Runs.recipe(
                "mini-xception", 1, Schedule.COSINE, Variation.NONE, sources, Optional.empty());
    }

    private Path file() {
        return folder.resolve("net.pt");
    }

    private Recipe recipe() throws IOException {
        return Runs.keeping(WeightsFile.of(file()));
    }

    private void train(RunFolder run) throws IOException {
        RunListener listener =
                new RunListener() {
                    @Override
                    public void beganWith(WeightsFile file, Pretrained pretrained) {
                        began.add(pretrained);
                    }

                    @Override
                    public void batchDone(
                            int epoch,
                            int batch,
                            int batches,
                            double done,
                            double all,
                            double loss) {}

                    @Override
                    public void epochDone(Epoch epoch) {}
                };
        new Trainer(run, FACES, FACES, InstantSource.fixed(Instant.EPOCH), listener).run(1);
    }
}
