package org.classbarometer.training.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.classbarometer.training.data.Batch;
import org.classbarometer.training.data.Batches;
import org.classbarometer.training.data.LabelSource;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.TrainingSet;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.Pretrained;

/// Does a run, from its beginning or from where it stopped, to its end.
public final class Trainer {
    private static final double HALVING_GAIN = 1e-4;
    private static final int HALVING_PATIENCE = 3;
    private static final int SETTLING_FACES = 512;

    private final Recipe recipe;
    private final RunFolder folder;
    private final List<TrainingFace> validation;
    private final InstantSource clock;
    private final RunListener listener;
    private final Network network;
    private final TrainingSet lesson;
    private final float[] adjustments;
    private final Workload workload;
    private final RunLog log;

    /// @param clock for the seconds in the log only
    /// @throws IllegalArgumentException when a head has nothing to learn from or to be scored on
    /// @throws IOException when the folder cannot be read or written, or when the run it holds learned
    ///     from other faces
    public Trainer(
            RunFolder folder,
            List<TrainingFace> training,
            List<TrainingFace> validation,
            InstantSource clock,
            RunListener listener)
            throws IOException {
        this.folder = folder;
        this.recipe = folder.recipe();
        this.validation = List.copyOf(validation);
        this.clock = clock;
        this.listener = listener;
        this.network = recipe.network();
        this.lesson = new TrainingSet(network.heads(), training);
        refuseIdleHeads();
        folder.begin(RunData.of(lesson.size(), training, validation));
        this.adjustments = recipe.adjustments(lesson.shares());
        this.workload = new Workload(recipe, network, lesson.size());
        this.log = new RunLog(folder.log(), network.heads().stream().map(Head::name).toList());
    }

    private void refuseIdleHeads() {
        for (Head head : network.heads()) {
            LabelSource source = LabelSource.of(head.name());
            boolean scored = validation.stream().anyMatch(face -> source.truth(face).isPresent());
            if (!lesson.teaches(head) || !scored) {
                throw new IllegalArgumentException(
                        "no face to "
                                + (scored ? "learn from" : "validate on")
                                + " is labelled for the head "
                                + head.name()
                                + " ("
                                + String.join(", ", head.labels().labels())
                                + "); choose --labels that the data has");
            }
        }
    }

    /// Faces that teach something.
    public int lessonSize() {
        return lesson.size();
    }

    /// @param mostEpochs after which it stops though the recipe wants more, to be resumed later
    /// @return the epochs done in all
    /// @throws IOException when the folder cannot be read or written, or when the weights to begin with
    ///     or a teacher cannot be used
    public int run(int mostEpochs) throws IOException {
        Optional<Checkpoint> last = folder.last();
        Learner.Teaching teaching = new Learner.Teaching(recipe.adam());
        int epoch = last.map(Checkpoint::epochs).orElse(0);
        Checkpoint.Standing standing =
                last.map(Checkpoint::standing).orElse(Checkpoint.Standing.NONE);
        double before = last.map(Checkpoint::seconds).orElse(0.0);
        long began = clock.millis();
        try (Learner learner =
                        last.isPresent()
                                ? Learner.resume(network, teaching, last.get().learner())
                                : start(teaching);
                Teachers teachers = Teachers.of(recipe, network, lesson.shares())) {
            log.begin(epoch);
            int end = Math.min(recipe.epochs(), mostEpochs);
            while (epoch < end && !recipe.impatient(epoch, standing)) {
                Epoch done = epoch(learner, teachers, epoch, standing, before, began);
                epoch++;
                boolean best = done.merit() > standing.best();
                standing = next(standing, done);
                double seconds = done.seconds();
                Checkpoint checkpoint = new Checkpoint(epoch, learner.state(), standing, seconds);
                if (best) {
                    checkpoint.write(folder.bestFile());
                }
                log.add(done);
                checkpoint.write(folder.lastFile());
                CurvePicture.write(log.rows(), folder.curves());
                listener.epochDone(done);
            }
        }
        return epoch;
    }

    RunFolder folder() {
        return folder;
    }

    TrainingSet lesson() {
        return lesson;
    }

    /// What is added to the outputs before the loss.
    float[] adjustments() {
        return adjustments.clone();
    }

    /// The network as it is before the first step.
    ///
    /// @return to be closed
    /// @throws IOException when the weights to begin with cannot be used
    Learner start(Learner.Teaching teaching) throws IOException {
        if (recipe.pretrained().isEmpty()) {
            return Learner.start(network, teaching, recipe.seed());
        }
        WeightsFile file = recipe.pretrained().get();
        Pretrained pretrained = file.load(network);
        listener.beganWith(file, pretrained);
        Learner learner = Learner.start(network, teaching, recipe.seed(), pretrained.arrays());
        if (pretrained.folded()) {
            try (Batches batches = batches(0, Math.min(SETTLING_FACES, lesson.size()))) {
                learner.settle(batches.batch(batches.order(0), 0, 0, network.side()));
            }
        }
        return learner;
    }

    private Batches batches(int epoch, int size) {
        return new Batches(lesson, recipe.shaping(lesson, epoch).of(size), recipe.seed());
    }

    private Epoch epoch(
            Learner learner,
            Teachers teachers,
            int epoch,
            Checkpoint.Standing standing,
            double before,
            long began) {
        learner.reseed(recipe.seed() * 1_000_003 + epoch);
        int side = recipe.side(network, epoch);
        long start = clock.millis();
        double loss = 0;
        float rate = 0;
        long images = 0;
        int count;
        try (Batches batches = batches(epoch, Math.min(recipe.batch(), lesson.size()))) {
            int[] order = batches.order(epoch);
            count = batches.perEpoch();
            for (int i = 0; i < count; i++) {
                double progress = (epoch + (double) i / count) / recipe.epochs();
                rate = rate(progress, standing);
                Batch batch = teachers.taught(batches.batch(order, epoch, i, side));
                float one =
                        learner.learn(
                                batch,
                                new Learner.Step(
                                        rate, recipe.decay(), recipe.averaging(), adjustments));
                loss += one;
                images += batch.count();
                listener.batchDone(
                        epoch + 1,
                        i + 1,
                        count,
                        workload.done(epoch, i + 1, count),
                        workload.all(),
                        one);
            }
        }
        double seconds = (clock.millis() - start) / 1000.0;
        List<HeadScore> scores =
                HeadScore.ask(learner, validation).stream().map(HeadScore.Answers::score).toList();
        double sofar = before + (clock.millis() - began) / 1000.0;
        return new Epoch(
                epoch + 1,
                loss / count,
                rate,
                side,
                scores,
                sofar,
                images / Math.max(seconds, 1e-3));
    }

    private float rate(double progress, Checkpoint.Standing standing) {
        return recipe.rate()
                * recipe.schedule().share(progress)
                / (1 << Math.min(standing.halvings(), 20));
    }

    private Checkpoint.Standing next(Checkpoint.Standing standing, Epoch epoch) {
        boolean better = epoch.merit() > standing.best() + HALVING_GAIN;
        double best = Math.max(standing.best(), epoch.merit());
        int bestEpoch = better ? epoch.number() : standing.bestEpoch();
        int since = epoch.number() - Math.max(bestEpoch, standing.lastHalving());
        boolean halve = recipe.schedule() == Schedule.PLATEAU && since >= HALVING_PATIENCE;
        return new Checkpoint.Standing(
                best,
                bestEpoch,
                standing.halvings() + (halve ? 1 : 0),
                halve ? epoch.number() : standing.lastHalving());
    }

    /// Notes a run that learned elsewhere as done, from its weights.
    ///
    /// @return its last epoch, scored on the validation faces
    /// @throws IOException when the folder cannot be written
    Epoch taken(Learner.State state, double loss, double seconds) throws IOException {
        int last = recipe.epochs() - 1;
        List<HeadScore> scores;
        try (Learner learner =
                Learner.resume(network, new Learner.Teaching(recipe.adam()), state)) {
            scores =
                    HeadScore.ask(learner, validation).stream()
                            .map(HeadScore.Answers::score)
                            .toList();
        }
        double images = (double) state.steps() * Math.min(recipe.batch(), lesson.size());
        Epoch done =
                new Epoch(
                        recipe.epochs(),
                        loss,
                        rate((double) last / recipe.epochs(), Checkpoint.Standing.NONE),
                        recipe.side(network, last),
                        scores,
                        seconds,
                        images / Math.max(seconds, 1e-3));
        Checkpoint checkpoint =
                new Checkpoint(
                        recipe.epochs(), state, next(Checkpoint.Standing.NONE, done), seconds);
        log.begin(0);
        log.add(done);
        checkpoint.write(folder.bestFile());
        checkpoint.write(folder.lastFile());
        return done;
    }
}
