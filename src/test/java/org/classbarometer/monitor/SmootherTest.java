package org.classbarometer.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Smoothing over time (docs/decisions/0004-smoothing.md); labels here are neutral, happy, other.
class SmootherTest {
    private static final int TRACK = 7;
    private static final float[] NEUTRAL = {0.8f, 0.1f, 0.1f};
    private static final float[] SMILE = {0.05f, 0.9f, 0.05f};
    private static final float[] FAINT_SMILE = {0.3f, 0.6f, 0.1f};
    private static final float[] MISREADING = {0, 0.02f, 0.98f};

    private final Smoother smoother = new Smoother();

    private float[] at(double milliseconds, float[] reading) {
        return smoother.smooth(
                TRACK,
                reading.clone(),
                Math.round(milliseconds * 1_000_000),
                MonitorSettings.SMOOTHING);
    }

    /// The labels a model with a threshold of one half would claim; -1 for uncertain.
    private List<Integer> labels(double framesPerSecond, List<float[]> readings) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            float[] smoothed = at(1000 * i / framesPerSecond, readings.get(i));
            int claimed = -1;
            for (int label = 0; label < smoothed.length; label++) {
                claimed = smoothed[label] >= 0.5f ? label : claimed;
            }
            labels.add(claimed);
        }
        return labels;
    }

    private static List<float[]> neutralWith(int count, float[] reading) {
        List<float[]> readings = new ArrayList<>();
        for (int i = 0; i < 40 + count; i++) {
            readings.add(i >= 20 && i < 20 + count ? reading : NEUTRAL);
        }
        return readings;
    }

    @ParameterizedTest
    @CsvSource({"12, 3", "12, 4", "15, 4", "25, 7", "25, 8", "30, 9", "60, 18"})
    void a_smile_of_300_milliseconds_is_seen_within_half_of_it_and_as_long_as_it_was(
            double framesPerSecond, int frames) {
        for (float[] smile : List.of(SMILE, FAINT_SMILE)) {
            smoother.reset();
            List<Integer> labels = labels(framesPerSecond, neutralWith(frames, smile));
            assertThat(labels.indexOf(1) - 20).isLessThanOrEqualTo(frames / 2);
            assertThat(labels.stream().filter(label -> label == 1).count())
                    .isBetween(frames - 1L, frames + 1L);
            assertThat(labels.getLast()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 6, 8, 10, 12, 15, 20, 25, 30, 60})
    void one_misread_frame_never_changes_the_label(double framesPerSecond) {
        assertThat(labels(framesPerSecond, neutralWith(1, MISREADING))).containsOnly(0);
    }

    @Test
    void two_misread_frames_do_not_change_the_label_of_a_fast_camera() {
        assertThat(labels(25, neutralWith(2, MISREADING))).containsOnly(0);
    }

    @Test
    void a_change_that_stays_is_shown_at_full_strength() {
        at(0, NEUTRAL);
        at(40, NEUTRAL);
        for (int i = 2; i < 10; i++) {
            at(40 * i, SMILE);
        }
        assertThat(at(400, SMILE)).containsExactly(SMILE, within(1e-6f));
    }

    @Test
    void the_first_reading_is_shown_as_it_is() {
        assertThat(at(0, SMILE)).containsExactly(SMILE);
    }

    @Test
    void after_a_long_gap_the_past_is_forgotten() {
        at(0, NEUTRAL);
        at(80, NEUTRAL);
        at(160, NEUTRAL);
        assertThat(at(1000, SMILE)).containsExactly(SMILE);
    }

    @Test
    void readings_that_disagree_altogether_claim_nothing() {
        at(0, new float[] {1, 0, 0});
        at(80, new float[] {0, 1, 0});
        float third = 1f / 3;
        assertThat(at(160, new float[] {0, 0, 1}))
                .containsExactly(new float[] {third, third, third}, within(1e-6f));
    }

    @Test
    void time_running_backwards_begins_anew() {
        at(5000, NEUTRAL);
        at(5080, NEUTRAL);
        at(5160, NEUTRAL);
        assertThat(at(0, SMILE)).containsExactly(SMILE);
    }

    @Test
    void no_smoothing_passes_everything_through() {
        for (int i = 0; i < 5; i++) {
            smoother.smooth(TRACK, NEUTRAL, i * 40_000_000L, Duration.ZERO);
        }
        assertThat(smoother.smooth(TRACK, SMILE, 200_000_000L, Duration.ZERO))
                .containsExactly(SMILE);
    }

    @Test
    void tracks_do_not_know_each_other_and_are_forgotten_when_gone() {
        at(0, NEUTRAL);
        at(80, NEUTRAL);
        at(160, NEUTRAL);
        assertThat(smoother.smooth(TRACK + 1, SMILE, 160_000_000, MonitorSettings.SMOOTHING))
                .containsExactly(SMILE);
        smoother.keepOnly(Set.of(TRACK + 1));
        assertThat(smoother.latest(TRACK)).isEmpty();
        assertThat(smoother.latest(TRACK + 1)).isPresent();
        assertThat(at(200, SMILE)).containsExactly(SMILE);
    }

    @Property
    void a_distribution_stays_one(
            @ForAll("sequences") List<float[]> readings,
            @ForAll @LongRange(min = 0, max = 2000) long stepMillis,
            @ForAll @LongRange(min = 0, max = 1000) long spanMillis) {
        Smoother fresh = new Smoother();
        for (int i = 0; i < readings.size(); i++) {
            float[] smoothed =
                    fresh.smooth(
                            1,
                            readings.get(i),
                            i * stepMillis * 1_000_000,
                            Duration.ofMillis(spanMillis));
            double sum = 0;
            for (float probability : smoothed) {
                assertThat(probability).isBetween(0f, 1.00001f);
                sum += probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-4));
        }
    }

    @Property
    void what_never_changes_is_shown_unchanged(
            @ForAll("distributions") float[] reading,
            @ForAll @LongRange(min = 1, max = 500) long stepMillis) {
        Smoother fresh = new Smoother();
        for (int i = 0; i < 20; i++) {
            assertThat(
                            fresh.smooth(
                                    1,
                                    reading,
                                    i * stepMillis * 1_000_000,
                                    MonitorSettings.SMOOTHING))
                    .containsExactly(reading, within(1e-5f));
        }
    }

    @Provide
    Arbitrary<float[]> distributions() {
        return Arbitraries.doubles()
                .between(0, 20)
                .array(double[].class)
                .ofSize(5)
                .map(logits -> {
                    double sum = 0;
                    for (double logit : logits) {
                        sum += Math.exp(logit);
                    }
                    float[] result = new float[logits.length];
                    for (int i = 0; i < result.length; i++) {
                        result[i] = (float) (Math.exp(logits[i]) / sum);
                    }
                    return result;
                });
    }

    @Provide
    Arbitrary<List<float[]>> sequences() {
        return distributions().list().ofMinSize(1).ofMaxSize(60);
    }
}
