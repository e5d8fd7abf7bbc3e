package org.classbarometer.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.FerVotes;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final float[] EVEN = new float[15];

    static {
        Arrays.fill(EVEN, 1);
    }

    @Test
    void faces_without_variation_come_as_they_are() {
        try (Batches batches = batches(Variation.NONE, 0, EVEN)) {
            int[] order = batches.order(0);
            Batch batch = batches.batch(order, 0, 0, TrainingFace.SIDE);

            assertThat(batch.faces()[0]).isEqualTo(order[0] + 100f);
            assertThat(batch.faces()[TrainingFace.SIDE * TrainingFace.SIDE - 1])
                    .isEqualTo(order[0]);
        }
    }

    @Test
    void the_same_seed_and_epoch_give_the_same_batch() {
        try (Batches one = batches(Variation.USUAL, 0.1f, EVEN);
                Batches other = batches(Variation.USUAL, 0.1f, EVEN)) {
            other.batch(other.order(3), 3, 1, 40);

            assertThat(other.batch(other.order(4), 4, 1, 40).faces())
                    .isEqualTo(one.batch(one.order(4), 4, 1, 40).faces());
            assertThat(one.batch(one.order(5), 5, 1, 40).faces())
                    .isNotEqualTo(one.batch(one.order(4), 4, 1, 40).faces());
        }
    }

    @Test
    void each_epoch_shows_every_face_once() {
        try (Batches batches = batches(Variation.USUAL, 0, EVEN)) {
            int[] order = batches.order(7);
            Arrays.sort(order);
            assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
    }

    @Test
    void a_target_sums_to_one_for_each_head_and_to_its_weight_where_weighted() {
        float[] weights = EVEN.clone();
        weights[1] = 3;
        try (Batches plain = batches(Variation.USUAL, 0.2f, EVEN);
                Batches weighted = batches(Variation.USUAL, 0.2f, weights)) {
            int[] order = plain.order(0);

            float[] targets = plain.batch(order, 0, 0, 48).targets();
            assertThat(sum(targets, 0, 8)).isCloseTo(1, within(1e-5));
            assertThat(sum(targets, 8, 15)).isCloseTo(1, within(1e-5));
            assertThat(targets[1]).isCloseTo(0.8f * 0.75f + 0.2f / 8, within(1e-5f));
            float[] heavier = weighted.batch(order, 0, 0, 48).targets();
            assertThat(sum(heavier, 0, 8)).isCloseTo(0.75 * 3 + 0.25, within(1e-5));
        }
    }

    @Test
    void faces_and_targets_are_mixed_in_the_same_shares() {
        List<TrainingFace> faces = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] pixels = new byte[TrainingFace.SIDE * TrainingFace.SIDE];
            Arrays.fill(pixels, (byte) (40 * i));
            String label = i % 2 == 0 ? "happiness" : "sadness";
            faces.add(new TrainingFace(pixels, label, Optional.empty()));
        }
        TrainingSet lesson =
                new TrainingSet(TrainingSet.heads(List.of(LabelSource.FER2013)), faces);
        float[] weights = new float[7];
        Arrays.fill(weights, 1);
        Batches.Shaping shaping =
                new Batches.Shaping(4, Variation.NONE.withMixing(1), 0, weights, 0);
        int happy = LabelSource.FER2013.labels().labels().indexOf("happiness");
        try (Batches batches = new Batches(lesson, shaping, 9)) {
            int[] order = batches.order(0);
            Batch batch = batches.batch(order, 0, 0, TrainingFace.SIDE);

            int pixels = TrainingFace.SIDE * TrainingFace.SIDE;
            float share = (batch.faces()[0] / 40 - order[3]) / (order[0] - order[3]);
            assertThat(share).isStrictlyBetween(0f, 1f);
            for (int row = 0; row < 4; row++) {
                int one = order[row];
                int other = order[3 - row];
                assertThat(batch.faces()[row * pixels + 99])
                        .isCloseTo(40 * (share * one + (1 - share) * other), within(1e-2f));
                assertThat(batch.targets()[row * 7 + happy])
                        .isCloseTo(
                                share * (1 - one % 2) + (1 - share) * (1 - other % 2),
                                within(1e-4f));
            }
        }
    }

    @Test
    void shrunk_pictures_have_lost_their_detail() {
        Variation shrinking = new Variation(0, 0, 0, 0, 0, 0, 0, 0, 1, 6, 6, 0, 0.2f);
        byte[] checks = new byte[TrainingFace.SIDE * TrainingFace.SIDE];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = (byte) ((i + i / TrainingFace.SIDE) % 2 == 0 ? 0 : 200);
        }
        TrainingSet lesson =
                new TrainingSet(
                        TrainingSet.heads(List.of(LabelSource.FER2013)), List.of(face(checks)));
        float[] weights = new float[7];
        Arrays.fill(weights, 1);
        try (Batches batches =
                new Batches(lesson, new Batches.Shaping(1, shrinking, 0, weights, 0), 1)) {
            float[] grey = batches.batch(batches.order(0), 0, 0, TrainingFace.SIDE).faces();

            for (float value : grey) {
                assertThat(value).isBetween(90f, 110f);
            }
        }
    }

    @Test
    void faces_that_teach_nothing_are_left_out() {
        FerVotes unknown = new FerVotes(List.of(0, 0, 0, 0, 0, 0, 0, 0, 10, 0));
        TrainingFace face =
                new TrainingFace(
                        new byte[TrainingFace.SIDE * TrainingFace.SIDE],
                        "anger",
                        Optional.of(unknown));

        assertThat(
                        new TrainingSet(
                                        TrainingSet.heads(List.of(LabelSource.FERPLUS)),
                                        List.of(face))
                                .size())
                .isZero();
        assertThat(
                        new TrainingSet(
                                        TrainingSet.heads(
                                                List.of(LabelSource.FERPLUS, LabelSource.FER2013)),
                                        List.of(face))
                                .size())
                .isEqualTo(1);
    }

    @Test
    void balanced_faces_come_up_equally_often_whatever_their_label() {
        List<TrainingFace> faces = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String label = i < 380 ? "neutral" : "disgust";
            faces.add(new TrainingFace(face(new byte[0]).pixels(), label, Optional.empty()));
        }
        TrainingSet lesson =
                new TrainingSet(TrainingSet.heads(List.of(LabelSource.FER2013)), faces);
        float[] weights = new float[7];
        Arrays.fill(weights, 1);
        Batches.Shaping half = new Batches.Shaping(10, Variation.NONE, 0, weights, 0.5f);
        try (Batches batches = new Batches(lesson, half, 2)) {
            long rare = Arrays.stream(batches.order(0)).filter(face -> face >= 380).count();
            // Half of them by label: 100, and of the other half one in twenty: 10.
            assertThat(rare).isBetween(80L, 140L);
            assertThat(batches.order(0)).isEqualTo(batches.order(0));
        }
        assertThatThrownBy(() -> new Batches.Shaping(10, Variation.NONE, 0, weights, 1.1f))
                .hasMessageContaining("1.1");
    }

    @Test
    void both_opinions_of_a_face_are_joined() {
        TrainingFace happy = face(new byte[TrainingFace.SIDE * TrainingFace.SIDE]);
        float[] votes = LabelSource.FERPLUS.target(happy).orElseThrow();
        float[] joined = LabelSource.JOINED.target(happy).orElseThrow();
        int own = LabelSource.EIGHT.labels().labels().indexOf(happy.label());

        for (int i = 0; i < votes.length; i++) {
            float expected = 0.65f * votes[i] + (i == own ? 0.35f : 0);
            assertThat(joined[i]).isCloseTo(expected, within(1e-5f));
        }
        TrainingFace alone = new TrainingFace(happy.pixels(), "disgust", Optional.empty());
        assertThat(LabelSource.JOINED.truth(alone)).contains("disgust");
    }

    @Test
    void two_labels_leave_out_what_is_neither() {
        TrainingFace happy = face(new byte[TrainingFace.SIDE * TrainingFace.SIDE]);

        assertThat(LabelSource.TWO.truth(happy)).contains("positive");
        assertThat(LabelSource.FOUR.target(happy)).contains(new float[] {0.25f, 0.75f, 0, 0});
        assertThat(LabelSource.of("two")).isEqualTo(LabelSource.TWO);
    }

    private static double sum(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static Batches batches(Variation variation, float smoothing, float[] weights) {
        List<TrainingFace> faces = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            byte[] pixels = new byte[TrainingFace.SIDE * TrainingFace.SIDE];
            Arrays.fill(pixels, (byte) i);
            pixels[0] = (byte) (i + 100);
            faces.add(face(pixels));
        }
        TrainingSet lesson =
                new TrainingSet(
                        TrainingSet.heads(List.of(LabelSource.FERPLUS, LabelSource.FER2013)),
                        faces);
        return new Batches(lesson, new Batches.Shaping(5, variation, smoothing, weights, 0), 9);
    }

    private static TrainingFace face(byte[] pixels) {
        FerVotes votes = new FerVotes(List.of(2, 6, 0, 0, 0, 0, 0, 0, 0, 0));
        return new TrainingFace(pixels, "happiness", Optional.of(votes));
    }
}
