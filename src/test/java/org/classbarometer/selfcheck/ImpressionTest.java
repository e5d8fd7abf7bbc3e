package org.classbarometer.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.Reading;
import org.classbarometer.selfcheck.MachineReading.Certainty;
import org.junit.jupiter.api.Test;

class ImpressionTest {
    private static final long FRAME_NANOS = 100_000_000;
    private final Impression impression = new Impression();
    private long nanos;

    private static Reading reading(int best, float confidence, boolean uncertain) {
        float[] probabilities = new float[4];
        java.util.Arrays.fill(probabilities, (1 - confidence) / 3);
        probabilities[best] = confidence;
        return new Reading(LabelSet.FOUR, probabilities, best, confidence, uncertain);
    }

    private void see(int track, int frames, Reading reading) {
        for (int i = 0; i < frames; i++) {
            nanos += FRAME_NANOS;
            impression.add(track, reading, nanos);
        }
    }

    private MachineReading now() {
        return impression.now(nanos, "model 1").orElseThrow();
    }

    @Test
    void a_steady_clear_face_is_named_and_called_fairly_sure() {
        see(1, 20, reading(1, 0.9f, false));

        assertThat(now().label()).isEqualTo("happiness");
        assertThat(now().certainty()).isEqualTo(Certainty.FAIRLY_SURE);
        assertThat(now().confidence()).isCloseTo(0.9, within(1e-6));
        assertThat(now().probabilities().stream().mapToDouble(p -> p).sum())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void less_confidence_is_called_leaning() {
        see(1, 20, reading(3, 0.6f, false));

        assertThat(now().certainty()).isEqualTo(Certainty.LEANING);
    }

    @Test
    void a_face_that_is_uncertain_most_of_the_time_claims_no_label() {
        see(1, 8, reading(1, 0.9f, false));
        see(1, 12, reading(1, 0.4f, true));

        assertThat(now().certainty()).isEqualTo(Certainty.UNSURE);
    }

    @Test
    void a_face_that_changes_all_the_time_claims_no_label() {
        for (int i = 0; i < 10; i++) {
            see(1, 1, reading(i % 4, 0.9f, false));
            see(1, 1, reading((i + 1) % 4, 0.9f, false));
        }

        assertThat(now().uncertain()).isTrue();
    }

    @Test
    void nothing_is_said_from_less_than_a_second() {
        see(1, 5, reading(1, 0.9f, false));

        assertThat(impression.now(nanos, "model 1")).isEmpty();
    }

    @Test
    void another_face_starts_anew() {
        see(1, 20, reading(1, 0.9f, false));
        see(2, 5, reading(3, 0.9f, false));

        assertThat(impression.now(nanos, "model 1")).isEmpty();
    }

    @Test
    void what_is_older_than_some_seconds_says_nothing_any_more() {
        see(1, 20, reading(1, 0.9f, false));

        assertThat(impression.now(nanos + Impression.SPAN_NANOS, "model 1")).isEmpty();
    }
}
