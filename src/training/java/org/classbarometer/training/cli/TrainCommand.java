package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.data.TrainingData;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.run.Recipe;
import org.classbarometer.training.run.RunFolder;
import org.classbarometer.training.run.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab train`
@Command(
        name = "train",
        description = "Trains a network, or goes on with a run that was stopped.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FOLDER",
            description = "where the run's recipe, checkpoints, log and curves lie")
    private Path run = Path.of("run");

    @Option(
            names = "--resume",
            description = "go on with the run of the folder; its recipe stays as it is")
    private boolean resume;

    @Option(
            names = "--stop-after",
            paramLabel = "EPOCHS",
            description = "stop after this many epochs in all, to go on later")
    private int stopAfter = Integer.MAX_VALUE;

    @Option(names = "--architecture", paramLabel = "NAME", description = "family of the network")
    private String architecture = "compact";

    @Mixin private RecipeOptions options = new RecipeOptions();

    @Option(
            names = "--faces",
            paramLabel = "N",
            description = "use only the first of the training faces, to try things out")
    private int faces = Integer.MAX_VALUE;

    @Override
    public Integer call() throws IOException, UserProblem {
        RunFolder folder =
                resume ? new RunFolder(run) : RunFolder.of(run, options.recipe(architecture));
        Recipe recipe = folder.recipe();
        Network network = recipe.network();
        Anatomy anatomy = Anatomy.of(network);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %,d parameters, %,d multiply-adds a face%n",
                network.architecture(), anatomy.trainedValues(), anatomy.multiplyAdds());
        out.flush();
        InstantSource clock = InstantSource.system();
        TrainingData read = data.read(recipe.labelSources());
        DataOptions.tell(out, read);
        List<TrainingFace> training = read.training().stream().limit(faces).toList();
        Trainer trainer =
                new Trainer(
                        folder,
                        training,
                        read.validation(),
                        clock,
                        new ProgressPrinter(out, clock));
        out.printf(
                "%,d faces to learn from, %,d to validate on%n",
                trainer.lessonSize(), read.validation().size());
        out.flush();
        int done = trainer.run(stopAfter);
        out.printf("%d of %d epochs done: %s%n", done, recipe.epochs(), run);
        return 0;
    }
}
