package org.classbarometer.training.finder;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.training.torch.PyramidLearner;

/// How wrong a network's answers are, and in which direction they would be better.
///
/// Scores: quality focal loss (Li et al. 2020) whose target grows a little with the box's overlap, so
/// that the scores of two boxes tell which fits better. Boxes: generalised intersection over union
/// (Rezatofighi et al. 2019). Both are sums over cells divided by the number of cells that answer for a
/// face.
final class FinderLoss implements PyramidLearner.Teacher {
    // The box of a small face never fits as well as that of a large one. Were the overlap alone the
    // target, small faces would score no better than things that are none.
    private static final double LEAST_QUALITY = 0.7;
    private static final double NEGATIVES = 0.75;
    private static final double BOXES = 1.5;
    // A batch in which hardly any cell answers for a face must not count for much more than others.
    private static final int LEAST_POSITIVES = 20;

    private final List<Targets> levels;
    private double scoreLoss;
    private double boxLoss;

    FinderLoss(List<Targets> levels) {
        this.levels = List.copyOf(levels);
    }

    /// Of the batch judged last.
    double scoreLoss() {
        return scoreLoss;
    }

    /// Of the batch judged last: 1 minus the generalised overlap, a mean over the cells with a face.
    double boxLoss() {
        return boxLoss;
    }

    @Override
    public PyramidLearner.Verdict judge(List<float[]> outputs) {
        int positives = 0;
        for (Targets targets : levels) {
            for (int aim : targets.aims()) {
                positives += aim >= 0 ? 1 : 0;
            }
        }
        double share = 1.0 / Math.max(positives, LEAST_POSITIVES);
        scoreLoss = 0;
        boxLoss = 0;
        List<float[]> gradients = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            gradients.add(judge(levels.get(level), outputs.get(level), share));
        }
        return new PyramidLearner.Verdict((float) (scoreLoss + BOXES * boxLoss), gradients);
    }

    private float[] judge(Targets targets, float[] output, double share) {
        float[] gradient = new float[output.length];
        int cells = targets.columns() * targets.columns();
        for (int i = 0; i < targets.aims().length; i++) {
            int aim = targets.aims()[i];
            if (aim == Targets.ANY) {
                continue;
            }
            int cell = i % cells;
            int score = i / cells * cells * FinderNets.ANSWERS + cell;
            double quality = 0;
            if (aim >= 0) {
                double overlap = box(targets, output, gradient, score, cell, aim, share);
                quality = LEAST_QUALITY + (1 - LEAST_QUALITY) * overlap;
            }
            score(output, gradient, score, quality, aim < 0 ? NEGATIVES * share : share);
        }
        return gradient;
    }

    private void score(float[] output, float[] gradient, int at, double quality, double weight) {
        double logit = output[at];
        double chance = 1 / (1 + Math.exp(-logit));
        // log(1 + exp(x)), for large x too
        double softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
        double entropy = softplus - quality * logit;
        double miss = chance - quality;
        scoreLoss += weight * miss * miss * entropy;
        gradient[at] =
                (float)
                        (weight
                                * (2 * miss * chance * (1 - chance) * entropy
                                        + miss * miss * miss));
    }

    /// @return intersection over union
    private double box(
            Targets targets,
            float[] output,
            float[] gradient,
            int at,
            int cell,
            int aim,
            double share) {
        int cells = targets.columns() * targets.columns();
        double stride = targets.stride();
        Area face = targets.faces().get(aim);
        int row = cell / targets.columns();
        double middleX = (cell % targets.columns() + 0.5 + output[at + cells]) * stride;
        double middleY = (row + 0.5 + output[at + 2 * cells]) * stride;
        double width = stride * Math.exp(output[at + 3 * cells]);
        double height = stride * Math.exp(output[at + 4 * cells]);
        Side across = Side.of(middleX, width, face.left(), face.right());
        Side down = Side.of(middleY, height, face.top(), face.bottom());
        double shared = across.shared() * down.shared();
        double union = width * height + face.surface() - shared;
        double hull = across.hull() * down.hull();
        boxLoss += share * (2 - shared / union - union / hull);
        double weight = BOXES * share;
        double[] x = pull(across, down, height, shared, union, hull);
        double[] y = pull(down, across, width, shared, union, hull);
        gradient[at + cells] = (float) (weight * stride * (x[0] + x[1]));
        gradient[at + 2 * cells] = (float) (weight * stride * (y[0] + y[1]));
        gradient[at + 3 * cells] = (float) (weight * width / 2 * (x[1] - x[0]));
        gradient[at + 4 * cells] = (float) (weight * height / 2 * (y[1] - y[0]));
        return shared / union;
    }

    /// One direction of two boxes.
    ///
    /// @param shared length of what both have in common
    /// @param hull length of what holds both
    /// @param lowInside whether our lower border lies inside the other's, and so on
    private record Side(double shared, double hull, boolean lowInside, boolean highInside) {
        static Side of(double middle, double length, double otherLow, double otherHigh) {
            double low = middle - length / 2;
            double high = middle + length / 2;
            double shared = Math.max(0, Math.min(high, otherHigh) - Math.max(low, otherLow));
            double hull = Math.max(high, otherHigh) - Math.min(low, otherLow);
            return new Side(shared, hull, low > otherLow, high < otherHigh);
        }
    }

    /// The loss by our lower and our higher border in one direction.
    private static double[] pull(
            Side here, Side there, double otherLength, double shared, double union, double hull) {
        boolean touching = shared > 0;
        double sharedLow = touching && here.lowInside() ? -there.shared() : 0;
        double sharedHigh = touching && here.highInside() ? there.shared() : 0;
        double hullLow = here.lowInside() ? 0 : -there.hull();
        double hullHigh = here.highInside() ? 0 : there.hull();
        return new double[] {
            pull(sharedLow, -otherLength - sharedLow, hullLow, shared, union, hull),
            pull(sharedHigh, otherLength - sharedHigh, hullHigh, shared, union, hull)
        };
    }

    /// Of 2 - shared / union - union / hull, given how each changes.
    private static double pull(
            double dShared, double dUnion, double dHull, double shared, double union, double hull) {
        return -(dShared * union - shared * dUnion) / (union * union)
                - (dUnion * hull - union * dHull) / (hull * hull);
    }
}
