package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.data.TrainingData;
import org.classbarometer.training.run.RunFolder;
import org.classbarometer.training.run.Trainer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which run was begun to be learned on another machine, and the data it was begun with.
final class BegunRunOptions {
    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FOLDER",
            description = "of the run, begun by train --stop-after 0 with the same data")
    Path run = Path.of("run");

    /// The trainer as the run was begun.
    ///
    /// @param out hears what was read
    /// @throws UserProblem when the data cannot be read
    Trainer trainer(PrintWriter out) throws IOException, UserProblem {
        RunFolder folder = new RunFolder(run);
        TrainingData read = data.read(folder.recipe().labelSources());
        DataOptions.tell(out, read);
        InstantSource clock = InstantSource.system();
        return new Trainer(
                folder, read.training(), read.validation(), clock, new ProgressPrinter(out, clock));
    }
}
