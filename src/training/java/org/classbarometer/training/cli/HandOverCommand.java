package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.data.TrainingData;
import org.classbarometer.training.run.HandOver;
import org.classbarometer.training.run.RunFolder;
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

    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FOLDER",
            description = "of the run, begun by train --stop-after 0 with the same data")
    private Path run = Path.of("run");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "empty folder to write")
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
        new HandOver(folder).write(trainer);
        out.printf(
                "%,d faces and the network written: %s%nnext: python3"
                        + " src/training/elsewhere/train.py %s%n",
                trainer.lessonSize(), folder, folder);
        return 0;
    }
}
