package org.classbarometer.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.session.Bucket;
import org.junit.jupiter.api.Test;

class CourseTest {
    @Test
    void a_faces_weight_is_the_same_in_every_bucket() {
        Course course =
                Course.of(
                        Lessons.timeline(
                                Lessons.START,
                                List.of(
                                        new Bucket(0, Optional.of(Lessons.happy(10, 0, 1))),
                                        new Bucket(1, Optional.of(Lessons.happy(40, 10, 0))))));

        SpanMood all = course.all();
        assertThat(all.shares()[1]).isEqualTo(0.25);
        assertThat(all.uncertain()).isEqualTo(0.2);
        assertThat(all.faces()).isEqualTo(25);
        assertThat(all.read()).isEqualTo(20);
    }

    @Test
    void suppressed_and_missing_steps_are_counted_and_nothing_is_filled_in() {
        Course course =
                Course.of(
                        Lessons.timeline(
                                Lessons.START,
                                List.of(
                                        new Bucket(1, Optional.empty()),
                                        new Bucket(4, Optional.of(Lessons.happy(8, 0, 0.5))))));

        assertThat(course.state(0)).isEqualTo(Course.Step.MISSING);
        assertThat(course.state(1)).isEqualTo(Course.Step.SUPPRESSED);
        assertThat(course.state(4)).isEqualTo(Course.Step.KNOWN);
        assertThat(course.all().known()).isEqualTo(1);
        assertThat(course.all().suppressed()).isEqualTo(1);
        assertThat(course.all().missing()).isEqualTo(3);
        assertThat(course.all().coverage()).isEqualTo(0.2);
        assertThat(course.span(0, 4).isKnown()).isFalse();
        assertThat(course.span(0, 4).shares()).containsOnly(0);
    }

    @Test
    void an_empty_timeline_has_no_steps_and_no_mood() {
        Course course = Course.of(Lessons.timeline(Lessons.START, List.of()));

        assertThat(course.length()).isZero();
        assertThat(course.all().isKnown()).isFalse();
        assertThat(course.indexAt(Duration.ofMinutes(3))).isZero();
    }

    @Property(tries = 100)
    void the_shares_of_any_span_sum_to_one_or_nothing_is_known(
            @ForAll long seed,
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 400) int length) {
        Course course = Course.of(Lessons.timeline(Lessons.START, Lessons.lesson(20, seed)));

        SpanMood span = course.span(from, from + length);
        double sum = Arrays.stream(span.shares()).sum();
        assertThat(sum).isCloseTo(span.isKnown() ? 1 : 0, within(1e-9));
        assertThat(span.known() + span.suppressed() + span.missing())
                .isEqualTo(Math.max(0, Math.min(course.steps(), from + length) - from));
    }

    @Property(tries = 100)
    void the_distance_is_symmetric_within_zero_and_one_and_zero_to_itself(
            @ForAll long one, @ForAll long other) {
        SpanMood first = Course.of(Lessons.timeline(Lessons.START, Lessons.lesson(5, one))).all();
        SpanMood second =
                Course.of(Lessons.timeline(Lessons.START, Lessons.lesson(5, other))).all();

        assertThat(first.distance(second)).isEqualTo(second.distance(first)).isBetween(0.0, 1.0);
        assertThat(first.distance(first)).isZero();
    }
}
