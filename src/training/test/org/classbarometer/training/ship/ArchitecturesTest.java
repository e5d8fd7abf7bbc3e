package org.classbarometer.training.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.graph.GraphCheck;
import org.classbarometer.training.SmallNets;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.family.Architecture;
import org.classbarometer.training.net.family.Architectures;
import org.classbarometer.training.onnx.OnnxModel;
import org.classbarometer.training.onnx.TrainedNetwork;
import org.classbarometer.training.torch.Learner.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitecturesTest {
    static Stream<String> names() {
        return Architectures.all().stream().map(Architecture::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_family_answers_in_the_file_as_in_the_trainer(String name) {
        List<Head> heads = SmallNets.twoHeads();
        Network network = Architectures.of(name).network(heads);

        Agreement agreement =
                OnnxAgreesWithTrainerTest.agreement(
                        network, heads.getLast(), new float[7], 4, 4, Explanation.HI_RES_CAM);

        assertThat(agreement.largestDifference()).isLessThan(Agreement.ALLOWED);
        assertThat(agreement.mapCorrelation()).isGreaterThan(0.99);
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_program_takes_the_file_of_every_family(String name) {
        Network network = Architectures.of(name).network(SmallNets.twoHeads());
        byte[] file =
                OnnxModel.of(
                                new TrainedNetwork(network, SmallNets.weights(network, 5)),
                                network.heads().getFirst(),
                                new float[8],
                                Map.of())
                        .toByteArray();

        assertThat(GraphCheck.of(file, 8)).isEmpty();
    }

    // Counted by hand or as published, for the thousand labels of ImageNet where that is given.
    @Test
    void the_known_networks_have_the_published_number_of_parameters() {
        assertThat(parameters("resnet50")).isEqualTo(25_557_032);
        assertThat(parameters("resnet101")).isEqualTo(44_549_160);
        assertThat(parameters("efficientnet-b0")).isEqualTo(5_288_548);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compact", "compact-deep"})
    void our_own_networks_keep_to_their_budget(String name) {
        Network network = Architectures.of(name).network(SmallNets.twoHeads());

        assertThat(Anatomy.of(network).trainedValues()).isLessThan(5_000_000);
        assertThat(network.anySize()).isTrue();
    }

    @Test
    void an_unknown_name_is_answered_with_those_there_are() {
        assertThatThrownBy(() -> Architectures.of("alexnet"))
                .hasMessageContaining("alexnet")
                .hasMessageContaining("mini-xception");
    }

    private static long parameters(String name) {
        List<String> labels = IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
        Head thousand = new Head("imagenet", new LabelSet("1000", labels), 0);
        return Anatomy.of(Architectures.of(name).network(List.of(thousand))).trainedValues();
    }
}
