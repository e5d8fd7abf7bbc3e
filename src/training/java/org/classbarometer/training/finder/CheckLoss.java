package org.classbarometer.training.finder;

import java.util.List;
import org.classbarometer.training.torch.PyramidLearner;

/// Cross-entropy of what a face check says of a batch; its word is the mean of its cells.
record CheckLoss(List<CheckPiece> pieces) implements PyramidLearner.Teacher {
    /// Of a hundred labels one may be wrong: nothing is to be said more surely than that.
    private static final double SOFT = 0.01;

    @Override
    public PyramidLearner.Verdict judge(List<float[]> outputs) {
        float[] cells = outputs.getFirst();
        int each = cells.length / pieces.size();
        float[] gradients = new float[cells.length];
        double loss = 0;
        for (int i = 0; i < pieces.size(); i++) {
            double logit = mean(cells, i * each, each);
            double target = pieces.get(i).face() ? 1 - SOFT : SOFT;
            // log(1 + exp(x)), which must not overflow.
            double soft = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
            loss += soft - target * logit;
            double pull = 1 / (1 + Math.exp(-logit)) - target;
            for (int cell = 0; cell < each; cell++) {
                gradients[i * each + cell] = (float) (pull / (each * pieces.size()));
            }
        }
        return new PyramidLearner.Verdict((float) (loss / pieces.size()), List.of(gradients));
    }

    static double mean(float[] cells, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += cells[i];
        }
        return sum / count;
    }
}
