package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Label sets laid over a model (docs/decisions/0002-views-over-labels.md).
class LabelViewTest {
    private static final LabelSet ENGAGEMENT =
            new LabelSet("engagement", List.of("engaged", "bored", "angry"));

    private static ModelMetadata model(LabelSet labels) {
        return new ModelMetadata(labels, 0, 1, 0.5f, "", "", "", "", 48, 48);
    }

    private static LabelView over(LabelSet model, LabelSet view) {
        return ModelView.over(model(model), view).orElseThrow();
    }

    private static List<LabelSet> offered(LabelSet model) {
        return List.copyOf(ModelView.all(model(model)).keySet());
    }

    /// In the order of [LabelSet#EIGHT].
    private static float[] eight(
            double neutral,
            double happiness,
            double surprise,
            double sadness,
            double anger,
            double disgust,
            double fear,
            double contempt) {
        double[] all = {neutral, happiness, surprise, sadness, anger, disgust, fear, contempt};
        float[] result = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            result[i] = (float) all[i];
        }
        return result;
    }

    @Test
    void a_model_of_eight_offers_all_views() {
        assertThat(offered(LabelSet.EIGHT)).isEqualTo(LabelSet.VIEWS);
        LabelSet ferplus = new LabelSet("ferplus-8", LabelSet.EIGHT.labels().reversed());
        assertThat(offered(ferplus)).isEqualTo(LabelSet.VIEWS);
    }

    @Test
    void smaller_models_offer_what_they_can_tell_apart() {
        assertThat(offered(LabelSet.SEVEN))
                .containsExactly(LabelSet.SEVEN, LabelSet.FOUR, LabelSet.TWO);
        assertThat(offered(LabelSet.FOUR)).containsExactly(LabelSet.FOUR);
        assertThat(offered(LabelSet.TWO)).containsExactly(LabelSet.TWO);
        assertThat(offered(ENGAGEMENT)).containsExactly(ENGAGEMENT);
    }

    @Test
    void a_view_goes_by_the_names_of_the_labels_not_by_their_order() {
        LabelSet reversed = new LabelSet("r", LabelSet.EIGHT.labels().reversed());
        float[] contemptFirst = new float[8];
        contemptFirst[6] = 1; // happiness, counted from the end
        assertThat(over(reversed, LabelSet.FOUR).read(contemptFirst).label())
                .isEqualTo("happiness");
    }

    @Test
    void seven_leaves_contempt_out_and_shares_the_rest_anew() {
        Reading reading =
                over(LabelSet.EIGHT, LabelSet.SEVEN).read(eight(0.1, 0.6, 0.1, 0, 0, 0, 0, 0.2));
        assertThat(reading.probabilities()[1]).isCloseTo(0.75f, within(1e-6f));
        assertThat(reading.confidence()).isCloseTo(0.6f, within(1e-6f));
        assertThat(reading.outside()).isCloseTo(0.2f, within(1e-6f));
        assertThat(reading.uncertain()).isFalse();
    }

    @Test
    void a_face_that_shows_what_the_view_leaves_out_is_uncertain() {
        Reading angry =
                over(LabelSet.EIGHT, LabelSet.FOUR)
                        .read(eight(0.05, 0.01, 0.01, 0.03, 0.9, 0, 0, 0));
        assertThat(angry.uncertain()).isTrue();
        assertThat(angry.other()).isTrue();
        assertThat(angry.confidence()).isCloseTo(0.05f, within(1e-6f));
    }

    @Test
    void a_neutral_face_is_neither_positive_nor_negative() {
        Reading neutral =
                over(LabelSet.EIGHT, LabelSet.TWO).read(eight(0.9, 0.06, 0.01, 0.03, 0, 0, 0, 0));
        assertThat(neutral.uncertain()).isTrue();
        assertThat(neutral.other()).isTrue();
        assertThat(neutral.outside()).isCloseTo(0.91f, within(1e-6f));
    }

    @Test
    void negative_gathers_five_expressions() {
        Reading mixed =
                over(LabelSet.EIGHT, LabelSet.TWO)
                        .read(eight(0.2, 0.04, 0, 0.2, 0.2, 0.16, 0.1, 0.1));
        assertThat(mixed.label()).isEqualTo("negative");
        assertThat(mixed.confidence()).isCloseTo(0.76f, within(1e-6f));
        assertThat(mixed.probabilities()[1]).isCloseTo(0.95f, within(1e-6f));
        assertThat(mixed.uncertain()).isFalse();
        LabelView two = over(LabelSet.EIGHT, LabelSet.TWO);
        assertThat(two.members(0)).containsExactly(1);
        assertThat(two.members(1)).containsExactlyInAnyOrder(3, 4, 5, 6, 7);
    }

    @Test
    void a_smaller_label_is_never_claimed_over_a_larger_one_left_out() {
        ModelMetadata bold = new ModelMetadata(LabelSet.EIGHT, 0, 1, 0.3f, "", "", "", "", 48, 48);
        Reading reading =
                ModelView.over(bold, LabelSet.TWO)
                        .orElseThrow()
                        .read(eight(0.55, 0.45, 0, 0, 0, 0, 0, 0));
        assertThat(reading.uncertain()).isTrue();
    }

    @Test
    void labels_counted_twice_are_no_view() {
        Optional<LabelView> twice =
                ModelView.over(
                        model(LabelSet.EIGHT), new LabelSet("x", List.of("sadness", "negative")));
        assertThat(twice).isEmpty();
    }

    @Property
    void every_view_gives_a_distribution(
            @ForAll("distributions") float[] probabilities, @ForAll("views") LabelSet set) {
        Reading reading = over(LabelSet.EIGHT, set).read(probabilities);
        double sum = 0;
        for (float probability : reading.probabilities()) {
            assertThat(probability).isBetween(0f, 1.000001f);
            assertThat(probability).isLessThanOrEqualTo(reading.probabilities()[reading.best()]);
            sum += probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(reading.confidence())
                .isLessThanOrEqualTo(reading.probabilities()[reading.best()] + 1e-6f);
        assertThat(reading.confidence() + reading.outside()).isLessThanOrEqualTo(1.00001f);
    }

    @Property
    void a_certain_reading_survives_in_every_view_that_has_its_label(
            @ForAll("distributions") float[] probabilities) {
        Reading full = over(LabelSet.EIGHT, LabelSet.EIGHT).read(probabilities);
        for (LabelSet set : List.of(LabelSet.SEVEN, LabelSet.FOUR)) {
            Reading seen = over(LabelSet.EIGHT, set).read(probabilities);
            if (!full.uncertain() && set.labels().contains(full.label())) {
                assertThat(seen.label()).isEqualTo(full.label());
                assertThat(seen.uncertain()).isFalse();
            } else {
                assertThat(seen.uncertain()).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<LabelSet> views() {
        return Arbitraries.of(LabelSet.VIEWS);
    }

    @Provide
    Arbitrary<float[]> distributions() {
        return Arbitraries.doubles()
                .between(0, 8)
                .array(double[].class)
                .ofSize(8)
                .map(logits -> {
                    double sum = 0;
                    for (double logit : logits) {
                        sum += Math.exp(logit);
                    }
                    float[] result = new float[8];
                    for (int i = 0; i < 8; i++) {
                        result[i] = (float) (Math.exp(logits[i]) / sum);
                    }
                    return result;
                });
    }
}
