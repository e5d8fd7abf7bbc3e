package org.classbarometer.training.finder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FinderLossTest {
    private static final int SIDE = 64;
    private static final Reach REACH = Reach.of(FinderNets.of("tiny"), 0);
    private static final Area FACE = new Area(20, 18, 15, 20);
    private static final Crop CROP =
            new Crop(new float[SIDE * SIDE], SIDE, List.of(FACE), List.of());

    @Test
    void its_gradient_is_the_slope_of_the_loss_but_for_the_quality_which_counts_as_given() {
        // A face of its own box: quality is what the box overlaps, so boxes and scores are tried
        // apart.
        FinderLoss loss = new FinderLoss(List.of(Targets.of(REACH, List.of(CROP))));
        float[] outputs = outputs(3);
        float[] gradient = loss.judge(List.of(outputs)).gradients().getFirst();
        int cells = outputs.length / FinderNets.ANSWERS;
        for (int i = 0; i < outputs.length; i++) {
            boolean score = i < cells;
            double slope = slope(loss, outputs, i, score);

            assertThat(gradient[i]).isCloseTo((float) slope, within(2e-3f));
        }
    }

    private static double slope(FinderLoss loss, float[] outputs, int at, boolean score) {
        float step = 1e-3f;
        float before = outputs[at];
        outputs[at] = before + step;
        loss.judge(List.of(outputs));
        double above = score ? loss.scoreLoss() : 1.5 * loss.boxLoss();
        outputs[at] = before - step;
        loss.judge(List.of(outputs));
        double below = score ? loss.scoreLoss() : 1.5 * loss.boxLoss();
        outputs[at] = before;
        return (above - below) / (2 * step);
    }

    @Test
    void boxes_that_fit_and_scores_that_say_so_cost_next_to_nothing() {
        Targets targets = Targets.of(REACH, List.of(CROP));
        float[] outputs = new float[targets.aims().length * FinderNets.ANSWERS];
        int cells = targets.aims().length;
        for (int cell = 0; cell < cells; cell++) {
            outputs[cell] = targets.aims()[cell] >= 0 ? 12 : -12;
            int row = cell / targets.columns();
            double x = FACE.middleX() / REACH.stride() - (cell % targets.columns() + 0.5);
            double y = FACE.middleY() / REACH.stride() - (row + 0.5);
            outputs[cell + cells] = (float) x;
            outputs[cell + 2 * cells] = (float) y;
            outputs[cell + 3 * cells] = (float) Math.log(FACE.width() / REACH.stride());
            outputs[cell + 4 * cells] = (float) Math.log(FACE.height() / REACH.stride());
        }
        FinderLoss loss = new FinderLoss(List.of(targets));

        assertThat(loss.judge(List.of(outputs)).loss()).isLessThan(1e-5f);
        outputs[0] = 12;
        assertThat(loss.judge(List.of(outputs)).loss()).as("a false face").isGreaterThan(0.1f);
    }

    @Test
    void nothing_is_learnt_where_a_face_may_be_or_not() {
        Crop unsure = new Crop(new float[SIDE * SIDE], SIDE, List.of(), List.of(FACE));
        Targets targets = Targets.of(REACH, List.of(unsure));
        float[] gradient =
                new FinderLoss(List.of(targets)).judge(List.of(outputs(4))).gradients().getFirst();

        for (int cell = 0; cell < targets.aims().length; cell++) {
            boolean any = targets.aims()[cell] == Targets.ANY;
            assertThat(gradient[cell] == 0).isEqualTo(any);
        }
        assertThat(targets.aims()).contains(Targets.ANY);
    }

    private static float[] outputs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int side = SIDE / REACH.stride();
        float[] outputs = new float[side * side * FinderNets.ANSWERS];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (float) random.nextDouble(-1, 1);
        }
        return outputs;
    }
}
