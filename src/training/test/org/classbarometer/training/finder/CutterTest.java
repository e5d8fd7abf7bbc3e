package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CutterTest {
    private static final int SIDE = 128;
    private static final Photos PHOTOS = Scenes.photos();

    @Test
    void a_view_leads_back_to_where_it_came_from_however_it_is_turned_and_mirrored() {
        for (boolean mirrored : new boolean[] {false, true}) {
            View view = new View(83, 61, 0.7, 0.6, 0.5, mirrored, 128, 96);
            Area piece = view.piece(new Area(40, 50, 20, 30));

            assertThat(view.photoX(piece.middleX(), piece.middleY())).isCloseTo(50, within(1e-9));
            assertThat(view.photoY(piece.middleX(), piece.middleY())).isCloseTo(65, within(1e-9));
        }
    }

    @Test
    void a_quarter_turn_swaps_the_sides_of_a_box() {
        Area piece =
                new View(50, 50, 1, 1, Math.PI / 2, false, 100, 100)
                        .piece(new Area(40, 30, 20, 40));

        assertThat(piece.width()).isCloseTo(40, within(1e-9));
        assertThat(piece.height()).isCloseTo(20, within(1e-9));
    }

    @Test
    void boxes_stay_on_the_faces_that_are_turned_shrunk_cut_and_spoilt() {
        Cutter cutter = new Cutter(PHOTOS.training(), PHOTOS.without(), SIDE);
        int faces = 0;
        int bright = 0;
        for (int i = 0; i < 300; i++) {
            Crop crop = cutter.cut(new SplittableRandom(i), List.of());
            for (Area face : crop.faces()) {
                assertThat(face.left()).isBetween(-1e-9, (double) SIDE);
                assertThat(face.right()).isBetween(0.0, SIDE + 1e-9);
                if (face.size() >= 14) {
                    faces++;
                    bright += inside(crop, face) > outside(crop, face) ? 1 : 0;
                }
            }
        }

        assertThat(faces).isGreaterThan(200);
        // Some are covered by something dark, stand out of the light, or beside a larger face.
        assertThat((double) bright / faces).isGreaterThan(0.9);
    }

    @Test
    void most_of_the_faces_are_small() {
        Cutter cutter = new Cutter(PHOTOS.training(), PHOTOS.without(), SIDE);
        double[] sizes =
                new SplittableRandom(5)
                        .longs(300)
                        .mapToObj(seed -> cutter.cut(new SplittableRandom(seed), List.of()))
                        .flatMap(crop -> crop.faces().stream())
                        .mapToDouble(Area::size)
                        .sorted()
                        .toArray();

        assertThat(sizes[sizes.length / 2]).isBetween(9.0, 35.0);
        assertThat(sizes[sizes.length - 1]).isGreaterThan(60);
    }

    @Test
    void the_same_chance_cuts_the_same_piece() {
        Cutter cutter = new Cutter(PHOTOS.training(), PHOTOS.without(), SIDE);
        Crop one = cutter.cut(new SplittableRandom(7), List.of());
        Crop again = cutter.cut(new SplittableRandom(7), List.of());
        Crop other = cutter.cut(new SplittableRandom(8), List.of());

        assertThat(again.pixels()).isEqualTo(one.pixels());
        assertThat(again.faces()).isEqualTo(one.faces());
        assertThat(other.pixels()).isNotEqualTo(one.pixels());
    }

    private static double inside(Crop crop, Area face) {
        Area core =
                new Area(
                        face.left() + face.width() * 0.25,
                        face.top() + face.height() * 0.25,
                        face.width() * 0.5,
                        face.height() * 0.5);
        return mean(crop, core, null);
    }

    private static double outside(Crop crop, Area face) {
        Area wide =
                new Area(
                        face.left() - face.width() * 0.3,
                        face.top() - face.height() * 0.3,
                        face.width() * 1.6,
                        face.height() * 1.6);
        return mean(crop, wide, face);
    }

    private static double mean(Crop crop, Area area, @org.jspecify.annotations.Nullable Area but) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < crop.side(); y++) {
            for (int x = 0; x < crop.side(); x++) {
                boolean left = but != null && but.holds(x + 0.5, y + 0.5);
                if (area.holds(x + 0.5, y + 0.5) && !left) {
                    sum += crop.pixels()[y * crop.side() + x];
                    count++;
                }
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
