package org.classbarometer.training.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.training.SmallNets;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedTest {
    private static final List<Head> FOUR = List.of(new Head("four", LabelSet.FOUR, 0));
    private static final Network NETWORK = SmallNets.plain(FOUR);
    private static final Map<String, float[]> WEIGHTS = SmallNets.weights(NETWORK, 4);

    @TempDir private Path folder = Path.of(".");

    @Test
    void a_network_begins_with_the_arrays_of_a_file() throws IOException {
        Pretrained pretrained = Pretrained.of(file("net.pt", NETWORK, WEIGHTS), NETWORK);

        assertThat(pretrained.random()).isEmpty();
        assertThat(pretrained.unused()).isEmpty();
        assertThat(pretrained.arrays().keySet()).isEqualTo(WEIGHTS.keySet());
        try (Learner learner =
                        Learner.start(
                                NETWORK, new Learner.Teaching(false), 1, pretrained.arrays());
                Learner same = SmallNets.learner(NETWORK, WEIGHTS)) {
            float[] faces = SmallNets.faces(3, SmallNets.SIDE, 2);
            assertThat(learner.outputs(faces, 3, SmallNets.SIDE))
                    .isDeepEqualTo(same.outputs(faces, 3, SmallNets.SIDE));
        }
    }

    @Test
    void a_file_that_torch_has_written_is_read_too() throws Exception {
        Path ours = file("ours.pt", NETWORK, WEIGHTS);
        Path theirs = folder.resolve("theirs.pt");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (Model model = Model.newInstance("net", Learner.ENGINE);
                InputStream in = Files.newInputStream(ours)) {
            model.load(in);
            model.getBlock().saveParameters(new DataOutputStream(written));
        }
        byte[] bytes = written.toByteArray();
        // DJL writes a number of its own before the file.
        Files.write(theirs, Arrays.copyOfRange(bytes, zipStart(bytes), bytes.length));

        Pretrained pretrained = Pretrained.of(theirs, NETWORK);

        assertThat(pretrained.arrays().keySet()).isEqualTo(WEIGHTS.keySet());
        pretrained
                .arrays()
                .forEach((name, values) ->
                        assertThat(values).isEqualTo(WEIGHTS.getOrDefault(name, new float[0])));
    }

    private static int zipStart(byte[] bytes) {
        int at = 0;
        while (bytes[at] != 'P' || bytes[at + 1] != 'K') {
            at++;
        }
        return at;
    }

    @Test
    void a_head_of_other_labels_stays_random() throws IOException {
        Network other = SmallNets.plain(SmallNets.twoHeads());

        Pretrained pretrained = Pretrained.of(file("net.pt", NETWORK, WEIGHTS), other);

        assertThat(pretrained.random()).containsExactly("head.2.weight", "head.2.bias");
        assertThat(pretrained.unused()).containsExactly("head.at2.weight", "head.at2.bias");
        assertThat(pretrained.arrays()).hasSize(WEIGHTS.size() - 2);
    }

    @Test
    void a_convolution_of_one_cell_is_a_dense_layer() throws IOException {
        Network squeezing =
                SmallNets.net(
                        Layer.sequence(
                                Layer.conv(4, 3, 1), new Layer.SqueezeExcite(2, Activation.relu())),
                        FOUR);
        List<ScriptFile.Array> found = new ArrayList<>();
        for (Parameter parameter : Anatomy.of(squeezing).parameters()) {
            List<Integer> shape = new ArrayList<>(parameter.shape());
            if (parameter.name().endsWith("squeeze.weight")) {
                shape.addAll(List.of(1, 1));
            }
            found.add(new ScriptFile.Array(parameter.name(), shape, new float[parameter.size()]));
        }

        assertThat(Pretrained.match(folder, found, squeezing).random()).isEmpty();
    }

    @Test
    void a_file_of_another_network_is_refused_naming_what_does_not_fit() throws IOException {
        Network wide = SmallNets.net(Layer.sequence(Layer.conv(9, 3, 1)), FOUR);
        Path file = file("net.pt", NETWORK, WEIGHTS);

        assertThatThrownBy(() -> Pretrained.of(file, wide))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("net.pt")
                .hasMessageContaining("array 1, features.at1.weight [6, 1, 3, 3]")
                .hasMessageContaining("features.0.weight [9, 1, 3, 3]");
    }

    @Test
    void a_file_that_is_none_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pt"), "weights");
        Path zip = folder.resolve("state.pt");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("archive/data.pkl"));
        }

        assertThatThrownBy(() -> Pretrained.of(text, NETWORK))
                .hasMessageContaining("text.pt is no TorchScript");
        assertThatThrownBy(() -> Pretrained.of(zip, NETWORK))
                .hasMessageContaining("state.pt is no TorchScript");
    }

    private Path file(String name, Network network, Map<String, float[]> weights)
            throws IOException {
        Path file = folder.resolve(name);
        ScriptWriter.of(network, weights).write(file);
        return file;
    }
}
