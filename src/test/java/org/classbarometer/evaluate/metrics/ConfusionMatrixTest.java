package org.classbarometer.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final List<String> LABELS = List.of("a", "b", "c");

    // a: 3 right, 1 read as b; b: 1 right, 1 read as a; c: never shown, read once.
    private final ConfusionMatrix matrix =
            ConfusionMatrix.of(
                    LABELS, new int[] {0, 0, 0, 0, 1, 1, 1}, new int[] {0, 0, 0, 1, 1, 0, 2});

    @Test
    void accuracy_is_the_share_on_the_diagonal() {
        assertThat(matrix.accuracy()).isEqualTo(4.0 / 7);
    }

    @Test
    void recall_precision_and_f1_of_a_class() {
        assertThat(matrix.recall(0)).isEqualTo(0.75);
        assertThat(matrix.precision(0)).isEqualTo(0.75);
        assertThat(matrix.f1(0)).isEqualTo(0.75);
        assertThat(matrix.recall(1)).isEqualTo(1.0 / 3);
        assertThat(matrix.precision(1)).isEqualTo(0.5);
        assertThat(matrix.f1(1)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void a_class_never_shown_has_no_recall_and_counts_in_no_mean() {
        assertThat(matrix.recall(2)).isNaN();
        assertThat(matrix.f1(2)).isNaN();
        assertThat(matrix.precision(2)).isZero();
        assertThat(matrix.balancedAccuracy()).isCloseTo((0.75 + 1.0 / 3) / 2, within(1e-12));
        assertThat(matrix.macroF1()).isCloseTo((0.75 + 0.4) / 2, within(1e-12));
    }

    @Test
    void no_faces_give_no_figures() {
        ConfusionMatrix empty = ConfusionMatrix.of(LABELS, new int[0], new int[0]);

        assertThat(empty.accuracy()).isNaN();
        assertThat(empty.balancedAccuracy()).isNaN();
    }

    @Property
    void everything_shown_is_read_and_accuracy_is_recall_weighted_by_what_is_shown(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 8) Integer> pairs) {
        int[] shown = pairs.stream().mapToInt(pair -> pair / 3).toArray();
        int[] read = pairs.stream().mapToInt(pair -> pair % 3).toArray();
        ConfusionMatrix any = ConfusionMatrix.of(LABELS, shown, read);

        assertThat(any.read(0) + any.read(1) + any.read(2)).isEqualTo(any.total());
        double weighted = 0;
        for (int i = 0; i < 3; i++) {
            weighted += any.shown(i) == 0 ? 0 : any.recall(i) * any.shown(i) / any.total();
        }
        assertThat(weighted).isCloseTo(any.accuracy(), within(1e-9));
    }
}
