package org.classbarometer.training.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.classbarometer.training.SmallNets;
import org.classbarometer.training.net.Activation;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Layer;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Padding;
import org.classbarometer.training.onnx.OnnxModel;
import org.classbarometer.training.onnx.TrainedNetwork;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.Learner.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxAgreesWithTrainerTest {
    private static final List<Head> HEADS = SmallNets.twoHeads();

    static Stream<Layer> layers() {
        return Stream.of(
                Layer.sequence(Layer.conv(4, 3, 1)),
                Layer.sequence(Layer.convWithBias(4, 3, 2)),
                Layer.sequence(Layer.convWithBias(4, 2, 1)),
                Layer.sequence(new Layer.Conv(4, 4, 2, Padding.NONE, true)),
                Layer.sequence(Layer.conv(4, 3, 1), Layer.batchNorm()),
                Layer.sequence(Layer.convWithBias(4, 3, 1), Layer.batchNorm()),
                Layer.sequence(Layer.conv(4, 3, 1), Layer.relu(), Layer.batchNorm()),
                Layer.sequence(Layer.conv(4, 3, 1), Layer.depthwise(3, 2), Layer.batchNorm()),
                Layer.sequence(
                        Layer.conv(4, 3, 1), new Layer.Activate(new Activation.LeakyRelu(0.1f))),
                Layer.sequence(Layer.conv(4, 3, 1), new Layer.Activate(new Activation.Elu())),
                Layer.sequence(Layer.conv(4, 3, 1), new Layer.Activate(new Activation.Silu())),
                Layer.sequence(Layer.conv(4, 3, 1), Layer.maxPool(2), Layer.meanPool(3)),
                Layer.sequence(Layer.conv(4, 3, 1), Layer.overlappingPool()),
                Layer.sequence(Layer.conv(4, 3, 1), new Layer.SqueezeExcite(2, Activation.relu())),
                Layer.sequence(
                        Layer.conv(4, 3, 1),
                        new Layer.Residual(
                                Layer.sequence(Layer.conv(4, 3, 1), Layer.batchNorm()),
                                Layer.identity())),
                Layer.sequence(new Layer.GreyToRgb(), Layer.conv(4, 3, 1)),
                Layer.sequence(new Layer.Standardise(10), Layer.conv(4, 3, 1)));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void every_kind_of_layer_computes_the_same_in_the_file(Layer layer) {
        Layer features = Layer.sequence(new Layer.Scale(1 / 255f, -0.5f), layer);
        Network network = SmallNets.net(features, HEADS);

        Agreement agreement =
                agreement(network, HEADS.getFirst(), new float[8], 20, 20, Explanation.GRAD_CAM);

        assertThat(agreement.largestDifference()).isLessThan(1e-5);
        assertThat(agreement.mapCorrelation()).isCloseTo(1, within(1e-3));
    }

    @Test
    void a_small_net_answers_a_thousand_faces_as_the_trainer_does() {
        Agreement agreement =
                agreement(
                        SmallNets.plain(HEADS),
                        HEADS.getLast(),
                        new float[7],
                        1000,
                        100,
                        Explanation.GRAD_CAM);

        assertThat(agreement.faces()).isEqualTo(1000);
        assertThat(agreement.largestDifference()).isLessThan(Agreement.ALLOWED);
        assertThat(agreement.mapFaces()).isEqualTo(100);
        assertThat(agreement.mapCorrelation()).isCloseTo(1, within(1e-3));
    }

    @Test
    void a_lean_is_added_to_the_logits() {
        float[] lean = {1, 2, 3, 4, 5, 6, 7};

        Agreement agreement =
                agreement(
                        SmallNets.plain(HEADS), HEADS.getLast(), lean, 10, 0, Explanation.GRAD_CAM);

        assertThat(agreement.largestDifference()).isLessThan(1e-5);
    }

    @Test
    void what_is_no_number_or_was_not_asked_is_no_agreement() {
        float[] lean = {1, 2, Float.NaN, 4, 5, 6, 7};

        Agreement broken =
                agreement(
                        SmallNets.plain(HEADS), HEADS.getLast(), lean, 10, 0, Explanation.GRAD_CAM);

        assertThat(broken.isClose()).isFalse();
        assertThat(new Agreement(0, 0, 0, 0).isClose()).isFalse();
        assertThat(new Agreement(1, Agreement.ALLOWED, 0, 0).isClose()).isTrue();
    }

    @Test
    void the_mean_of_the_map_and_the_bias_is_the_logit() {
        Network network = SmallNets.plain(HEADS);
        Map<String, float[]> weights = SmallNets.weights(network, 3);
        Head head = HEADS.getFirst();
        byte[] file =
                OnnxModel.of(new TrainedNetwork(network, weights), head, new float[8], Map.of())
                        .toByteArray();
        float[] bias = weights.getOrDefault("head.2.bias", new float[0]);

        try (ShippedModel shipped = new ShippedModel(file, SmallNets.SIDE)) {
            ShippedModel.Answer answer = shipped.answer(SmallNets.faces(1, SmallNets.SIDE, 5), 1);

            for (int label = 0; label < head.size(); label++) {
                double sum = 0;
                for (float cell : answer.maps()[0][label]) {
                    sum += cell;
                }
                double mean = sum / answer.maps()[0][label].length;
                assertThat(answer.logits()[0][label])
                        .isCloseTo((float) mean + bias[label], within(1e-4f));
            }
        }
    }

    static Agreement agreement(
            Network network,
            Head head,
            float[] lean,
            int count,
            int mapFaces,
            Explanation explanation) {
        Map<String, float[]> weights = SmallNets.weights(network, 7);
        byte[] file =
                OnnxModel.of(new TrainedNetwork(network, weights), head, lean, Map.of())
                        .toByteArray();
        List<float[]> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            faces.add(SmallNets.faces(1, network.side(), i));
        }
        try (Learner learner = SmallNets.learner(network, weights);
                ShippedModel shipped = new ShippedModel(file, network.side())) {
            return Agreement.of(learner, head, lean, shipped, faces, mapFaces, explanation);
        }
    }
}
