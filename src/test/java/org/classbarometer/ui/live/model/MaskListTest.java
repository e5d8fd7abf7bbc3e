package org.classbarometer.ui.live.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.classbarometer.face.Masks;
import org.junit.jupiter.api.Test;

class MaskListTest {
    private final List<Masks> told = new ArrayList<>();
    private final MaskList masks = new MaskList(told::add, () -> true);

    @Test
    void every_change_is_told() {
        masks.add(new Masks.Region(0.1, 0.1, 0.2, 0.2));
        masks.move(0, 0.1, 0);
        masks.resize(0, 0, 0.1);
        masks.remove(0);

        assertThat(told).extracting(now -> now.regions().size()).containsExactly(1, 1, 1, 0);
    }

    @Test
    void while_nothing_may_come_to_light_a_mask_only_grows() {
        List<Masks> changes = new ArrayList<>();
        MaskList list = new MaskList(changes::add, () -> false);
        list.add(new Masks.Region(0.1, 0.1, 0.2, 0.2));
        list.move(0, 0.01, 0);
        list.move(0, 0, -0.01);
        list.resize(0, -0.01, 0.1);
        list.resize(0, 0.1, -0.01);
        list.remove(0);
        assertThat(list.regions()).containsExactly(new Masks.Region(0.1, 0.1, 0.2, 0.2));

        list.resize(0, 0.1, 0);
        list.resize(0, 0, 0.1);
        list.addInTheMiddle();
        assertThat(list.regions()).hasSize(2);
        assertThat(list.regions().getFirst().width()).isGreaterThan(0.29);
        assertThat(list.regions().getFirst().height()).isGreaterThan(0.29);
        assertThat(changes).hasSize(4);
    }

    @Property(tries = 300)
    void however_it_is_moved_and_resized_a_mask_stays_in_the_picture(
            @ForAll @DoubleRange(min = -2, max = 2) double x,
            @ForAll @DoubleRange(min = -2, max = 2) double y,
            @ForAll @DoubleRange(min = -2, max = 2) double width,
            @ForAll @DoubleRange(min = -2, max = 2) double height) {
        MaskList list = new MaskList(_ -> {}, () -> true);
        list.addInTheMiddle();
        list.move(0, x, y);
        list.resize(0, width, height);
        list.move(0, y, x);

        Masks.Region region = list.regions().getFirst();
        assertThat(region.x()).isNotNegative();
        assertThat(region.x() + region.width()).isLessThanOrEqualTo(1 + 1e-9);
        assertThat(region.width()).isPositive();
        assertThat(region.height()).isPositive();
    }
}
