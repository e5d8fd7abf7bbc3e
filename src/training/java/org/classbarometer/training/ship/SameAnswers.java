package org.classbarometer.training.ship;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.training.data.LabelSource;
import org.classbarometer.training.data.TrainingFace;

/// How far two files of one model say the same, asked in turns so that a busy machine slows both.
///
/// @param alike share of the faces with the same most likely label, in [0, 1]
/// @param accuracyBefore share of the faces with a FER+ majority that the first reads like it
/// @param accuracyAfter the same for the second
/// @param millisBefore CPU time the first takes a face, in batches of four
/// @param millisAfter the same for the second
public record SameAnswers(
        double alike,
        double accuracyBefore,
        double accuracyAfter,
        double millisBefore,
        double millisAfter) {
    private static final int AT_ONCE = 4;

    public static SameAnswers of(
            ShippedModel before, ShippedModel after, List<TrainingFace> faces) {
        int same = 0;
        int asked = 0;
        int judged = 0;
        int[] right = new int[2];
        long[] nanos = new long[2];
        int pixels = TrainingFace.SIDE * TrainingFace.SIDE;
        for (int from = 0; from + AT_ONCE <= faces.size(); from += AT_ONCE) {
            float[] grey = new float[AT_ONCE * pixels];
            for (int i = 0; i < AT_ONCE; i++) {
                System.arraycopy(faces.get(from + i).grey(), 0, grey, i * pixels, pixels);
            }
            float[][] one = timed(before, grey, nanos, 0);
            float[][] other = timed(after, grey, nanos, 1);
            for (int i = 0; i < AT_ONCE; i++) {
                asked++;
                same += best(one[i]) == best(other[i]) ? 1 : 0;
                Optional<String> truth = LabelSource.FERPLUS.truth(faces.get(from + i));
                if (truth.isPresent()) {
                    judged++;
                    int label = LabelSet.EIGHT.labels().indexOf(truth.get());
                    right[0] += best(one[i]) == label ? 1 : 0;
                    right[1] += best(other[i]) == label ? 1 : 0;
                }
            }
        }
        double faceCount = Math.max(1, asked);
        double judgedCount = Math.max(1, judged);
        return new SameAnswers(
                same / faceCount,
                right[0] / judgedCount,
                right[1] / judgedCount,
                nanos[0] / 1e6 / faceCount,
                nanos[1] / 1e6 / faceCount);
    }

    private static float[][] timed(ShippedModel model, float[] grey, long[] nanos, int which) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        float[][] logits = model.answer(grey, AT_ONCE).logits();
        nanos[which] += threads.getCurrentThreadCpuTime() - start;
        return logits;
    }

    private static int best(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }
}
