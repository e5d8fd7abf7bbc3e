package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.run.HandOver;
import org.classbarometer.training.run.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab hand-over`
@Command(
        name = "hand-over",
        description =
                "Writes a run that has not begun for src/training/elsewhere/train.py, to learn on another machine.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class HandOverCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private BegunRunOptions begun = new BegunRunOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "empty folder to write")
    private Path folder = Path.of("elsewhere");

    @Override
    public Integer call() throws IOException, UserProblem {
        PrintWriter out = spec.commandLine().getOut();
        Trainer trainer = begun.trainer(out);
        new HandOver(folder).write(trainer);
        out.printf(
                "%,d faces and the network written: %s%nnext: python3"
                        + " src/training/elsewhere/train.py %s%n",
                trainer.lessonSize(), folder, folder);
        return 0;
    }
}
