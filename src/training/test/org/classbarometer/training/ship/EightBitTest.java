package org.classbarometer.training.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.SmallNets;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.family.Architectures;
import org.classbarometer.training.onnx.OnnxModel;
import org.classbarometer.training.onnx.TrainedNetwork;
import org.classbarometer.training.quantise.EightBit;
import org.junit.jupiter.api.Test;

class EightBitTest {
    private static final Network NETWORK =
            Architectures.of("compact").network(SmallNets.twoHeads());
    private static final ModelProto MODEL =
            OnnxModel.of(
                    new TrainedNetwork(NETWORK, SmallNets.weights(NETWORK, 5)),
                    NETWORK.heads().getFirst(),
                    new float[8],
                    Map.of("version", "7"));

    @Test
    void an_eight_bit_file_answers_nearly_like_the_float_one_in_a_quarter_of_the_bytes()
            throws Exception {
        ModelProto eight = EightBit.of(MODEL, faces(24, 1), NETWORK.side(), 8);

        assertThat(eight.toByteArray().length).isLessThan(MODEL.toByteArray().length * 3 / 10);
        assertThat(eight.getMetadataPropsList()).isEqualTo(MODEL.getMetadataPropsList());
        float[] unseen = SmallNets.faces(16, NETWORK.side(), 2);
        try (ShippedModel plain = new ShippedModel(MODEL.toByteArray(), NETWORK.side());
                ShippedModel small = new ShippedModel(eight.toByteArray(), NETWORK.side())) {
            float[][] said = plain.answer(unseen, 16).logits();
            float[][] says = small.answer(unseen, 16).logits();
            double spread = 0;
            double error = 0;
            for (int face = 0; face < 16; face++) {
                for (int i = 0; i < 8; i++) {
                    spread += Math.abs(said[face][i]);
                    error += Math.abs(said[face][i] - says[face][i]);
                }
            }
            assertThat(error / spread).isBetween(1e-6, 0.05);
        }
    }

    @Test
    void the_first_convolution_and_the_small_dense_layers_stay_in_float() throws Exception {
        ModelProto eight = EightBit.of(MODEL, faces(4, 1), NETWORK.side(), 8);

        List<NodeProto> nodes = eight.getGraph().getNodeList();
        List<NodeProto> convolutions =
                nodes.stream().filter(node -> node.getOpType().equals("Conv")).toList();
        assertThat(bytes(eight, convolutions.getFirst().getInput(1))).isFalse();
        assertThat(convolutions.subList(1, convolutions.size() - 1))
                .allMatch(conv -> bytes(eight, conv.getInput(1)));
        assertThat(nodes)
                .filteredOn(node -> node.getOpType().equals("Gemm"))
                .isNotEmpty()
                .noneMatch(dense -> bytes(eight, dense.getInput(1)));
    }

    @Test
    void seven_bits_leave_the_largest_weights_out() throws Exception {
        assertThat(largest(EightBit.of(MODEL, faces(4, 1), NETWORK.side(), 8))).isEqualTo(127);
        assertThat(largest(EightBit.of(MODEL, faces(4, 1), NETWORK.side(), 7))).isEqualTo(63);
        assertThatThrownBy(() -> EightBit.of(MODEL, faces(4, 1), NETWORK.side(), 4))
                .hasMessageContaining("7 or 8 bits");
    }

    private static boolean bytes(ModelProto model, String weight) {
        return model.getGraph().getInitializerList().stream()
                .anyMatch(tensor -> tensor.getName().equals(weight + ".bytes"));
    }

    private static int largest(ModelProto model) {
        int largest = 0;
        for (var tensor : model.getGraph().getInitializerList()) {
            if (tensor.getName().endsWith("weight.bytes")) {
                for (byte value : tensor.getRawData().toByteArray()) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
        }
        return largest;
    }

    private static List<float[]> faces(int count, long seed) {
        List<float[]> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faces.add(SmallNets.faces(1, NETWORK.side(), seed + i * 31L));
        }
        return faces;
    }
}
