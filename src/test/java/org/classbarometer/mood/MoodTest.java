package org.classbarometer.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.Reading;
import org.junit.jupiter.api.Test;

class MoodTest {
    private static Optional<Reading> face(float positive, float outside, boolean uncertain) {
        float[] probabilities = {positive, 1 - positive};
        float confidence = Math.max(positive, 1 - positive) * (1 - outside);
        int best = positive >= 0.5f ? 0 : 1;
        return Optional.of(
                new Reading(LabelSet.TWO, probabilities, best, confidence, uncertain, outside));
    }

    @Test
    void uncertain_faces_are_counted_as_uncertain_and_never_as_a_label() {
        Mood mood =
                Mood.of(
                        LabelSet.TWO,
                        List.of(face(0.9f, 0, false), face(0.55f, 0, true), face(0.1f, 0, false)));

        assertThat(mood.counts()).containsExactly(1, 1);
        assertThat(mood.read()).isEqualTo(2);
        assertThat(mood.uncertain()).isEqualTo(1);
    }

    @Test
    void a_face_outside_the_label_set_weighs_little_in_the_mean() {
        Mood mood = Mood.of(LabelSet.TWO, List.of(face(1, 0, false), face(0, 0.99f, true)));

        assertThat(mood.meanProbabilities()[0]).isCloseTo(0.5, within(1e-6));
        assertThat(mood.meanProbabilities()[1]).isCloseTo(0.005, within(1e-6));
    }

    @Test
    void faces_without_a_reading_yet_are_seen_but_not_read() {
        Mood mood = Mood.of(LabelSet.FOUR, List.of(Optional.empty()));

        assertThat(mood.faces()).isEqualTo(1);
        assertThat(mood.read() + mood.uncertain()).isZero();
    }
}
