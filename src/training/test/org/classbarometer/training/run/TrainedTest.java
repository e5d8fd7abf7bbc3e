package org.classbarometer.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.Variation;
import org.classbarometer.training.net.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedTest {
    private static final List<TrainingFace> FACES = Runs.faces(16);

    @TempDir private Path folder = Path.of(".");

    @Test
    void a_blended_head_adds_a_share_of_the_other_for_the_labels_they_have_in_common()
            throws IOException {
        Recipe recipe =
                Runs.recipe(
                        "compact",
                        1,
                        Schedule.COSINE,
                        Variation.NONE,
                        List.of("ferplus", "fer2013"),
                        Optional.empty());
        RunFolder run = RunFolder.of(folder.resolve("run"), recipe);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        new Trainer(run, FACES, FACES, clock, Runs.QUIET).run(1);

        try (Trained before = Trained.of(run, false)) {
            Head eight = before.network().head("ferplus");
            Head seven = before.network().head("fer2013");
            try (Trained blended = before.blended(eight, seven, 0.5f)) {
                float[] own = before.ask(FACES).getFirst().logits()[0];
                float[] other = before.ask(FACES).getLast().logits()[0];
                float[] both = blended.ask(FACES).getFirst().logits()[0];
                for (int i = 0; i < own.length; i++) {
                    String label = LabelSet.EIGHT.labels().get(i);
                    int at = LabelSet.SEVEN.labels().indexOf(label);
                    float added = at < 0 ? 0 : 0.5f * other[at];
                    assertThat(both[i]).as(label).isCloseTo(own[i] + added, within(1e-4f));
                }
                assertThat(blended.ask(FACES).getLast().logits()[0]).isEqualTo(other);
            }
        }
    }

    @Test
    void averaged_weights_are_the_mean_of_the_runs() throws IOException {
        train("short", 1, List.of("four"));
        train("long", 2, List.of("four"));

        try (Trained one = Trained.of(new RunFolder(folder.resolve("short")), false);
                Trained two = Trained.of(new RunFolder(folder.resolve("long")), false);
                Trained both = one.averaged(List.of(two))) {
            Map<String, float[]> first = one.learner().state().average();
            Map<String, float[]> second = two.learner().state().average();
            both.learner()
                    .state()
                    .average()
                    .forEach((name, mean) -> {
                        float[] a = first.getOrDefault(name, new float[0]);
                        float[] b = second.getOrDefault(name, new float[0]);
                        for (int i = 0; i < mean.length; i++) {
                            assertThat(mean[i])
                                    .as(name)
                                    .isCloseTo((a[i] + b[i]) / 2, within(1e-5f));
                        }
                    });
            assertThat(first).isNotEqualTo(second);
        }
    }

    @Test
    void networks_with_other_heads_are_not_averaged() throws IOException {
        train("four", 1, List.of("four"));
        train("two", 1, List.of("two"));

        try (Trained four = Trained.of(new RunFolder(folder.resolve("four")), false);
                Trained two = Trained.of(new RunFolder(folder.resolve("two")), false)) {
            assertThatThrownBy(() -> four.averaged(List.of(two)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mini-xception is another");
        }
    }

    private void train(String name, int epochs, List<String> sources) throws IOException {
        Recipe recipe =
                Runs.recipe(
                        "mini-xception",
                        epochs,
                        Schedule.COSINE,
                        Variation.NONE,
                        sources,
                        Optional.empty());
        RunFolder run = RunFolder.of(folder.resolve(name), recipe);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        new Trainer(run, FACES, FACES, clock, Runs.QUIET).run(epochs);
    }
}
