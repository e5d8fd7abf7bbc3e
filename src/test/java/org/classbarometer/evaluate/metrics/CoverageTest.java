package org.classbarometer.evaluate.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.classbarometer.evaluate.metrics.Coverage.Point;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final Coverage coverage =
            Coverage.of(
                    new double[] {0.9, 0.3, 0.8, 0.5, -1},
                    new boolean[] {true, false, true, false, true});

    @Test
    void a_threshold_keeps_the_faces_at_and_above_it() {
        assertThat(coverage.at(0.8)).isEqualTo(new Point(0.8, 0.4, 1));
        assertThat(coverage.at(0.5)).isEqualTo(new Point(0.5, 0.6, 2.0 / 3));
        assertThat(coverage.at(0.95).accuracy()).isNaN();
    }

    @Test
    void a_face_that_is_always_uncertain_is_never_kept() {
        assertThat(coverage.at(0)).isEqualTo(new Point(0, 0.8, 0.5));
        assertThat(coverage.keeping(1).coverage()).isEqualTo(0.8);
    }

    @Test
    void the_threshold_for_a_coverage_is_the_highest_that_reaches_it() {
        assertThat(coverage.keeping(0.6)).isEqualTo(new Point(0.5, 0.6, 2.0 / 3));
        assertThat(coverage.keeping(0.41)).isEqualTo(new Point(0.5, 0.6, 2.0 / 3));
    }

    @Property
    void the_curve_falls_in_coverage_and_rises_in_threshold(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(max = 1) Double> confidences) {
        double[] values = confidences.stream().mapToDouble(Double::doubleValue).toArray();
        List<Point> curve = Coverage.of(values, new boolean[values.length]).curve();

        assertThat(curve.getFirst().coverage()).isEqualTo(1);
        for (int i = 1; i < curve.size(); i++) {
            assertThat(curve.get(i).coverage()).isLessThan(curve.get(i - 1).coverage());
            assertThat(curve.get(i).threshold()).isGreaterThan(curve.get(i - 1).threshold());
        }
    }
}
