package org.classbarometer.training.run;

import java.io.IOException;
import java.util.List;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.torch.Learner;

/// What a run has come to: its network with the averaged weights of one epoch. Owns native memory;
/// one thread.
public final class Trained implements AutoCloseable {
    private final Recipe recipe;
    private final int epochs;
    private final Learner learner;

    private Trained(Recipe recipe, Checkpoint checkpoint) {
        this.recipe = recipe;
        this.epochs = checkpoint.epochs();
        this.learner =
                Learner.resume(
                        recipe.network(),
                        new Learner.Teaching(recipe.adam()),
                        checkpoint.learner());
    }

    /// @param best the epoch with the best validation instead of the last one
    /// @throws IOException when the folder holds no run that did an epoch
    public static Trained of(RunFolder folder, boolean best) throws IOException {
        Checkpoint checkpoint =
                (best ? folder.best() : folder.last())
                        .orElseThrow(
                                () -> new IOException(folder.path() + " has not done an epoch"));
        return new Trained(folder.recipe(), checkpoint);
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
    public List<Score.Answers> ask(List<TrainingFace> faces) {
        return Score.ask(learner, faces);
    }

    @Override
    public void close() {
        learner.close();
    }
}
