package org.classbarometer.training.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.training.data.Batch;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;

/// The finished runs that a run learns from. They see each batch as the learner sees it, and what
/// they answer is mixed into what it is to answer. Owns native memory; one thread.
///
/// What a teacher says is `softmax(outputs / softness + adjustment)`: its own logit adjustment
/// (Menon et al. 2020), with how frequent the labels are in this lesson, is added unsoftened, as it
/// was when the teacher learned. So it says how likely each label is here, and the learner, whose own
/// adjustment is added before its loss, ends as balanced as its own recipe wants, whatever the
/// teacher's was. The learner's outputs are not softened: with a softness above 1 it becomes less
/// sure than its teachers, which the temperature found at export puts right.
///
/// For each head the sum of a face's targets stays: a face weighs as much as class weights give its
/// label, and one whose label says nothing to a head teaches that head nothing. Only the labels'
/// part is smoothed.
final class Teachers implements AutoCloseable {
    private final Optional<Distillation> distillation;
    private final List<TrainedTeacher> teachers = new ArrayList<>();

    /// @param adjustments added to its outputs
    private record TrainedTeacher(Trained trained, float[] adjustments) {}

    private Teachers(Optional<Distillation> distillation) {
        this.distillation = distillation;
    }

    /// @param recipe of the learner; without distillation there are no teachers
    /// @param shares how frequent the labels are in the lesson
    /// @throws IOException when a teacher is missing, has not finished, or cannot teach this network
    static Teachers of(Recipe recipe, Network network, float[] shares) throws IOException {
        Teachers teachers = new Teachers(recipe.distillation());
        if (recipe.distillation().isPresent()) {
            try {
                for (String folder : recipe.distillation().get().teachers()) {
                    teachers.add(new RunFolder(Path.of(folder)), recipe, network, shares);
                }
            } catch (IOException | RuntimeException unfit) {
                teachers.close();
                throw unfit;
            }
        }
        return teachers;
    }

    private void add(RunFolder folder, Recipe recipe, Network network, float[] shares)
            throws IOException {
        Recipe own = ownRecipe(folder);
        Network taught = own.network();
        if (!taught.heads().equals(network.heads())) {
            throw new IOException(
                    "teacher "
                            + folder.path()
                            + " has the heads "
                            + String.join(", ", own.sources())
                            + ", but this run has "
                            + String.join(", ", recipe.sources())
                            + "; they must be the same in the same order");
        }
        if (!taught.anySize() && recipe.side(network, 0) != taught.side()) {
            throw new IOException(
                    "teacher "
                            + folder.path()
                            + " knows pictures of "
                            + taught.side()
                            + " pixels only; add --no-growing");
        }
        boolean best = recipe.distillation().map(Distillation::best).orElse(false);
        teachers.add(new TrainedTeacher(Trained.of(folder, best), own.adjustments(shares)));
    }

    private static Recipe ownRecipe(RunFolder folder) throws IOException {
        try {
            Recipe own = folder.recipe();
            int done = folder.last().map(Checkpoint::epochs).orElse(0);
            if (!folder.last().map(own::ended).orElse(false)) {
                throw new IOException(
                        "it has done " + done + " of " + own.epochs() + " epochs; finish it first");
            }
            return own;
        } catch (IOException unusable) {
            throw new IOException(
                    "teacher " + folder.path() + " cannot teach: " + unusable.getMessage(),
                    unusable);
        }
    }

    /// The batch with the teachers' answers in its targets; without teachers the batch itself.
    Batch taught(Batch batch) {
        if (teachers.isEmpty()) {
            return batch;
        }
        Distillation how = distillation.orElseThrow();
        float[] targets = batch.targets().clone();
        scale(targets, 1 - how.share());
        for (TrainedTeacher teacher : teachers) {
            float[][] outputs =
                    teacher.trained().learner().outputs(batch.faces(), batch.count(), batch.side());
            for (int face = 0; face < batch.count(); face++) {
                int row = face * outputs[face].length;
                for (Head head : teacher.trained().network().heads()) {
                    float weight =
                            sum(batch.targets(), row + head.offset(), row + head.end())
                                    * how.share()
                                    / teachers.size();
                    float[] said = said(outputs[face], head, teacher.adjustments(), how.softness());
                    for (int i = 0; i < said.length; i++) {
                        targets[row + head.offset() + i] += weight * said[i];
                    }
                }
            }
        }
        return new Batch(batch.faces(), targets, batch.count(), batch.side());
    }

    private static void scale(float[] values, float share) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= share;
        }
    }

    private static float sum(float[] values, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static float[] said(float[] outputs, Head head, float[] adjustments, float softness) {
        double[] powers = new double[head.size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < powers.length; i++) {
            int at = head.offset() + i;
            powers[i] = outputs[at] / softness + adjustments[at];
            largest = Math.max(largest, powers[i]);
        }
        double sum = 0;
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.exp(powers[i] - largest);
            sum += powers[i];
        }
        float[] said = new float[powers.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = (float) (powers[i] / sum);
        }
        return said;
    }

    @Override
    public void close() {
        teachers.forEach(teacher -> teacher.trained().close());
    }
}
