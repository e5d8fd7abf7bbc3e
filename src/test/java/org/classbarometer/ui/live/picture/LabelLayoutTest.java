package org.classbarometer.ui.live.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.ui.live.picture.LabelLayout.Bounds;
import org.classbarometer.ui.live.picture.LabelLayout.Wish;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

    @Property(tries = 200)
    void plates_never_overlap_and_never_leave_the_picture(
            @ForAll @IntRange(max = 60) int faces, @ForAll long seed) {
        Random random = new Random(seed);
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < faces; i++) {
            double size = 20 + random.nextDouble() * 150;
            Bounds face =
                    new Bounds(
                            random.nextDouble() * WIDTH - 30,
                            random.nextDouble() * HEIGHT - 30,
                            size,
                            size);
            wishes.add(new Wish(i + 1, face, 60 + random.nextDouble() * 120, 24));
        }
        List<Optional<Bounds>> placed = new LabelLayout().place(wishes, WIDTH, HEIGHT).plates();

        assertThat(placed).hasSameSizeAs(wishes);
        List<Bounds> plates = placed.stream().flatMap(Optional::stream).toList();
        for (int i = 0; i < plates.size(); i++) {
            Bounds plate = plates.get(i);
            assertThat(plate.x()).isBetween(0.0, WIDTH - plate.width());
            assertThat(plate.y()).isBetween(0.0, HEIGHT - plate.height());
            for (int j = 0; j < i; j++) {
                assertThat(plate.overlaps(plates.get(j))).isFalse();
            }
        }
    }

    @Test
    void a_face_alone_has_its_plate_below() {
        Bounds face = new Bounds(100, 100, 80, 80);
        LabelLayout.Placed placed =
                new LabelLayout().place(List.of(new Wish(1, face, 120, 30)), WIDTH, HEIGHT);

        assertThat(placed.plates().getFirst()).contains(new Bounds(80, 183, 120, 30));
        assertThat(placed.worst()).isZero();
    }

    @Test
    void a_plate_hides_no_other_face_where_there_is_room() {
        Bounds upper = new Bounds(200, 200, 80, 80);
        Bounds lower = new Bounds(200, 290, 80, 80);
        List<Optional<Bounds>> placed =
                new LabelLayout()
                        .place(
                                List.of(new Wish(1, upper, 120, 30), new Wish(2, lower, 120, 30)),
                                WIDTH,
                                HEIGHT)
                        .plates();

        assertThat(lower.hiddenBy(placed.get(0).orElseThrow())).isLessThan(0.1);
        assertThat(upper.hiddenBy(placed.get(1).orElseThrow())).isLessThan(0.1);
    }

    @Test
    void a_plate_stays_where_it_was_while_its_face_trembles() {
        LabelLayout layout = new LabelLayout();
        Bounds above = new Bounds(300, 400, 60, 60);
        for (int i = 0; i < 20; i++) {
            Bounds trembling = new Bounds(300, 322 + i % 3, 60, 60);
            Bounds plate =
                    layout.place(
                                    List.of(
                                            new Wish(1, trembling, 90, 24),
                                            new Wish(2, above, 90, 24)),
                                    WIDTH,
                                    HEIGHT)
                            .plates()
                            .getFirst()
                            .orElseThrow();
            assertThat(plate.y() - trembling.y()).isEqualTo(firstOffset(plate, trembling, i));
        }
    }

    private double offset = Double.NaN;

    private double firstOffset(Bounds plate, Bounds face, int step) {
        if (step == 0) {
            offset = plate.y() - face.y();
        }
        return offset;
    }
}
