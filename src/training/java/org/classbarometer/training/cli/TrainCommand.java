package org.classbarometer.training.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.FerFace;
import org.classbarometer.evaluate.data.Split;
import org.classbarometer.training.data.Variation;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.run.Recipe;
import org.classbarometer.training.run.RunFolder;
import org.classbarometer.training.run.Schedule;
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

    @Option(
            names = "--labels",
            split = ",",
            paramLabel = "SOURCE",
            description = "ferplus (8), fer2013 (7), four, two: a head each")
    private List<String> labels = List.of("ferplus", "fer2013");

    @Option(names = "--epochs", paramLabel = "N", description = "how often each face is shown")
    private int epochs = 24;

    @Option(names = "--batch", paramLabel = "N", description = "faces shown together")
    private int batch = 128;

    @Option(names = "--rate", paramLabel = "R", description = "highest learning rate")
    private float rate = 0.1f;

    @Option(names = "--adam", description = "AdamW instead of SGD with momentum")
    private boolean adam;

    @Option(names = "--decay", paramLabel = "D", description = "weight decay")
    private float decay = 5e-4f;

    @Option(names = "--schedule", paramLabel = "NAME", description = "one_cycle, cosine, plateau")
    private Schedule schedule = Schedule.ONE_CYCLE;

    @Option(
            names = "--averaging",
            paramLabel = "SHARE",
            description = "share of the old weights in the moving average, a step")
    private float averaging = 0.998f;

    @Option(
            names = "--adjustment",
            paramLabel = "TAU",
            description = "logit adjustment, 0 for none to 1 for all")
    private float adjustment = 0.5f;

    @Option(names = "--smoothing", paramLabel = "SHARE", description = "label smoothing")
    private float smoothing = 0.05f;

    @Option(
            names = "--class-weight",
            split = ",",
            paramLabel = "LABEL=WEIGHT",
            description = "weight of faces showing a label in the loss")
    private Map<String, Float> classWeights = Map.of();

    @Option(
            names = "--growing",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "show smaller pictures in the first epochs, which takes less time")
    private boolean growing = true;

    @Option(
            names = "--mixing",
            paramLabel = "SHARE",
            description = "share of batches in which faces are mixed")
    private float mixing;

    @Option(
            names = "--varied",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "vary the faces each time they are shown")
    private boolean varied = true;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            description = "end after this many epochs without improvement; 0 for never")
    private int patience;

    @Option(names = "--seed", paramLabel = "N", description = "of all chance")
    private long seed = 1;

    @Option(
            names = "--faces",
            paramLabel = "N",
            description = "use only the first of the training faces, to try things out")
    private int faces = Integer.MAX_VALUE;

    @Override
    public Integer call() throws IOException, DataSetException {
        RunFolder folder = resume ? new RunFolder(run) : RunFolder.of(run, recipe());
        Recipe recipe = folder.recipe();
        Network network = recipe.network();
        Anatomy anatomy = Anatomy.of(network);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %,d parameters, %,d multiply-adds a face%n",
                network.architecture(), anatomy.trainedValues(), anatomy.multiplyAdds());
        out.flush();
        InstantSource clock = InstantSource.system();
        // Since JDK 22 a console need not be a terminal; where there is neither, it is null.
        boolean terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        List<FerFace> training = data.faces(Split.TRAINING).stream().limit(faces).toList();
        Trainer trainer =
                new Trainer(
                        folder,
                        training,
                        data.faces(Split.VALIDATION),
                        clock,
                        new ProgressPrinter(out, terminal, clock));
        out.printf("%,d faces to learn from%n", trainer.lessonSize());
        out.flush();
        int done = trainer.run(stopAfter);
        out.printf("%d of %d epochs done: %s%n", done, recipe.epochs(), run);
        return 0;
    }

    private Recipe recipe() {
        Variation variation = varied ? Variation.USUAL.withMixing(mixing) : Variation.NONE;
        return new Recipe(
                architecture,
                labels,
                epochs,
                batch,
                rate,
                adam,
                decay,
                schedule,
                averaging,
                adjustment,
                smoothing,
                classWeights,
                growing,
                variation,
                patience,
                seed);
    }
}
