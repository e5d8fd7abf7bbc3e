package org.classbarometer.training.run;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.onnx.ModelFileWeights;
import org.classbarometer.training.onnx.OnnxModel;
import org.classbarometer.training.onnx.TrainedNetwork;
import org.classbarometer.training.torch.Learner;

/// What a run has come to: its network with the averaged weights of one epoch. Owns native memory;
/// one thread.
public final class Trained implements AutoCloseable {
    private final Recipe recipe;
    private final int epochs;
    private final Learner learner;

    private Trained(Recipe recipe, int epochs, Learner.State state) {
        this.recipe = recipe;
        this.epochs = epochs;
        this.learner = Learner.resume(recipe.network(), new Learner.Teaching(recipe.adam()), state);
    }

    /// @param best the epoch with the best validation instead of the last one
    /// @throws IOException when the folder holds no run that did an epoch
    public static Trained of(RunFolder folder, boolean best) throws IOException {
        Checkpoint checkpoint =
                (best ? folder.best() : folder.last())
                        .orElseThrow(
                                () -> new IOException(folder.path() + " has not done an epoch"));
        return new Trained(folder.recipe(), checkpoint.epochs(), checkpoint.learner());
    }

    public Recipe recipe() {
        return recipe;
    }

    public Network network() {
        return learner.network();
    }

    /// Epochs done.
    public int epochs() {
        return epochs;
    }

    public Learner learner() {
        return learner;
    }

    /// What each head answers on the faces scored for it.
    public List<HeadScore.Answers> ask(List<TrainingFace> faces) {
        return HeadScore.ask(learner, faces);
    }

    /// The same network, but one head also says a share of what another says, for the labels they have
    /// in common. Heads are rows of the last dense layer, so this is one such layer again and costs
    /// nothing. Label sources err in different ways: a head that hears another one errs less on faces
    /// that neither was trained for.
    ///
    /// @param share of the other head's logits that is added
    /// @return to be closed as well
    public Trained blended(Head into, Head from, float share) {
        Learner.State state = learner.state();
        int last = network().head().layers().size() - 1;
        String layer = Anatomy.part(Anatomy.HEAD, last);
        for (String name : List.of("weight", "bias")) {
            float[] array = state.average().get(Anatomy.part(layer, name));
            if (array == null) {
                throw new IllegalArgumentException(
                        layer + " is not dense: heads cannot be blended");
            }
            int row = array.length / network().outputs();
            for (int i = 0; i < into.size(); i++) {
                int other = from.labels().labels().indexOf(into.labels().labels().get(i));
                for (int at = 0; other >= 0 && at < row; at++) {
                    array[(into.offset() + i) * row + at] +=
                            share * array[(from.offset() + other) * row + at];
                }
            }
        }
        return new Trained(recipe, epochs, state);
    }

    /// The mean of these weights and those of others: a model soup (Wortsman et al. 2022). Runs of which
    /// one began where the other stood lie in the same valley, and their mean often lies lower than
    /// each, the more so for pictures from elsewhere.
    ///
    /// @param others with the same layers and heads
    /// @return to be closed as well
    /// @throws IllegalArgumentException when one is another network
    public Trained averaged(List<Trained> others) {
        List<Map<String, float[]>> weights = new ArrayList<>();
        for (Trained other : others) {
            if (!other.network().equals(network())) {
                throw new IllegalArgumentException(
                        "weights can be averaged with those of the same network and heads only, and "
                                + other.network().architecture()
                                + " is another");
            }
            weights.add(other.learner.state().average());
        }
        Learner.State state = learner.state();
        state.average()
                .forEach((name, array) -> {
                    for (Map<String, float[]> other : weights) {
                        float[] values = other.getOrDefault(name, array);
                        for (int i = 0; i < array.length; i++) {
                            array[i] += values[i];
                        }
                    }
                    for (int i = 0; i < array.length; i++) {
                        array[i] /= weights.size() + 1;
                    }
                });
        return new Trained(recipe, epochs, state);
    }

    /// As [#averaged(List)], with a model file that this run, or one before it, began with. The heads stay
    /// this run's, since a file has one head and a lean in it.
    ///
    /// @param share of the file, 0 to 1
    /// @return to be closed as well
    /// @throws IOException when the file cannot be read or is of another network
    public Trained averaged(Path file, float share) throws IOException {
        Learner.State state = learner.state();
        TrainedNetwork trained = new TrainedNetwork(network(), state.average());
        Head head = network().heads().getFirst();
        ModelProto folded = OnnxModel.of(trained, head, new float[head.size()], Map.of());
        // Both with their normalisations folded away: only then are they sums of the same things.
        Map<String, float[]> ours = ModelFileWeights.of(folded, "this run", network());
        Map<String, float[]> theirs = ModelFileWeights.read(file, network());
        ours.forEach((name, array) -> {
            float[] other = theirs.getOrDefault(name, array);
            float[] mean = state.average().getOrDefault(name, array);
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (1 - share) * array[i] + share * other[i];
            }
        });
        return new Trained(recipe, epochs, state);
    }

    @Override
    public void close() {
        learner.close();
    }
}
