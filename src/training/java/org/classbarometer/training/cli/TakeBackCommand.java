package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.data.TrainingData;
import org.classbarometer.training.run.Epoch;
import org.classbarometer.training.run.HandOver;
import org.classbarometer.training.run.HeadScore;
import org.classbarometer.training.run.RunFolder;
import org.classbarometer.training.run.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab take-back`
@Command(
        name = "take-back",
        description =
                "Takes what another machine has learned into its run, to be exported as one of the lab.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class TakeBackCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FOLDER",
            description = "of the run, begun by train --stop-after 0 with the same data")
    private Path run = Path.of("run");

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FOLDER",
            description = "that was handed over and trained")
    private Path folder = Path.of("elsewhere");

    @Override
    public Integer call() throws IOException, UserProblem {
        PrintWriter out = spec.commandLine().getOut();
        RunFolder begun = new RunFolder(run);
        TrainingData read = data.read(begun.recipe().labelSources());
        DataOptions.tell(out, read);
        InstantSource clock = InstantSource.system();
        Trainer trainer =
                new Trainer(
                        begun,
                        read.training(),
                        read.validation(),
                        clock,
                        new ProgressPrinter(out, clock));
        Epoch done = new HandOver(folder).takeBack(trainer);
        for (HeadScore score : done.scores()) {
            out.printf(
                    Locale.ROOT,
                    "%s: accuracy %.2f %%, balanced %.2f %% on the validation faces%n",
                    score.head(),
                    100 * score.matrix().accuracy(),
                    100 * score.balanced());
        }
        out.printf("%d epochs taken into %s%nnext: lab export --run %s%n", done.number(), run, run);
        return 0;
    }
}
