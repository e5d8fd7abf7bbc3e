package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.classbarometer.training.finder.FinderFolder;
import org.classbarometer.training.finder.FinderListener;
import org.classbarometer.training.finder.FinderNets;
import org.classbarometer.training.finder.FinderRecipe;
import org.classbarometer.training.finder.FinderScore;
import org.classbarometer.training.finder.FinderTrainer;
import org.classbarometer.training.finder.Photos;
import org.classbarometer.training.net.PyramidNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab train-finder`
@Command(
        name = "train-finder",
        description = "Trains a face finder, or goes on with a run that was stopped.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class TrainFinderCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "with finder/parts.csv and the photographs it names")
    private Path data = Path.of("data");

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FOLDER",
            description = "where the run's recipe, checkpoint, log and curves lie")
    private Path run = Path.of("run");

    @Option(
            names = "--resume",
            description =
                    "go on with the run of the folder; of its recipe only --steps and --rate may change")
    private boolean resume;

    @Option(names = "--architecture", paramLabel = "NAME", description = "small, middle or large")
    private String architecture = "middle";

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "at which the rate has fallen to nothing; 12000 for a new run")
    private Optional<Long> steps = Optional.empty();

    @Option(
            names = "--stop-after",
            paramLabel = "N",
            description = "stop after this many steps in all, to go on later")
    private long stopAfter = Long.MAX_VALUE;

    @Option(names = "--batch", paramLabel = "N", description = "pieces of a step")
    private int batch = 8;

    @Option(names = "--side", paramLabel = "PIXELS", description = "of a piece")
    private int side = 256;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "highest learning rate; 0.002 for a new run")
    private Optional<Float> rate = Optional.empty();

    @Option(names = "--decay", paramLabel = "D", description = "weight decay")
    private float decay = 0.02f;

    @Option(names = "--averaging", paramLabel = "A", description = "of the weights, a step")
    private float averaging = 0.998f;

    @Option(names = "--seed", paramLabel = "N", description = "of all chance")
    private long seed = 1;

    @Option(
            names = "--outside",
            split = " ",
            paramLabel = "COMMAND",
            description =
                    "let another program learn, such as \"python3 src/training/elsewhere/pyramid.py"
                            + " --bfloat16\"")
    private List<String> outside = List.of();

    @Option(
            names = "--photos",
            paramLabel = "N",
            description = "use only so many of each part, to try things out")
    private int photos = Integer.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        FinderFolder folder = folder();
        FinderRecipe recipe = folder.recipe();
        PyramidNetwork pyramid = FinderNets.of(recipe.architecture());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %,d parameters, %,.0f multiply-adds a pixel%n",
                pyramid.architecture(),
                pyramid.trainedValues(),
                pyramid.multiplyAdds());
        out.flush();
        Photos read = Photos.read(data, photos);
        out.printf(
                Locale.ROOT,
                "%,d photographs to learn from, %,d without faces, %,d to validate on%n",
                read.training().size(),
                read.without().size(),
                read.validation().size());
        out.flush();
        long done =
                new FinderTrainer(folder, read, outside, InstantSource.system(), new Printer(out))
                        .run(stopAfter);
        out.printf("%d of %d steps done: %s%n", done, recipe.steps(), run);
        return 0;
    }

    private FinderFolder folder() throws IOException {
        if (!resume) {
            return FinderFolder.of(
                    run,
                    new FinderRecipe(
                            architecture,
                            steps.orElse(12_000L),
                            batch,
                            side,
                            rate.orElse(0.002f),
                            decay,
                            averaging,
                            seed));
        }
        FinderFolder folder = new FinderFolder(run);
        folder.change(steps, rate);
        return folder;
    }

    private record Printer(PrintWriter out) implements FinderListener {
        @Override
        public void learnt(Progress progress) {
            out.printf(
                    Locale.ROOT,
                    "step %d: score loss %.4f, box loss %.4f, rate %.5f, %.1f pieces/s%n",
                    progress.step(),
                    progress.scoreLoss(),
                    progress.boxLoss(),
                    progress.rate(),
                    progress.perSecond());
            out.flush();
        }

        @Override
        public void looked(long step, FinderScore score, int hardPlaces) {
            out.printf(
                    Locale.ROOT,
                    "step %d: at %.2f found %.3f of %d large faces, %.3f of %d clear ones, %.3f of %d"
                            + " small ones; %.2f false boxes a photograph of %d; %d hard places%n",
                    step,
                    score.threshold(),
                    score.large().share(),
                    score.large().of(),
                    score.clear().share(),
                    score.clear().of(),
                    score.small().share(),
                    score.small().of(),
                    score.falseBoxesPerPhoto(),
                    score.photos(),
                    hardPlaces);
            out.flush();
        }
    }
}
