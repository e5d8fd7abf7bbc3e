package org.classbarometer.training.finder;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.run.Curve;
import org.classbarometer.training.run.CurvePicture;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.PyramidLearner;

/// Does a face check's run, from its beginning or from where it stopped, to its end.
public final class CheckTrainer {
    /// Steps between two checkpoints.
    public static final int CHECKPOINT = 400;

    private static final int LOOKS = 10;
    private static final int LOG = 100;
    private static final int LONGEST = 640;

    /// The surest boxes of a photograph that a look asks about: less sure ones are hardly ever among those that count,
    /// and a finder that has just begun takes anything for a face.
    private static final int MOST_LOOKED = 200;

    private final FinderFolder folder;
    private final FinderRecipe recipe;
    private final PyramidNetwork network;
    private final double reach;
    private final CheckData data;

    /// What the finder, which does not change, found in the choosing half; empty before the first look.
    private List<FinderScore.Looked> looked = List.of();

    private final List<String> outside;
    private final InstantSource clock;
    private final CheckListener listener;

    /// @param outside command that starts the program which learns; empty to learn in this process
    /// @param clock for speeds in the log only
    /// @throws IOException when the folder cannot be read
    public CheckTrainer(
            FinderFolder folder,
            CheckData data,
            List<String> outside,
            InstantSource clock,
            CheckListener listener)
            throws IOException {
        this.folder = folder;
        this.recipe = folder.recipe();
        this.network = CheckNets.of(recipe.architecture());
        this.reach = CheckNets.reach(recipe.architecture());
        this.data = data;
        this.outside = List.copyOf(outside);
        this.clock = clock;
        this.listener = listener;
    }

    /// @param mostSteps after which it stops though the recipe wants more, to be resumed later
    /// @return the steps done in all
    /// @throws IOException when the folder cannot be read or written
    public long run(long mostSteps) throws IOException {
        CheckCutter cutter = new CheckCutter(candidates(), data.photos(), data.portraits(), reach);
        Optional<Learner.State> before = folder.state();
        long step = before.map(Learner.State::steps).orElse(0L);
        StepLog log = new StepLog(folder.log(), "step,loss,rate,pieces_per_second", step);
        StepLog looks = new StepLog(folder.looks(), "step,alone,both,weight", step);
        long end = Math.min(recipe.steps(), mostSteps);
        try (PyramidLearner learner =
                PyramidLearner.goOn(network, before, recipe.seed(), Map.of(), outside)) {
            while (step < end) {
                long until = Math.min(end, recipe.nextLook(step, LOOKS));
                learn(learner, cutter, step, until, log);
                step = until;
                if (step == recipe.nextLook(step - 1, LOOKS)) {
                    look(learner, step, looks);
                    curves(log, looks);
                }
                folder.write(learner.state());
            }
        }
        return step;
    }

    private List<Candidate> candidates() throws IOException {
        if (Files.notExists(folder.candidates())) {
            Candidates.write(folder.candidates(), data.candidates(recipe.seed()));
        }
        List<Candidate> candidates = Candidates.read(folder.candidates(), data.photos());
        listener.begun(candidates.size(), candidates.stream().filter(Candidate::face).count());
        return candidates;
    }

    private void learn(
            PyramidLearner learner, CheckCutter cutter, long from, long until, StepLog log)
            throws IOException {
        double losses = 0;
        int steps = 0;
        long began = clock.millis();
        try (Pieces<List<CheckPiece>> pieces = new Pieces<>(step -> cut(cutter, step), from)) {
            for (long step = from; step < until; step++) {
                List<CheckPiece> batch = pieces.take();
                float rate = recipe.rate(step);
                losses +=
                        learner.learn(
                                Grey.joined(batch.stream().map(CheckPiece::pixels).toList()),
                                batch.size(),
                                recipe.side(),
                                new PyramidLearner.Step(rate, recipe.decay(), recipe.averaging()),
                                new CheckLoss(batch));
                steps++;
                long done = step + 1;
                if (done % LOG == 0) {
                    double seconds = Math.max(1, clock.millis() - began) / 1000.0;
                    CheckListener.Progress progress =
                            new CheckListener.Progress(
                                    done, losses / steps, rate, steps * batch.size() / seconds);
                    log.add(
                            String.format(
                                    Locale.ROOT,
                                    "%d,%.5f,%.6f,%.0f%n",
                                    done,
                                    progress.loss(),
                                    progress.rate(),
                                    progress.perSecond()));
                    listener.learnt(progress);
                    losses = 0;
                    steps = 0;
                    began = clock.millis();
                }
                if (done % CHECKPOINT == 0 && done < until) {
                    folder.write(learner.state());
                }
            }
        }
    }

    private List<CheckPiece> cut(CheckCutter cutter, long step) {
        List<CheckPiece> pieces = new ArrayList<>();
        for (int i = 0; i < recipe.batch(); i++) {
            pieces.add(cutter.cut(recipe.chance(step, i)));
        }
        return pieces;
    }

    private void look(PyramidLearner learner, long step, StepLog log) throws IOException {
        if (looked.isEmpty()) {
            looked = lookedAt();
        }
        List<Judged> judged =
                looked.stream()
                        .map(one ->
                                Judged.of(
                                        one.photo(),
                                        one.found(),
                                        List.of(reach),
                                        piece -> answer(learner, piece)))
                        .toList();
        CheckWeight alone = CheckWeight.of(judged, 0);
        CheckWeight both = CheckWeight.choose(judged);
        CheckListener.Seen seen =
                new CheckListener.Seen(step, alone.found(), both.found(), both.weight());
        log.add(
                String.format(
                        Locale.ROOT,
                        "%d,%.4f,%.4f,%.2f%n",
                        step,
                        seen.alone(),
                        seen.both(),
                        seen.weight()));
        listener.looked(seen);
    }

    private List<FinderScore.Looked> lookedAt() {
        return Halves.of(data.photos().validation()).choosing().stream()
                .filter(FinderScore::isGroup)
                .map(photo ->
                        new FinderScore.Looked(
                                photo,
                                data.finder().look(photo.whole(), LONGEST).stream()
                                        .limit(MOST_LOOKED)
                                        .toList()))
                .toList();
    }

    /// What the averaged weights say of a piece, as a logit: the mean of the piece and its mirror image.
    static double answer(PyramidLearner learner, float[] piece) {
        float[] mirrored = new float[piece.length];
        for (int i = 0; i < piece.length; i++) {
            int column = i % CheckNets.SIDE;
            mirrored[i - column + CheckNets.SIDE - 1 - column] = piece[i];
        }
        return (answerToOne(learner, piece) + answerToOne(learner, mirrored)) / 2;
    }

    private static double answerToOne(PyramidLearner learner, float[] piece) {
        float[] cells = learner.outputs(piece, CheckNets.SIDE, CheckNets.SIDE).getFirst().values();
        return CheckLoss.mean(cells, 0, cells.length);
    }

    private void curves(StepLog log, StepLog looks) throws IOException {
        List<double[]> learnt = log.rows();
        List<double[]> looked = looks.rows();
        if (!learnt.isEmpty()) {
            CurvePicture.write(
                    new CurvePicture.Plot(
                            "loss by log row (" + LOG + " steps)",
                            List.of(Curve.of("loss", learnt, 1))),
                    new CurvePicture.Plot(
                            "found, choosing half, by look",
                            List.of(
                                    Curve.of("finder alone", looked, 1),
                                    Curve.of("with the check", looked, 2))),
                    folder.curves());
        }
    }
}
