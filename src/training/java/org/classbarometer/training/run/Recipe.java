package org.classbarometer.training.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.data.Batches;
import org.classbarometer.training.data.LabelSource;
import org.classbarometer.training.data.TrainingSet;
import org.classbarometer.training.data.Variation;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.family.Architectures;

/// All that decides what a run learns; with the same data it gives the same weights again, as far as
/// PyTorch adds in the same order. Kept as `recipe.json` in the folder of the run.
///
/// @param architecture name of the family
/// @param sources label sources, one head each
/// @param epochs how often each face is shown
/// @param batch faces shown together
/// @param rate highest learning rate
/// @param adam AdamW instead of SGD with momentum
/// @param decay weight decay
/// @param averaging share of the old weights in the moving average, a step
/// @param adjustment logit adjustment: 0 for none, 1 for the whole logarithm of each label's share
/// @param smoothing label smoothing
/// @param classWeights weight of faces showing a label in the loss; 1 where not named
/// @param balance share of the faces shown that are drawn so that all labels come up equally often
/// @param growing whether the first epochs see smaller pictures, which takes less time
/// @param variation of the pictures
/// @param calm epochs at the end in which no faces are mixed or covered: a network that has learnt from
///     disturbed pictures gains from a few of the kind it will be shown (Ge et al. 2021, "YOLOX")
/// @param patience epochs without improvement after which the run ends early; 0 for never
/// @param seed of all chance
/// @param pretrained weights it begins with; otherwise all are random
/// @param distillation from other runs, where it has teachers
public record Recipe(
        String architecture,
        List<String> sources,
        int epochs,
        int batch,
        float rate,
        boolean adam,
        float decay,
        Schedule schedule,
        float averaging,
        float adjustment,
        float smoothing,
        Map<String, Float> classWeights,
        float balance,
        boolean growing,
        Variation variation,
        int calm,
        int patience,
        long seed,
        Optional<WeightsFile> pretrained,
        Optional<Distillation> distillation) {
    private static final double SMALL = 0.3;
    private static final double MIDDLE = 0.6;

    public Recipe {
        sources = List.copyOf(sources);
        classWeights = Map.copyOf(classWeights);
        if (epochs < 1 || batch < 2 || sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "a run needs an epoch, two faces and a label source");
        }
    }

    /// The network it trains.
    ///
    /// @throws IllegalArgumentException when the architecture or a source is unknown
    public Network network() {
        return Architectures.of(architecture).network(heads());
    }

    /// Where its heads learn from.
    ///
    /// @throws IllegalArgumentException when one is unknown
    public List<LabelSource> labelSources() {
        return sources.stream().map(LabelSource::of).toList();
    }

    List<Head> heads() {
        return TrainingSet.heads(labelSources());
    }

    /// @param epoch counted from 0
    Batches.Shaping shaping(TrainingSet lesson, int epoch) {
        float[] weights = new float[lesson.outputs()];
        for (Head head : lesson.heads()) {
            for (int i = 0; i < head.size(); i++) {
                String label = head.labels().labels().get(i);
                weights[head.offset() + i] = classWeights.getOrDefault(label, 1f);
            }
        }
        Variation shown = epoch < epochs - calm ? variation : variation.calm();
        return new Batches.Shaping(
                Math.min(batch, lesson.size()), shown, smoothing, weights, balance);
    }

    /// What is added to the outputs before the loss.
    float[] adjustments(float[] shares) {
        float[] adjustments = Arrays.copyOf(shares, shares.length);
        for (int i = 0; i < adjustments.length; i++) {
            adjustments[i] = adjustment * (float) Math.log(shares[i]);
        }
        return adjustments;
    }

    /// Whether a run that has come so far is at its end.
    boolean ended(Checkpoint checkpoint) {
        return checkpoint.epochs() >= epochs
                || impatient(checkpoint.epochs(), checkpoint.standing());
    }

    /// Whether nothing has improved for so long that the run ends early.
    boolean impatient(int done, Checkpoint.Standing standing) {
        return patience > 0 && standing.bestEpoch() > 0 && done - standing.bestEpoch() >= patience;
    }

    /// Side of the pictures in an epoch, counted from 0.
    int side(Network network, int epoch) {
        if (!growing || !network.anySize()) {
            return network.side();
        }
        double progress = (double) epoch / epochs;
        double share = progress < SMALL ? 2.0 / 3 : progress < MIDDLE ? 5.0 / 6 : 1;
        return (int) Math.round(network.side() * share);
    }

    /// This, for another number of epochs.
    public Recipe withEpochs(int other) {
        return with(other, calm, patience);
    }

    /// This, with so many calm epochs at its end.
    public Recipe withCalm(int other) {
        return with(epochs, other, patience);
    }

    /// This, ending early after so many epochs without improvement.
    public Recipe withPatience(int other) {
        return with(epochs, calm, other);
    }

    private Recipe with(int epochs, int calm, int patience) {
        return new Recipe(
                architecture,
                sources,
                epochs,
                batch,
                rate,
                adam,
                decay,
                schedule,
                averaging,
                adjustment,
                smoothing,
                classWeights,
                balance,
                growing,
                variation,
                calm,
                patience,
                seed,
                pretrained,
                distillation);
    }
}
