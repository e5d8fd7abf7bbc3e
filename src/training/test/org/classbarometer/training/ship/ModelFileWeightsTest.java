package org.classbarometer.training.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.SmallNets;
import org.classbarometer.training.data.Batch;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.family.Architectures;
import org.classbarometer.training.onnx.ModelFileWeights;
import org.classbarometer.training.onnx.OnnxModel;
import org.classbarometer.training.onnx.TrainedNetwork;
import org.classbarometer.training.torch.Learner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileWeightsTest {
    private static final Network NETWORK =
            Architectures.of("compact").network(SmallNets.twoHeads());
    private static final Map<String, float[]> WEIGHTS = SmallNets.weights(NETWORK, 3);
    private static final int FACES = 6;
    private static final float[] GREY = SmallNets.faces(FACES, NETWORK.side(), 4);

    @TempDir private Path folder = Path.of(".");

    @Test
    void a_network_goes_on_from_its_model_file_and_says_the_same_after_settling()
            throws IOException {
        Map<String, float[]> known = new HashMap<>(ModelFileWeights.read(file(), NETWORK));
        assertThat(known.keySet()).noneMatch(name -> name.startsWith("head."));
        WEIGHTS.forEach((name, values) -> {
            if (name.startsWith("head.")) {
                known.put(name, values);
            }
        });
        try (Learner before = SmallNets.learner(NETWORK, WEIGHTS);
                Learner after = Learner.start(NETWORK, new Learner.Teaching(false), 1, known)) {
            float[][] said = before.outputs(GREY, FACES, NETWORK.side());
            assertSame(said, after.outputs(GREY, FACES, NETWORK.side()));

            float[] others = SmallNets.faces(16, NETWORK.side(), 8);
            float[] targets = new float[16 * NETWORK.outputs()];
            after.settle(new Batch(others, targets, 16, NETWORK.side()));

            assertSame(said, after.outputs(GREY, FACES, NETWORK.side()));
            float[] variance =
                    after.state().weights().getOrDefault("features.2.variance", new float[0]);
            assertThat(variance).isNotEmpty();
            assertThat(variance[0]).as("of the faces, not what was folded").isNotEqualTo(1f);
        }
    }

    @Test
    void the_file_of_another_network_is_refused() throws IOException {
        Network other = Architectures.of("compact-deep").network(SmallNets.twoHeads());
        Path file = file();

        assertThatThrownBy(() -> ModelFileWeights.read(file, other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is of another network than compact-deep");
    }

    @Test
    void a_file_that_is_none_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.onnx"), "\u0001 no model");

        assertThatThrownBy(() -> ModelFileWeights.read(file, NETWORK))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.onnx");
    }

    private Path file() throws IOException {
        byte[] model =
                OnnxModel.of(
                                new TrainedNetwork(NETWORK, WEIGHTS),
                                NETWORK.heads().getFirst(),
                                new float[8],
                                Map.of())
                        .toByteArray();
        return Files.write(folder.resolve("model.onnx"), model);
    }

    private static void assertSame(float[][] said, float[][] says) {
        for (int i = 0; i < said.length; i++) {
            assertThat(says[i]).containsExactly(said[i], within(2e-3f));
        }
        assertThat(List.of(said)).hasSameSizeAs(List.of(says));
    }
}
