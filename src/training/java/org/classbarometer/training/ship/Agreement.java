package org.classbarometer.training.ship;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.classbarometer.training.metrics.RankCorrelation;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.Learner.Explanation;

/// How far a model file says the same as the trainer it came from.
///
/// @param faces asked
/// @param largestDifference of any logit, and of none more than this
/// @param mapFaces faces whose maps were compared
/// @param mapCorrelation mean rank correlation of the file's `cam` and the trainer's explanation, for
///     the label read
public record Agreement(int faces, double largestDifference, int mapFaces, double mapCorrelation) {
    /// As the contract wants it.
    public static final double ALLOWED = 1e-4;

    private static final int AT_ONCE = 50;

    /// Whether the file may be shipped: faces were asked, and no answer differs by more, or is no
    /// number.
    public boolean isClose() {
        return faces > 0 && largestDifference <= ALLOWED;
    }

    /// Asks both.
    ///
    /// @param lean what the file adds to the logits
    /// @param faces grey 0..255, one array each
    /// @param mapFaces of how many faces maps are compared: each takes the trainer a pass of its own
    public static Agreement of(
            Learner learner,
            Head head,
            float[] lean,
            ShippedModel shipped,
            List<float[]> faces,
            int mapFaces,
            Explanation explanation) {
        double largest = 0;
        double correlations = 0;
        int compared = 0;
        int side = learner.network().side();
        for (int from = 0; from < faces.size(); from += AT_ONCE) {
            int count = Math.min(AT_ONCE, faces.size() - from);
            float[] batch = new float[count * side * side];
            for (int i = 0; i < count; i++) {
                System.arraycopy(faces.get(from + i), 0, batch, i * side * side, side * side);
            }
            float[][] trained = learner.outputs(batch, count, side);
            ShippedModel.Answer answer = shipped.answer(batch, count);
            for (int i = 0; i < count; i++) {
                float[] logits = answer.logits()[i];
                largest = Math.max(largest, difference(trained[i], head, lean, logits));
                if (from + i < mapFaces) {
                    int label = largest(logits);
                    float[] grad =
                            learner.explain(
                                    faces.get(from + i), head.offset() + label, explanation);
                    OptionalDouble one = RankCorrelation.of(answer.maps()[i][label], grad);
                    if (one.isPresent()) {
                        correlations += one.getAsDouble();
                        compared++;
                    }
                }
            }
        }
        return new Agreement(
                faces.size(), largest, compared, compared == 0 ? 0 : correlations / compared);
    }

    private static double difference(float[] trained, Head head, float[] lean, float[] shipped) {
        float[] ours = Arrays.copyOfRange(trained, head.offset(), head.end());
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] + lean[i] - shipped[i]));
        }
        return largest;
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }
}
