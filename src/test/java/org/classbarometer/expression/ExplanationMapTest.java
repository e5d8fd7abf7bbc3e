package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationMapTest {
    private static ExplanationMap map(float[][] activations, float... probabilities) {
        return new ExplanationMap(new byte[4], 2, 2, activations, 2, 2, probabilities);
    }

    @Test
    void heat_runs_from_least_to_most() {
        ExplanationMap map = map(new float[][] {{-1, 0, 1, 3}}, 1);
        assertThat(map.heat(0, 2, 2)).containsExactly(0, 0.25f, 0.5f, 1);
    }

    @Test
    void heat_is_enlarged_between_the_centres_of_the_cells() {
        ExplanationMap map = map(new float[][] {{0, 1, 0, 1}}, 1);
        assertThat(map.heat(0, 4, 1))
                .containsExactly(new float[] {0, 0.25f, 0.75f, 1}, within(1e-6f));
        assertThat(map.heat(0, 3, 7)).hasSize(21);
        assertThat(map.heat(0, 1, 1)).containsExactly(0.5f);
    }

    @Test
    void a_flat_map_shows_nothing() {
        assertThat(map(new float[][] {{2, 2, 2, 2}}, 1).heat(0, 3, 3)).containsOnly(0);
    }

    @Test
    void a_gathered_label_is_explained_by_the_labels_that_made_it() {
        LabelView two =
                ModelView.over(
                                new ModelMetadata(LabelSet.EIGHT, 0, 1, 0.5f, "", "", "", "", 2, 2),
                                LabelSet.TWO)
                        .orElseThrow();
        float[][] activations = new float[8][4];
        activations[3] = new float[] {4, 0, 0, 0}; // sadness speaks top left
        activations[4] = new float[] {0, 0, 0, 4}; // anger bottom right
        ExplanationMap map = map(activations, 0, 0, 0, 0.6f, 0.3f, 0, 0, 0);
        assertThat(map.heat(two, 1, 2, 2))
                .containsExactly(new float[] {1, 0, 0, 0.5f}, within(1e-6f));
        assertThat(map.heat(two, 0, 2, 2)).containsOnly(0);
    }

    /// The contract: the map shares the logit out over the picture, so its mean is the logit less
    /// the classifier's bias. Probabilities give the logits up to one number a face, so differences
    /// between labels must miss them by the same amount for every face.
    @Test
    void the_mean_of_the_map_is_the_logit_less_a_constant_of_the_label() throws Exception {
        List<double[]> biases = new ArrayList<>();
        List<RenderedFace> faces = RenderedFace.all();
        try (var reader =
                OnnxExpressionReader.open(
                        Path.of("models/expression-baseline.onnx"), ExecutionProvider.CPU)) {
            for (RenderedFace face : faces) {
                ExplanationMap map = reader.explain(face.grey(), face.box());
                assertThat(map.crop()).hasSize(48 * 48);
                assertThat(map.activations()).hasNumberOfRows(8);
                assertThat(map.width() * map.height()).isEqualTo(map.activations()[0].length);
                assertThat(map.probabilities())
                        .containsExactly(
                                reader.probabilities(face.grey(), List.of(face.box()))[0],
                                within(1e-5f));
                double[] bias = new double[8];
                for (int label = 0; label < 8; label++) {
                    double mean = 0;
                    for (float activation : map.activations()[label]) {
                        mean += activation / map.activations()[label].length;
                    }
                    bias[label] =
                            reader.metadata().temperature() * Math.log(map.probabilities()[label])
                                    - mean;
                }
                biases.add(bias);
            }
        }
        double[] first = biases.getFirst();
        for (double[] bias : biases) {
            for (int label = 1; label < 8; label++) {
                assertThat(bias[label] - bias[0]).isCloseTo(first[label] - first[0], within(1e-3));
            }
        }
    }
}
