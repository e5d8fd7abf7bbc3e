package org.classbarometer.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Mood;
import org.junit.jupiter.api.Test;

class HintRuleTest {
    private static final long SECOND = 1_000_000_000L;
    private final HintRule rule = new HintRule(5);
    private long second;

    private static Mood mood(int neutral, int happy, int sad, int uncertain) {
        int read = neutral + happy + sad;
        return new Mood(
                LabelSet.FOUR,
                new int[] {neutral, happy, 0, sad},
                new double[4],
                read + uncertain,
                read,
                uncertain);
    }

    private Optional<Hint> minutes(int minutes, Mood mood) {
        Optional<Hint> last = Optional.empty();
        for (int i = 0; i < minutes * 60; i++) {
            last = rule.add(mood, second++ * SECOND).or(keep(last));
        }
        return last;
    }

    private static java.util.function.Supplier<Optional<Hint>> keep(Optional<Hint> last) {
        return () -> last;
    }

    @Test
    void a_room_that_looks_less_positive_than_usual_for_three_minutes_is_hinted_at() {
        assertThat(minutes(20, mood(10, 8, 0, 2))).isEmpty();
        assertThat(minutes(2, mood(16, 1, 1, 2))).isEmpty();

        Hint hint = minutes(2, mood(16, 1, 1, 2)).orElseThrow();
        assertThat(hint.kind()).isEqualTo(Hint.Kind.LESS_POSITIVE);
        assertThat(hint.usual()).isCloseTo(8 / 18.0, within(0.05));
        assertThat(hint.now()).isCloseTo(0, within(1e-9));
        assertThat(hint.faces()).isEqualTo(18);
        assertThat(hint.comparedMinutes()).isBetween(19, 21);
        assertThat(hint.sure()).isTrue();
    }

    @Test
    void a_brighter_room_is_hinted_at_too() {
        minutes(10, mood(14, 2, 2, 0));
        assertThat(minutes(4, mood(6, 12, 0, 0)).map(Hint::kind)).contains(Hint.Kind.MORE_POSITIVE);
    }

    @Test
    void after_a_short_time_the_hint_says_that_it_is_not_sure() {
        minutes(6, mood(8, 8, 0, 0));
        assertThat(minutes(4, mood(15, 1, 0, 0)).orElseThrow().sure()).isFalse();
    }

    @Test
    void without_a_usual_to_compare_with_nothing_is_said() {
        minutes(4, mood(8, 8, 0, 0));
        assertThat(minutes(3, mood(16, 0, 0, 0))).isEmpty();
    }

    @Test
    void three_minutes_that_are_not_all_different_give_no_hint() {
        minutes(10, mood(8, 8, 0, 0));
        assertThat(minutes(2, mood(16, 0, 0, 0))).isEmpty();
        assertThat(minutes(1, mood(8, 8, 0, 0))).isEmpty();
        assertThat(minutes(2, mood(16, 0, 0, 0))).isEmpty();
    }

    @Test
    void what_two_faces_do_is_no_hint() {
        minutes(10, mood(4, 4, 0, 0));
        assertThat(minutes(5, mood(6, 2, 0, 0))).isEmpty();
    }

    @Test
    void mostly_uncertain_readings_are_hinted_at_as_hard_to_read() {
        minutes(6, mood(10, 8, 0, 2));
        Hint hint = minutes(4, mood(4, 3, 0, 13)).orElseThrow();
        assertThat(hint.kind()).isEqualTo(Hint.Kind.HARD_TO_READ);
        assertThat(hint.now()).isCloseTo(0.65, within(1e-9));
        assertThat(hint.faces()).isEqualTo(20);
    }

    @Test
    void another_label_set_starts_anew() {
        minutes(10, mood(8, 8, 0, 0));
        Mood negative = new Mood(LabelSet.TWO, new int[] {2, 14}, new double[2], 16, 16, 0);
        assertThat(minutes(4, negative)).isEmpty();
    }

    @Property(tries = 40)
    void fewer_than_k_certainly_read_faces_are_never_hinted_at(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int faces) {
        Random random = new Random(seed);
        HintRule few = new HintRule(5);
        for (int i = 0; i < 3600; i++) {
            int happy = i < 1800 ? faces : random.nextInt(faces + 1);
            assertThat(few.add(mood(0, happy, faces - happy, 0), i * SECOND)).isEmpty();
        }
    }

    @Property(tries = 40)
    void a_hint_about_the_lean_rests_on_k_certainly_read_faces(@ForAll long seed) {
        Random random = new Random(seed);
        HintRule any = new HintRule(5);
        int faces = 8;
        int happy = 4;
        for (int i = 0; i < 3600; i++) {
            if (i % 240 == 0) {
                faces = random.nextInt(25);
                happy = random.nextInt(faces + 1);
            }
            any.add(mood(faces - happy, happy, 0, random.nextInt(3)), i * SECOND)
                    .ifPresent(hint -> assertThat(hint.faces()).isGreaterThanOrEqualTo(5));
        }
    }
}
