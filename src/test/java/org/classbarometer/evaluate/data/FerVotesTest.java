package org.classbarometer.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FerVotesTest {
    private static FerVotes votes(Integer... counts) {
        return new FerVotes(List.of(counts));
    }

    @Test
    void more_than_half_of_the_votes_make_a_majority() {
        assertThat(votes(6, 0, 0, 4, 0, 0, 0, 0, 0, 0).majority()).contains("neutral");
    }

    @Test
    void half_of_the_votes_make_none() {
        assertThat(votes(5, 0, 0, 5, 0, 0, 0, 0, 0, 0).majority()).isEmpty();
    }

    @Test
    void single_votes_are_dropped_before_counting() {
        assertThat(votes(4, 1, 1, 1, 1, 0, 0, 1, 1, 0).majority()).contains("neutral");
        assertThat(votes(4, 0, 0, 1, 3, 2, 0, 0, 0, 0).majority()).isEmpty();
    }

    @Test
    void votes_for_unknown_count_among_the_votes() {
        assertThat(votes(4, 0, 0, 0, 0, 0, 0, 0, 4, 2).majority()).isEmpty();
    }

    @Test
    void no_face_is_no_expression() {
        FerVotes noFace = votes(0, 0, 0, 0, 0, 0, 0, 0, 0, 10);

        assertThat(noFace.majority()).isEmpty();
        assertThat(noFace.distribution()).isEmpty();
    }

    @Test
    void ten_single_votes_say_nothing() {
        FerVotes scattered = votes(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

        assertThat(scattered.majority()).isEmpty();
        assertThat(scattered.distribution()).isEmpty();
    }

    @Test
    void the_distribution_shares_what_is_left_among_the_expressions() {
        assertThat(votes(4, 0, 0, 1, 2, 0, 0, 0, 3, 0).distribution())
                .hasValueSatisfying(shares ->
                        assertThat(shares).containsExactly(4 / 6f, 0, 0, 0, 2 / 6f, 0, 0, 0));
    }

    @Test
    void votes_of_another_number_of_labels_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> votes(1, 2));
    }

    @Property
    void a_distribution_sums_to_one_and_a_majority_is_its_largest(
            @ForAll @Size(10) List<@IntRange(max = 10) Integer> counts) {
        FerVotes votes = new FerVotes(counts);

        votes.distribution()
                .ifPresent(shares -> {
                    double sum = 0;
                    for (float share : shares) {
                        sum += share;
                    }
                    assertThat(sum).isBetween(0.9999, 1.0001);
                });
        votes.majority()
                .ifPresent(label -> {
                    float[] shares = votes.distribution().orElseThrow();
                    int index = FerVotes.COLUMNS.indexOf(label);
                    for (float share : shares) {
                        assertThat(shares[index]).isGreaterThanOrEqualTo(share);
                    }
                });
    }
}
