package org.classbarometer.face.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.classbarometer.face.Sighting;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final ScoreScale SCALE = new ScoreScale(0.6, 0.4);

    private final Together alone = new Together(SCALE, 0);
    private final Together inCompany = new Together(SCALE, 1.5);

    private static Sighting seen(double x, double y, double size, double probability) {
        return Sighting.place(x, y, size).scored(SCALE.rating(probability));
    }

    private static double probability(Sighting place) {
        return Candidate.probability(SCALE.logit(place.score()));
    }

    @Property
    void a_rating_says_what_it_was_made_of(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double probability) {
        assertThat(Candidate.probability(SCALE.logit(SCALE.rating(probability))))
                .isCloseTo(probability, within(1e-9));
    }

    @Test
    void what_two_looks_say_of_a_face_is_their_mean() {
        Sighting surer = seen(100, 100, 40, 0.8);
        Sighting other = seen(103, 99, 42, 0.45);

        assertThat(alone.of(List.of(other, surer), List.of(), _ -> true))
                .singleElement()
                .satisfies(one -> {
                    double mean = (Candidate.logit(0.8) + Candidate.logit(0.45)) / 2;
                    assertThat(SCALE.logit(one.score())).isCloseTo(mean, within(1e-9));
                    assertThat(one.centreX()).isEqualTo(100);
                });
    }

    @Test
    void where_looks_need_not_agree_the_surest_counts() {
        Sighting surer = seen(100, 100, 40, 0.8);

        assertThat(alone.of(List.of(seen(103, 99, 42, 0.45), surer), List.of(), _ -> false))
                .containsExactly(surer);
    }

    @Test
    void an_examination_that_saw_nothing_takes_nothing_from_a_face_beside_it() {
        Sighting face = seen(100, 100, 40, 0.8);
        Sighting nothing = Sighting.place(104, 100, 40).scored(Sighting.NOTHING);

        assertThat(alone.of(List.of(face, nothing), List.of(), _ -> true)).containsExactly(face);
        assertThat(alone.of(List.of(nothing), List.of(), _ -> true)).containsExactly(nothing);
    }

    @Test
    void a_known_face_is_company_and_nobody_is_their_own() {
        Sighting doubtful = seen(100, 100, 40, 0.65);
        Sighting itself = seen(101, 100, 40, 0.99);
        Sighting neighbour = seen(300, 100, 40, 0.99);
        Sighting tall = seen(500, 900, 200, 0.99);

        assertThat(inCompany.of(List.of(doubtful), List.of(itself), _ -> true))
                .containsExactly(doubtful);
        assertThat(inCompany.of(List.of(doubtful), List.of(itself, tall), _ -> true))
                .singleElement()
                .satisfies(one -> assertThat(probability(one)).isLessThan(0.4));
        assertThat(inCompany.of(List.of(doubtful), List.of(neighbour, tall), _ -> true))
                .singleElement()
                .satisfies(one -> assertThat(probability(one)).isCloseTo(0.65, within(0.01)));
    }

    @Test
    void what_would_be_sure_without_any_company_stays_as_sure_as_it_was() {
        Sighting teacher = seen(500, 900, 200, 0.97);

        assertThat(inCompany.of(List.of(teacher, seen(100, 100, 40, 0.99)), List.of(), _ -> true))
                .contains(teacher);
    }
}
