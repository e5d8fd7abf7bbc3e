package org.classbarometer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedCountTest {
    private static final int HIGHEST = 45;

    /// What the first draw and all later ones say.
    private static PublishedCount count(int first, int second, boolean group) {
        Draws draws = (_, nth, _) -> nth == 0 ? first : second;
        return new PublishedCount("", group ? 5 : 3, draws);
    }

    private static int told(PublishedCount count, int... seen) {
        for (int people : seen) {
            count.look(people);
        }
        return count.published();
    }

    @Test
    void one_person_more_changes_what_is_told_first_in_at_most_one_of_two_draws() {
        for (boolean group : List.of(true, false)) {
            for (int people = 0; people < HIGHEST; people++) {
                int seen = people;
                assertThat(
                                IntStream.range(0, 2)
                                        .filter(draw ->
                                                told(count(draw, 0, group), seen)
                                                        != told(count(draw, 0, group), seen + 1))
                                        .count())
                        .as("%d people", people)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void one_person_more_changes_what_is_told_later_in_at_most_one_of_two_draws() {
        for (boolean group : List.of(true, false)) {
            for (int first = 0; first < 2; first++) {
                for (int before = 0; before < HIGHEST; before++) {
                    for (int now = 0; now < HIGHEST; now++) {
                        long differing = differing(group, first, before, now);
                        assertThat(differing)
                                .as("from %d to %d people, draw %d", before, now, first)
                                .isLessThanOrEqualTo(1);
                    }
                }
            }
        }
    }

    private static long differing(boolean group, int first, int before, int now) {
        // What was not published at first keeps its draw: it is the unknown one then.
        boolean untold = told(count(first, 0, group), before) == 0;
        return IntStream.range(0, 2)
                .filter(draw -> !untold || told(count(draw, 0, group), before) == 0)
                .filter(draw ->
                        told(count(untold ? draw : first, draw, group), before, now)
                                != told(count(untold ? draw : first, draw, group), before, now + 1))
                .count();
    }

    @Test
    void what_is_told_is_less_than_a_step_away_when_it_is_told() {
        for (int draw = 0; draw < 2; draw++) {
            for (int people = 0; people < HIGHEST; people++) {
                int label = told(count(draw, 0, false), people);
                assertThat(label).isIn(0, label / 3 * 3);
                if (label > 0) {
                    assertThat(people - label).isBetween(-2, 2);
                }
            }
        }
    }

    @Test
    void three_or_four_people_have_to_change() {
        for (int draw = 0; draw < 2; draw++) {
            int told = told(count(0, draw, false), 20);
            for (int people = 1; people < 3 + draw; people++) {
                assertThat(told(count(0, draw, false), 20, 20 + people)).isEqualTo(told);
                assertThat(told(count(0, draw, false), 20, 20 - people)).isEqualTo(told);
            }
            assertThat(told(count(0, draw, false), 20, 23 + draw)).isGreaterThan(told);
            assertThat(told(count(0, draw, false), 20, 17 - draw)).isLessThan(told);
        }
    }

    @Test
    void what_was_resumed_changes_only_when_three_people_must_have_changed() {
        for (int draws = 0; draws < 8; draws++) {
            for (int before = 0; before < 20; before++) {
                for (int then = 0; then < 20; then++) {
                    resume(draws, before, then);
                }
            }
        }
    }

    private static void resume(int draws, int before, int then) {
        int first = told(count(draws & 1, draws >> 1 & 1, false), before);
        int last = told(count(draws & 1, draws >> 1 & 1, false), before, then);
        int since = first == last ? before : then;
        for (int now = 0; now < 25; now++) {
            PublishedCount resumed = count(draws >> 2, 0, false);
            resumed.resume(last);
            if (told(resumed, now) != last) {
                assertThat(Math.abs(now - since))
                        .as("%d, %d, told %d, then %d", before, then, last, now)
                        .isGreaterThanOrEqualTo(3);
            }
        }
    }
}
