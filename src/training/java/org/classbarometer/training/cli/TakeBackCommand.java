package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.run.Epoch;
import org.classbarometer.training.run.HandOver;
import org.classbarometer.training.run.HeadScore;
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

    @Mixin private BegunRunOptions begun = new BegunRunOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "FOLDER",
            description = "that was handed over and trained")
    private Path folder = Path.of("elsewhere");

    @Override
    public Integer call() throws IOException, UserProblem {
        PrintWriter out = spec.commandLine().getOut();
        Trainer trainer = begun.trainer(out);
        Epoch done = new HandOver(folder).takeBack(trainer);
        for (HeadScore score : done.scores()) {
            out.printf(
                    Locale.ROOT,
                    "%s: accuracy %.2f %%, balanced %.2f %% on the validation faces%n",
                    score.head(),
                    100 * score.matrix().accuracy(),
                    100 * score.balanced());
        }
        out.printf(
                "%d epochs taken into %s%nnext: lab export --run %s%n",
                done.number(), begun.run, begun.run);
        return 0;
    }
}
