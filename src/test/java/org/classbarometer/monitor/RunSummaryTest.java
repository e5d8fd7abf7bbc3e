package org.classbarometer.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Mood;
import org.classbarometer.mood.SpanMood;
import org.junit.jupiter.api.Test;

class RunSummaryTest {
    private static final long MILLI = 1_000_000;
    private final RunSummary summary = new RunSummary();

    private static Mood mood(int positive, int negative, int uncertain) {
        int readings = positive + negative + uncertain;
        double mean = readings == 0 ? 0 : (double) positive / readings;
        return new Mood(
                LabelSet.TWO,
                new int[] {positive, negative},
                new double[] {mean, readings == 0 ? 0 : 1 - mean},
                readings,
                positive + negative,
                uncertain);
    }

    private static StageTimings taking(long millis) {
        return new StageTimings(0, MILLI, 2 * MILLI, 3 * MILLI, millis * MILLI);
    }

    @Test
    void a_run_without_frames_is_all_zeros() {
        assertThat(summary.totals().frames()).isZero();
        assertThat(summary.totals().mood()).isEmpty();
        assertThat(summary.totals().framesPerSecond()).isZero();
        assertThat(summary.totals().latencies().total().p95()).isZero();
    }

    @Test
    void every_reading_weighs_the_same_in_the_mood_of_the_run() {
        summary.add(0, mood(9, 0, 0), taking(6), 0);
        summary.add(0, mood(0, 1, 0), taking(6), 0);
        summary.add(0, mood(0, 0, 2), taking(6), 0);

        SpanMood mood = summary.totals().mood().orElseThrow();
        assertThat(mood.counts()).containsExactly(9, 1);
        assertThat(mood.shares()[0]).isCloseTo(0.9, within(1e-9));
        assertThat(mood.probabilities()[0]).isCloseTo(9 / 12.0, within(1e-9));
        assertThat(mood.sum(mood.faces())).isEqualTo(12);
        assertThat(mood.sum(mood.readings() - mood.read())).isEqualTo(2);
    }

    @Test
    void speed_counts_from_the_first_capture_to_the_last_analysis() {
        for (int i = 0; i < 10; i++) {
            summary.add(i * 100L * MILLI, mood(1, 0, 0), taking(100), 7);
        }
        assertThat(summary.totals().seconds()).isCloseTo(1.0, within(1e-9));
        assertThat(summary.totals().framesPerSecond()).isCloseTo(10, within(1e-9));
        assertThat(summary.totals().dropped()).isEqualTo(7);
    }

    @Test
    void latencies_are_kept_by_stage() {
        for (int i = 0; i < 100; i++) {
            summary.add(0, mood(1, 0, 0), taking(i < 90 ? 10 : 50), 0);
        }
        RunSummary.Latencies latencies = summary.totals().latencies();
        assertThat(latencies.total().p50() / 1e6).isCloseTo(10, within(0.2));
        assertThat(latencies.total().p95() / 1e6).isCloseTo(50, within(1.0));
        assertThat(latencies.finding().p50() / 1e6).isCloseTo(2, within(0.05));
    }

    @Test
    void another_label_set_starts_the_mood_anew() {
        summary.add(0, mood(3, 3, 0), taking(6), 0);
        Mood four = new Mood(LabelSet.FOUR, new int[] {1, 0, 0, 0}, new double[4], 1, 1, 0);
        summary.add(0, four, taking(6), 0);

        SpanMood mood = summary.totals().mood().orElseThrow();
        assertThat(mood.counts()).containsExactly(1, 0, 0, 0);
        assertThat(mood.known()).isEqualTo(1);
    }
}
