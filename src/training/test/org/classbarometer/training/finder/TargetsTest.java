package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.classbarometer.training.net.PyramidNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static final PyramidNetwork PYRAMID = FinderNets.of("tiny");
    private static final int SIDE = 256;

    @ParameterizedTest
    @CsvSource({"9, 1 0 0", "20, 1 0 0", "36, 1 1 0", "60, 0 1 0", "90, 0 1 1", "180, 0 0 1"})
    void levels_share_the_faces_by_size_and_both_learn_those_at_a_border(
            double size, String expected) {
        List<Targets> targets =
                FinderTrainer.targets(PYRAMID, List.of(crop(square(121, 133, size))));
        String levels =
                targets.stream()
                        .map(level -> contains(level, 0) ? "1" : "0")
                        .reduce((one, next) -> one + " " + next)
                        .orElseThrow();

        assertThat(levels).isEqualTo(expected);
    }

    @Test
    void the_cell_in_the_middle_of_the_smallest_face_answers_for_it_wherever_it_lies() {
        for (double x = 40; x < 56; x += 1.3) {
            for (double y = 40; y < 56; y += 1.7) {
                Targets targets = Targets.of(Reach.of(PYRAMID, 0), List.of(crop(square(x, y, 8))));

                int row = (int) (y / 8);
                int column = (int) (x / 8);
                assertThat(targets.aims()[row * targets.columns() + column]).isZero();
            }
        }
    }

    @Test
    void a_small_face_before_a_large_one_keeps_its_cells() {
        Area large = square(128, 128, 40);
        Area small = square(136, 128, 14);
        Targets targets = Targets.of(Reach.of(PYRAMID, 0), List.of(crop(large, small)));

        assertThat(targets.aims()[128 / 8 * targets.columns() + 136 / 8]).isEqualTo(1);
        assertThat(contains(targets, 0)).isTrue();
    }

    @Test
    void the_faces_of_each_piece_are_numbered_on() {
        Crop one = crop(square(30, 30, 20), square(90, 90, 20));
        Crop other = crop(square(200, 40, 20));
        Targets targets = Targets.of(Reach.of(PYRAMID, 0), List.of(one, other));
        int cells = targets.columns() * targets.columns();

        assertThat(Arrays.stream(targets.aims(), 0, cells).max()).hasValue(1);
        assertThat(Arrays.stream(targets.aims(), cells, 2 * cells).max()).hasValue(2);
        assertThat(targets.faces()).hasSize(3);
    }

    private static boolean contains(Targets targets, int number) {
        return IntStream.of(targets.aims()).anyMatch(aim -> aim == number);
    }

    private static Area square(double x, double y, double side) {
        return new Area(x - side / 2, y - side / 2, side, side);
    }

    private static Crop crop(Area... faces) {
        return new Crop(new float[SIDE * SIDE], SIDE, List.of(faces), List.of());
    }
}
