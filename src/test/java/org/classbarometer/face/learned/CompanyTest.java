package org.classbarometer.face.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.classbarometer.face.learned.Company.Place;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private static final Place FACE = new Place(100, 100, 40, 0.9);

    @Test
    void a_place_by_itself_lacks_nothing() {
        assertThat(Company.lacking(FACE, List.of())).isZero();
    }

    @Test
    void one_of_the_same_size_and_height_is_company_however_far_away() {
        assertThat(Company.lacking(new Place(900, 100, 40, 0.4), List.of(FACE))).isZero();
    }

    @Test
    void another_size_or_another_height_is_less() {
        Place smaller = new Place(300, 100, 40 * Math.exp(-0.4), 0.5);
        Place lower = new Place(300, 100 + 2 * 40, 40, 0.5);
        double less = 0.9 * (1 - Math.exp(-0.5));

        assertThat(Company.lacking(smaller, List.of(FACE))).isCloseTo(less, within(1e-9));
        assertThat(Company.lacking(lower, List.of(FACE))).isCloseTo(less, within(1e-9));
    }

    @Test
    void who_is_hardly_a_face_is_hardly_missed() {
        Place speck = new Place(300, 400, 8, 0.5);

        assertThat(Company.lacking(speck, List.of(new Place(0, 0, 90, 0.05)))).isLessThan(0.06);
        assertThat(Company.lacking(speck, List.of(FACE))).isGreaterThan(0.85);
    }

    @Property
    void it_lies_between_nothing_and_the_surest_of_the_others(
            @ForAll @DoubleRange(min = 1, max = 500) double size,
            @ForAll @DoubleRange(min = 0, max = 1000) double height,
            @ForAll @DoubleRange(min = 0, max = 1) double first,
            @ForAll @DoubleRange(min = 0, max = 1) double second) {
        List<Place> others = List.of(new Place(0, 500, 30, first), new Place(9, 100, 80, second));

        assertThat(Company.lacking(new Place(50, height, size, 0.5), others))
                .isBetween(0.0, Math.max(first, second));
    }
}
