package org.classbarometer.training.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.classbarometer.training.compare.Travel.Candidate;
import org.classbarometer.training.compare.Travel.Figure;
import org.junit.jupiter.api.Test;

class TravelTest {
    private static final List<Figure> FIGURES =
            List.of(
                    new Figure("home", "accuracy"),
                    new Figure("home", "balanced"),
                    new Figure("photographs", "balanced"),
                    new Figure("renders", "balanced"));

    private static final Candidate HOMELY = candidate("homely", 0.90, 0.90, 0.50, 0.70);
    private static final Candidate TRAVELLED = candidate("travelled", 0.80, 0.80, 0.80, 0.72);

    private static Candidate candidate(String name, Double... values) {
        return new Candidate(name, "1", List.of(values), List.of(0.01, 0.01, 0.02, 0.03));
    }

    @Test
    void the_file_with_the_highest_mean_is_chosen() {
        Travel travel = new Travel(FIGURES, List.of(HOMELY, TRAVELLED));

        assertThat(travel.chosen()).isEqualTo(TRAVELLED);
        assertThat(travel.mark(HOMELY)).isEqualTo(0.75);
    }

    @Test
    void of_two_with_one_mark_the_first_is_chosen() {
        Candidate same = candidate("same", 0.80, 0.80, 0.80, 0.72);

        assertThat(new Travel(FIGURES, List.of(TRAVELLED, same)).chosen()).isEqualTo(TRAVELLED);
        assertThat(new Travel(FIGURES, List.of(same, TRAVELLED)).chosen()).isEqualTo(same);
    }

    @Test
    void a_set_that_is_left_out_has_no_say() {
        Travel travel = new Travel(FIGURES, List.of(HOMELY, TRAVELLED));

        assertThat(travel.leftOut())
                .extracting(Travel.LeftOut::set, Travel.LeftOut::chosen, Travel.LeftOut::best)
                .containsExactly(
                        tuple("home", TRAVELLED, HOMELY),
                        tuple("photographs", HOMELY, TRAVELLED),
                        tuple("renders", TRAVELLED, TRAVELLED));
    }

    @Test
    void nothing_is_left_out_where_there_is_one_set() {
        Travel travel =
                new Travel(
                        FIGURES.subList(0, 2),
                        List.of(new Candidate("one", "1", List.of(0.1, 0.2), List.of(0.0, 0.0))));

        assertThat(travel.leftOut()).isEmpty();
    }

    @Test
    void a_file_that_lacks_a_figure_is_refused() {
        assertThatThrownBy(() ->
                        new Travel(
                                FIGURES,
                                List.of(new Candidate("half", "1", List.of(0.1), List.of(0.1)))))
                .hasMessageContaining("half lacks figures");
    }
}
