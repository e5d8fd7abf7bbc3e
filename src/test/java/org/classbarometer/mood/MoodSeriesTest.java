package org.classbarometer.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.review.Lessons;
import org.junit.jupiter.api.Test;

class MoodSeriesTest {
    @Test
    void a_faces_weight_is_the_same_in_every_bucket() {
        MoodSeries series =
                Lessons.timeline(
                                Lessons.START,
                                List.of(
                                        new Bucket(0, Optional.of(Lessons.happy(10, 0, 1))),
                                        new Bucket(1, Optional.of(Lessons.happy(40, 10, 0)))))
                        .series();

        SpanMood all = series.all();
        assertThat(all.shares()[1]).isEqualTo(0.25);
        assertThat(all.uncertain()).isEqualTo(0.2);
        assertThat(all.faces()).isEqualTo(25);
        assertThat(all.read()).isEqualTo(20);
    }

    @Test
    void suppressed_and_missing_steps_are_counted_and_nothing_is_filled_in() {
        MoodSeries series =
                Lessons.timeline(
                                Lessons.START,
                                List.of(
                                        new Bucket(1, Optional.empty()),
                                        new Bucket(4, Optional.of(Lessons.happy(8, 0, 0.5)))))
                        .series();

        assertThat(series.state(0)).isEqualTo(MoodSeries.Step.MISSING);
        assertThat(series.state(1)).isEqualTo(MoodSeries.Step.SUPPRESSED);
        assertThat(series.state(4)).isEqualTo(MoodSeries.Step.KNOWN);
        assertThat(series.all().known()).isEqualTo(1);
        assertThat(series.all().suppressed()).isEqualTo(1);
        assertThat(series.all().missing()).isEqualTo(3);
        assertThat(series.all().coverage()).isEqualTo(0.2);
        assertThat(series.span(0, 4).isKnown()).isFalse();
        assertThat(series.span(0, 4).shares()).containsOnly(0);
    }

    @Test
    void an_empty_timeline_has_no_steps_and_no_mood() {
        MoodSeries series = Lessons.timeline(Lessons.START, List.of()).series();

        assertThat(series.length()).isZero();
        assertThat(series.all().isKnown()).isFalse();
        assertThat(series.indexAt(Duration.ofMinutes(3))).isZero();
    }

    @Test
    void a_smoothed_point_never_reaches_across_what_is_not_known() {
        MoodSeries series =
                Lessons.timeline(
                                20,
                                i ->
                                        i == 10
                                                ? Optional.empty()
                                                : Optional.of(Lessons.happy(10, 0, i < 10 ? 0 : 1)))
                        .series();

        List<MoodSeries.Run> runs = series.runs();
        assertThat(runs)
                .extracting(MoodSeries.Run::state)
                .containsExactly(
                        MoodSeries.Step.KNOWN, MoodSeries.Step.SUPPRESSED, MoodSeries.Step.KNOWN);
        assertThat(runs.getFirst().points())
                .hasSize(10)
                .allSatisfy(point -> assertThat(point.shares()[1]).isZero());
        assertThat(runs.getLast().points())
                .hasSize(9)
                .allSatisfy(point -> assertThat(point.shares()[1]).isEqualTo(1));
        assertThat(series.smooth(5).known()).isEqualTo(series.smoothed());
    }

    @Property(tries = 100)
    void counts_are_whole_and_add_up_to_the_certain_readings(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int length) {
        SpanMood span =
                Lessons.timeline(Lessons.START, Lessons.lesson(20, seed)).series().span(0, length);

        assertThat(Arrays.stream(span.counts()).sum()).isEqualTo((int) span.sum(span.read()));
        assertThat(span.sum(span.readings())).isLessThanOrEqualTo(span.sum(span.faces()));
    }

    @Property(tries = 100)
    void spans_add_up_to_the_same_mood_as_their_buckets(@ForAll long seed) {
        MoodSeries series = Lessons.timeline(Lessons.START, Lessons.lesson(20, seed)).series();
        MoodSum sum = new MoodSum(series.labels());
        for (int i = 0; i < series.steps(); i += 7) {
            sum.add(series.span(i, i + 7));
        }

        SpanMood all = series.all();
        assertThat(sum.mood().shares()).containsExactly(all.shares(), within(1e-9));
        assertThat(sum.mood().probabilities()).containsExactly(all.probabilities(), within(1e-9));
        assertThat(sum.mood().read()).isCloseTo(all.read(), within(1e-9));
        assertThat(sum.mood().missing()).isEqualTo(all.missing());
    }

    @Property(tries = 100)
    void the_shares_of_any_span_sum_to_one_or_nothing_is_known(
            @ForAll long seed,
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 400) int length) {
        MoodSeries series = Lessons.timeline(Lessons.START, Lessons.lesson(20, seed)).series();

        SpanMood span = series.span(from, from + length);
        double sum = Arrays.stream(span.shares()).sum();
        assertThat(sum).isCloseTo(span.isKnown() ? 1 : 0, within(1e-9));
        assertThat(span.known() + span.suppressed() + span.missing())
                .isEqualTo(Math.max(0, Math.min(series.steps(), from + length) - from));
    }

    @Property(tries = 100)
    void the_distance_is_symmetric_within_zero_and_one_and_zero_to_itself(
            @ForAll long one, @ForAll long other) {
        SpanMood first = Lessons.timeline(Lessons.START, Lessons.lesson(5, one)).series().all();
        SpanMood second = Lessons.timeline(Lessons.START, Lessons.lesson(5, other)).series().all();

        assertThat(first.distance(second)).isEqualTo(second.distance(first)).isBetween(0.0, 1.0);
        assertThat(first.distance(first)).isZero();
    }
}
