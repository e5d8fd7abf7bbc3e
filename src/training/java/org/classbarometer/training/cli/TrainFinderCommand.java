package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
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
import picocli.CommandLine.Mixin;
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
    private static final FinderRunOptions.Standard STANDARD =
            new FinderRunOptions.Standard(12_000, 8, 0.002f, 0.02f);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private FinderRunOptions options = new FinderRunOptions();

    @Option(names = "--architecture", paramLabel = "NAME", description = "small, middle or large")
    private String architecture = "middle";

    @Option(names = "--side", paramLabel = "PIXELS", description = "of a piece")
    private int side = 256;

    @Override
    public Integer call() throws IOException {
        FinderFolder folder = options.folder(STANDARD, architecture, side);
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
        Photos read = options.readPhotos();
        out.printf(
                Locale.ROOT,
                "%,d photographs to learn from, %,d without faces, %,d to validate on%n",
                read.training().size(),
                read.without().size(),
                read.validation().size());
        out.flush();
        long done =
                new FinderTrainer(
                                folder,
                                read,
                                options.outside,
                                InstantSource.system(),
                                new Printer(out))
                        .run(options.stopAfter);
        out.printf("%d of %d steps done: %s%n", done, recipe.steps(), options.run);
        return 0;
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
