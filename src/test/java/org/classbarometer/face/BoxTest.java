package org.classbarometer.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BoxTest {
    @Provide
    Arbitrary<Box> boxes() {
        Arbitrary<Integer> places = Arbitraries.integers().between(-10_000, 10_000);
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, 10_000);
        return Combinators.combine(places, places, sides, sides).as(Box::new);
    }

    @Property
    void overlap_is_a_share_and_the_same_both_ways(
            @ForAll("boxes") Box one, @ForAll("boxes") Box other) {
        assertThat(one.overlap(other)).isBetween(0.0, 1.0).isEqualTo(other.overlap(one));
        assertThat(one.intersection(other)).isLessThanOrEqualTo(Math.min(one.area(), other.area()));
    }

    @Property
    void a_box_overlaps_itself_wholly_and_a_far_one_not_at_all(@ForAll("boxes") Box box) {
        Box far = new Box(box.x() + box.width(), box.y(), box.width(), box.height());
        assertThat(box.overlap(box)).isEqualTo(1);
        assertThat(box.overlap(far)).isZero();
    }

    @Test
    void an_empty_box_cannot_be_made() {
        assertThatThrownBy(() -> new Box(0, 0, 0, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
