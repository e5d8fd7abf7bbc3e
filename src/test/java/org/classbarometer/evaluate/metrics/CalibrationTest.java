package org.classbarometer.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void the_error_is_the_gap_of_each_bin_weighted_by_its_faces() {
        // Bin (0.4, 0.6]: mean 0.5, half right. Bin (0.8, 1]: mean 0.9, 1 of 2 right.
        Calibration calibration =
                Calibration.of(
                        new double[] {0.45, 0.55, 0.85, 0.95},
                        new boolean[] {true, false, true, false},
                        5);

        assertThat(calibration.error()).isCloseTo(0.5 * 0.4, within(1e-12));
        assertThat(calibration.bins().get(2).count()).isEqualTo(2);
        assertThat(calibration.bins().get(4).meanConfidence()).isCloseTo(0.9, within(1e-12));
        assertThat(calibration.bins().get(4).accuracy()).isEqualTo(0.5);
    }

    @Test
    void a_confidence_on_the_edge_belongs_to_the_bin_below() {
        Calibration calibration =
                Calibration.of(new double[] {0.5, 0, 1}, new boolean[] {true, true, true}, 2);

        assertThat(calibration.bins()).extracting(Calibration.Bin::count).containsExactly(2, 1);
    }

    @Test
    void confidences_that_come_true_have_no_error() {
        assertThat(Calibration.of(new double[] {1, 1}, new boolean[] {true, true}).error())
                .isZero();
    }

    @Property
    void the_error_is_never_larger_than_one_and_no_face_is_lost(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(max = 1) Double> confidences) {
        double[] values = confidences.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] right = new boolean[values.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = i % 2 == 0;
        }
        Calibration calibration = Calibration.of(values, right);

        assertThat(calibration.error()).isBetween(0.0, 1.0);
        assertThat(calibration.bins().stream().mapToInt(Calibration.Bin::count).sum())
                .isEqualTo(values.length);
    }
}
