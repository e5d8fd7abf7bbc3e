package org.classbarometer.training.finder;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.torch.Learner;
import org.classbarometer.training.torch.PyramidLearner;

/// Does a finder's run, from its beginning or from where it stopped, to its end.
public final class FinderTrainer {
    /// Steps between two checkpoints.
    public static final int CHECKPOINT = 200;

    /// How often in a run it is looked for hard places, and how well it does.
    private static final int LOOKS = 6;

    private static final int LOG = 50;
    private static final int LOOK_LONGEST = 640;
    private static final double LOOK_THRESHOLD = 0.4;

    private final FinderFolder folder;
    private final FinderRecipe recipe;
    private final List<String> outside;
    private final PyramidNetwork pyramid;
    private final Photos photos;
    private final List<Photo> seen;
    private final Cutter cutter;
    private final InstantSource clock;
    private final FinderListener listener;

    /// @param outside command that starts the program which learns; empty to learn in this process
    /// @param clock for speeds in the log only
    /// @throws IOException when the folder cannot be read
    public FinderTrainer(
            FinderFolder folder,
            Photos photos,
            List<String> outside,
            InstantSource clock,
            FinderListener listener)
            throws IOException {
        this.outside = List.copyOf(outside);
        this.folder = folder;
        this.recipe = folder.recipe();
        this.pyramid = FinderNets.of(recipe.architecture());
        int coarsest = pyramid.levels().getLast().stride();
        if (recipe.side() % coarsest != 0 || recipe.side() < 2 * coarsest) {
            throw new IllegalArgumentException("pieces of 64, 96, 128 ... pixels are needed");
        }
        this.photos = photos;
        this.seen =
                Halves.of(photos.validation()).choosing().stream()
                        .filter(FinderScore::isGroup)
                        .toList();
        this.cutter = new Cutter(photos.training(), photos.without(), recipe.side());
        this.clock = clock;
        this.listener = listener;
    }

    /// @param mostSteps after which it stops though the recipe wants more, to be resumed later
    /// @return the steps done in all
    /// @throws IOException when the folder cannot be read or written
    public long run(long mostSteps) throws IOException {
        Optional<Learner.State> before = folder.state();
        long step = before.map(Learner.State::steps).orElse(0L);
        FinderLog log = new FinderLog(folder, step);
        long end = Math.min(recipe.steps(), mostSteps);
        try (PyramidLearner learner =
                PyramidLearner.goOn(
                        pyramid, before, recipe.seed(), FinderNets.first(pyramid), outside)) {
            Looking looking = new Looking(pyramid, learner);
            List<HardPlace> hard = HardPlaces.read(folder.hardPlaces(), photos);
            while (step < end) {
                long until = Math.min(end, recipe.nextLook(step, LOOKS));
                learn(learner, hard, step, until, log);
                step = until;
                if (step == recipe.nextLook(step - 1, LOOKS)) {
                    hard = HardPlaces.mine(looking, photos, looks(step));
                    HardPlaces.write(folder.hardPlaces(), hard);
                    FinderScore score = score(looking);
                    log.looked(step, score, hard.size());
                    FinderCurves.write(log, folder.curves());
                    listener.looked(step, score, hard.size());
                }
                folder.write(learner.state());
            }
        }
        return step;
    }

    private long looks(long step) {
        return Math.round((double) step * LOOKS / recipe.steps());
    }

    private void learn(
            PyramidLearner learner, List<HardPlace> hard, long from, long until, FinderLog log)
            throws IOException {
        double scores = 0;
        double boxes = 0;
        int steps = 0;
        long began = clock.millis();
        try (Pieces<List<Crop>> pieces = new Pieces<>(step -> cut(hard, step), from)) {
            for (long step = from; step < until; step++) {
                List<Crop> crops = pieces.take();
                FinderLoss loss = new FinderLoss(targets(pyramid, crops));
                float rate = recipe.rate(step);
                learner.learn(
                        pictures(crops),
                        crops.size(),
                        recipe.side(),
                        new PyramidLearner.Step(rate, recipe.decay(), recipe.averaging()),
                        loss);
                scores += loss.scoreLoss();
                boxes += loss.boxLoss();
                steps++;
                long done = step + 1;
                if (done % LOG == 0) {
                    double seconds = Math.max(1, clock.millis() - began) / 1000.0;
                    FinderListener.Progress progress =
                            new FinderListener.Progress(
                                    done,
                                    scores / steps,
                                    boxes / steps,
                                    rate,
                                    steps * crops.size() / seconds);
                    log.learnt(progress);
                    listener.learnt(progress);
                    scores = 0;
                    boxes = 0;
                    steps = 0;
                    began = clock.millis();
                }
                if (done % CHECKPOINT == 0 && done < until) {
                    folder.write(learner.state());
                }
            }
        }
    }

    private List<Crop> cut(List<HardPlace> hard, long step) {
        List<Crop> crops = new ArrayList<>();
        for (int i = 0; i < recipe.batch(); i++) {
            crops.add(cutter.cut(recipe.chance(step, i), hard));
        }
        return crops;
    }

    static List<Targets> targets(PyramidNetwork pyramid, List<Crop> crops) {
        List<Targets> targets = new ArrayList<>();
        for (int level = 0; level < pyramid.levels().size(); level++) {
            targets.add(Targets.of(Reach.of(pyramid, level), crops));
        }
        return List.copyOf(targets);
    }

    private static float[] pictures(List<Crop> crops) {
        return Grey.joined(crops.stream().map(Crop::pixels).toList());
    }

    private FinderScore score(Looking looking) {
        return FinderScore.of(
                seen.stream()
                        .map(photo ->
                                new FinderScore.Looked(
                                        photo, looking.at(photo.whole(), LOOK_LONGEST)))
                        .toList(),
                LOOK_THRESHOLD);
    }
}
