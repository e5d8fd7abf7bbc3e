package org.classbarometer.training.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.classbarometer.evaluate.metrics.ConfusionMatrix;
import org.classbarometer.training.data.LabelSource;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.metrics.Temperature;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.torch.Learner;

/// How one head does on the validation faces that are scored for it.
///
/// @param head its name
/// @param loss mean negative log-likelihood of the truth, in nats
/// @param matrix what was read as what
public record HeadScore(String head, double loss, ConfusionMatrix matrix) {
    private static final int AT_ONCE = 128;
    private static final String CONTEMPT = "contempt";

    /// The raw answers of one head, and the truth.
    ///
    /// @param logits `[face][label]`
    /// @param truth label of each face
    public record Answers(Head head, float[][] logits, int[] truth) {
        /// As if the head had this added to its logits.
        public Answers leaning(float[] lean) {
            float[][] moved = new float[logits.length][];
            for (int face = 0; face < moved.length; face++) {
                moved[face] = logits[face].clone();
                for (int i = 0; i < lean.length; i++) {
                    moved[face][i] += lean[i];
                }
            }
            return new Answers(head, moved, truth);
        }

        public HeadScore score() {
            int[] read = new int[truth.length];
            for (int i = 0; i < read.length; i++) {
                read[i] = largest(logits[i]);
            }
            ConfusionMatrix matrix = ConfusionMatrix.of(head.labels().labels(), truth, read);
            return new HeadScore(head.name(), Temperature.loss(logits, truth, 1), matrix);
        }

        private static int largest(float[] values) {
            int best = 0;
            for (int i = 1; i < values.length; i++) {
                if (values[i] > values[best]) {
                    best = i;
                }
            }
            return best;
        }
    }

    /// Mean recall over the labels shown, contempt left out: FER+ has 13 such faces to validate on.
    public double balanced() {
        return matrix.balancedWithout(CONTEMPT);
    }

    /// Whether a label is left out of [#balanced()].
    public boolean leavesOut() {
        return matrix.labels().contains(CONTEMPT);
    }

    /// What is to become larger: accuracy and balanced accuracy count alike.
    double merit() {
        return (matrix.accuracy() + balanced()) / 2;
    }

    /// Lets all heads answer the faces that are scored for them.
    static List<Answers> ask(Learner learner, List<TrainingFace> faces) {
        int side = TrainingFace.SIDE;
        float[][] outputs = new float[faces.size()][];
        for (int from = 0; from < faces.size(); from += AT_ONCE) {
            int count = Math.min(AT_ONCE, faces.size() - from);
            float[] grey = new float[count * side * side];
            for (int i = 0; i < count; i++) {
                float[] face = faces.get(from + i).grey();
                System.arraycopy(face, 0, grey, i * face.length, face.length);
            }
            System.arraycopy(learner.outputs(grey, count, side), 0, outputs, from, count);
        }
        List<Answers> answers = new ArrayList<>();
        for (Head head : learner.network().heads()) {
            answers.add(answers(head, faces, outputs));
        }
        return answers;
    }

    private static Answers answers(Head head, List<TrainingFace> faces, float[][] outputs) {
        LabelSource source = LabelSource.of(head.name());
        List<float[]> logits = new ArrayList<>();
        List<Integer> truth = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            int row = i;
            source.truth(faces.get(i))
                    .ifPresent(label -> {
                        logits.add(Arrays.copyOfRange(outputs[row], head.offset(), head.end()));
                        truth.add(head.labels().labels().indexOf(label));
                    });
        }
        return new Answers(
                head,
                logits.toArray(float[][]::new),
                truth.stream().mapToInt(Integer::intValue).toArray());
    }
}
