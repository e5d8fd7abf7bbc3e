package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FinderScoreTest {
    private static final Face CLEAR = new Face(new Area(10, 10, 30, 40), 0, 0, false, false);
    private static final Face TURNED = new Face(new Area(60, 10, 30, 40), 0, 0, true, false);
    private static final Face SMALL = new Face(new Area(100, 10, 18, 24), 0, 0, false, false);
    private static final Face INVALID = new Face(new Area(130, 10, 30, 40), 2, 2, true, true);

    private static FinderScore.Looked looked(Found... found) {
        Photo photo =
                Photo.of(
                        "photo",
                        new Grey(new byte[200 * 100], 200, 100),
                        List.of(CLEAR, TURNED, SMALL, INVALID));
        return new FinderScore.Looked(photo, List.of(found));
    }

    @Test
    void faces_are_counted_by_kind_and_what_is_on_none_is_false() {
        FinderScore score =
                FinderScore.of(
                        List.of(
                                looked(
                                        new Found(CLEAR.area().moved(3, 3), 0.9),
                                        new Found(CLEAR.area().moved(1, 1), 0.8),
                                        new Found(INVALID.area(), 0.7),
                                        new Found(new Area(10, 70, 20, 20), 0.6),
                                        new Found(SMALL.area(), 0.3))),
                        0.5);

        assertThat(score.large()).isEqualTo(new FinderScore.Share(1, 2));
        assertThat(score.clear()).isEqualTo(new FinderScore.Share(1, 1));
        assertThat(score.small()).isEqualTo(new FinderScore.Share(0, 1));
        // The second box on the clear face, and the one on nothing.
        assertThat(score.falseBoxes()).isEqualTo(2);
    }

    @Test
    void the_threshold_is_the_lowest_that_lets_no_more_false_boxes_through_than_allowed() {
        FinderScore.Looked looked =
                looked(
                        new Found(CLEAR.area(), 0.8),
                        new Found(new Area(10, 70, 20, 20), 0.525),
                        new Found(new Area(60, 70, 20, 20), 0.315));

        Thresholds thresholds = Thresholds.choose(List.of(looked), 0, 1);

        assertThat(thresholds.face()).isEqualTo(0.53);
        assertThat(thresholds.weak()).isEqualTo(0.32);
    }

    @Test
    void a_better_box_takes_the_place_of_those_that_overlap_it() {
        Found best = new Found(CLEAR.area(), 0.9);
        Found same = new Found(CLEAR.area().moved(4, 4), 0.8);
        Found other = new Found(TURNED.area(), 0.4);

        assertThat(Found.distinct(List.of(other, same, best), 0.4)).containsExactly(best, other);
    }

    @Test
    void the_framing_is_found_again_though_some_squares_are_nonsense() {
        SplittableRandom random = new SplittableRandom(1);
        CropFraming truth = new CropFraming(0.5, 0.6, 0.5, 0.55, 0, 0);
        List<CropFraming.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double width = random.nextDouble(20, 90);
            Area box = new Area(10, 20, width, width * random.nextDouble(1.05, 1.6));
            Area square = truth.square(box);
            double wrong = i % 10 == 0 ? 1.5 : random.nextDouble(0.98, 1.02);
            double side = square.width() * wrong;
            pairs.add(
                    new CropFraming.Pair(
                            box,
                            new Area(
                                    square.middleX() - side / 2,
                                    square.middleY() - side / 2,
                                    side,
                                    side)));
        }

        CropFraming fitted = CropFraming.fit(pairs);

        Area box = new Area(0, 0, 40, 52);
        assertThat(fitted.square(box).width()).isCloseTo(truth.square(box).width(), within(0.6));
        assertThat(fitted.middleY()).isCloseTo(0.55, within(0.005));
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> Photos.read(Path.of("no", "such", "folder"), 10))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("parts.csv");
        assertThatThrownBy(() -> FinderNets.of("huge"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small, middle and large");
    }
}
