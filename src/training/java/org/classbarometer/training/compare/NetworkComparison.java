package org.classbarometer.training.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.classbarometer.training.compare.Contender.ModelFile;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.TrainingSet;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.onnx.TrainedNetwork;
import org.classbarometer.training.run.HeadScore;
import org.classbarometer.training.run.Recipe;
import org.classbarometer.training.run.RunFolder;
import org.classbarometer.training.run.RunListener;
import org.classbarometer.training.run.Trained;
import org.classbarometer.training.run.Trainer;
import org.classbarometer.training.ship.Calibrated;
import org.classbarometer.training.ship.Shipment;
import org.classbarometer.training.ship.ShippedModel;

/// Trains networks one after the other on the same faces and measures what became of them. One
/// thread.
public final class NetworkComparison {
    private static final int WARM_UP = 30;
    private static final int TIMED = 200;
    private static final Shipment.Facts UNPUBLISHED =
            new Shipment.Facts(0, "comparison", "unpublished", "0", "none");

    private final Path runs;
    private final List<TrainingFace> training;
    private final List<TrainingFace> validation;
    private final InstantSource clock;

    /// @param runs folder in which each network has the folder of its run
    /// @param clock for the seconds in the logs only
    public NetworkComparison(
            Path runs,
            List<TrainingFace> training,
            List<TrainingFace> validation,
            InstantSource clock) {
        this.runs = runs;
        this.training = List.copyOf(training);
        this.validation = List.copyOf(validation);
        this.clock = clock;
    }

    /// Does a run, or goes on with it, and measures the weights of its last epoch.
    ///
    /// @param name of the folder of the run and in the report
    /// @throws IOException when the folder holds a run of another recipe, or cannot be written
    public Contender train(String name, Recipe recipe, RunListener listener) throws IOException {
        RunFolder folder = RunFolder.of(runs.resolve(name), recipe);
        new Trainer(folder, training, validation, clock, listener).run(recipe.epochs());
        return measure(name, folder);
    }

    /// Measures the last epoch of a run on the validation faces.
    ///
    /// @param name in the report
    /// @throws IOException when the folder holds no run that did an epoch
    public Contender measure(String name, RunFolder folder) throws IOException {
        try (Trained trained = Trained.of(folder, false)) {
            List<HeadScore.Answers> answers = trained.ask(validation);
            Anatomy anatomy = Anatomy.of(trained.network());
            return new Contender(
                    name,
                    trained.recipe(),
                    folder.taught()
                            .orElseGet(() ->
                                    new TrainingSet(trained.network().heads(), training).size()),
                    anatomy.trainedValues(),
                    anatomy.multiplyAdds(),
                    exported(trained, answers.getFirst()),
                    answers.stream().map(HeadScore.Answers::score).toList(),
                    folder.history());
        }
    }

    private ModelFile exported(Trained trained, HeadScore.Answers answers) {
        Head head = answers.head();
        Shipment shipment =
                Shipment.of(
                        new TrainedNetwork(trained.network(), trained.learner().state().average()),
                        head,
                        new float[head.size()],
                        Calibrated.on(answers, 1),
                        UNPUBLISHED);
        int side = trained.network().side();
        float[] face = validation.getFirst().grey();
        try (ShippedModel model = new ShippedModel(shipment.file(), side)) {
            long[] nanos = new long[TIMED];
            for (int i = -WARM_UP; i < TIMED; i++) {
                long start = System.nanoTime();
                model.answer(face, 1);
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - start;
                }
            }
            Arrays.sort(nanos);
            return new ModelFile(shipment.file().length, nanos[TIMED / 2]);
        }
    }
}
