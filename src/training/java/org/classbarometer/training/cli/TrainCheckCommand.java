package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.training.finder.CheckData;
import org.classbarometer.training.finder.CheckListener;
import org.classbarometer.training.finder.CheckNets;
import org.classbarometer.training.finder.CheckTrainer;
import org.classbarometer.training.finder.FinderFile;
import org.classbarometer.training.finder.FinderFolder;
import org.classbarometer.training.finder.FinderRecipe;
import org.classbarometer.training.finder.Photos;
import org.classbarometer.training.finder.Portraits;
import org.classbarometer.training.net.PyramidNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab train-check`
@Command(
        name = "train-check",
        description = {
            "Trains a face check, which looks once more at what a face finder found, or goes on with a",
            "run that was stopped."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class TrainCheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "with finder/parts.csv and the photographs it names")
    private Path data = Path.of("data");

    @Option(
            names = "--finder",
            required = true,
            paramLabel = "FILE",
            description = "whose candidates it is to judge")
    private Path finder = Path.of("models", "face.onnx");

    @Option(
            names = "--also",
            split = ",",
            paramLabel = "FILE",
            description = "other finders, whose candidates teach too")
    private List<Path> also = List.of();

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FOLDER",
            description = "where the run's recipe, candidates, checkpoint, log and curves lie")
    private Path run = Path.of("run");

    @Option(
            names = "--architecture",
            paramLabel = "NAME",
            description = "check sees the face, check-wide what is around it too")
    private String architecture = "check";

    @Option(
            names = "--resume",
            description =
                    "go on with the run of the folder; of its recipe only --steps and --rate may change")
    private boolean resume;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "at which the rate has fallen to nothing; 20000 for a new run")
    private Optional<Long> steps = Optional.empty();

    @Option(
            names = "--stop-after",
            paramLabel = "N",
            description = "stop after this many steps in all, to go on later")
    private long stopAfter = Long.MAX_VALUE;

    @Option(names = "--batch", paramLabel = "N", description = "pieces of a step")
    private int batch = 128;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "highest learning rate; 0.0025 for a new run")
    private Optional<Float> rate = Optional.empty();

    @Option(names = "--decay", paramLabel = "D", description = "weight decay")
    private float decay = 0.03f;

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
            names = "--portraits",
            paramLabel = "FILE",
            description = "fer2013.csv, plain or gzipped, whose training rows are put over some faces")
    private Optional<Path> portraits = Optional.empty();

    @Option(
            names = "--photos",
            paramLabel = "N",
            description = "use only so many of each part, to try things out")
    private int photos = Integer.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        FinderFolder folder = folder();
        FinderRecipe recipe = folder.recipe();
        PyramidNetwork network = CheckNets.of(recipe.architecture());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %,d parameters, %,.0f multiply-adds a place%n",
                network.architecture(),
                network.trainedValues(),
                network.multiplyAdds() * recipe.side() * recipe.side());
        out.flush();
        Photos read = Photos.read(data, photos);
        try (FinderFile file = new FinderFile(Files.readAllBytes(finder));
                Others others = Others.read(also)) {
            long done =
                    new CheckTrainer(
                                    folder,
                                    new CheckData(file, others.files, read, portraits()),
                                    outside,
                                    InstantSource.system(),
                                    new Printer(out))
                            .run(stopAfter);
            out.printf("%d of %d steps done: %s%n", done, recipe.steps(), run);
        }
        return 0;
    }

    private record Others(List<FinderFile> files) implements AutoCloseable {
        static Others read(List<Path> paths) throws IOException {
            List<FinderFile> files = new ArrayList<>();
            for (Path path : paths) {
                files.add(new FinderFile(Files.readAllBytes(path)));
            }
            return new Others(files);
        }

        @Override
        public void close() {
            files.forEach(FinderFile::close);
        }
    }

    private Portraits portraits() throws IOException {
        try {
            return portraits.isEmpty() ? Portraits.NONE : Portraits.read(portraits.get());
        } catch (DataSetException misread) {
            throw new IOException(misread.getMessage(), misread);
        }
    }

    private FinderFolder folder() throws IOException {
        if (!resume) {
            return FinderFolder.of(
                    run,
                    new FinderRecipe(
                            architecture,
                            steps.orElse(20_000L),
                            batch,
                            CheckNets.SIDE,
                            rate.orElse(0.0025f),
                            decay,
                            averaging,
                            seed));
        }
        FinderFolder folder = new FinderFolder(run);
        folder.change(steps, rate);
        return folder;
    }

    private record Printer(PrintWriter out) implements CheckListener {
        @Override
        public void begun(int candidates, long faces) {
            out.printf("%,d candidates, %,d of them faces%n", candidates, faces);
            out.flush();
        }

        @Override
        public void learnt(Progress progress) {
            out.printf(
                    Locale.ROOT,
                    "step %d: loss %.4f, rate %.5f, %.0f pieces/s%n",
                    progress.step(),
                    progress.loss(),
                    progress.rate(),
                    progress.perSecond());
            out.flush();
        }

        @Override
        public void looked(Seen seen) {
            out.printf(
                    Locale.ROOT,
                    "step %d: choosing half, found %.3f, by the finder alone %.3f; weight %.2f%n",
                    seen.step(),
                    seen.both(),
                    seen.alone(),
                    seen.weight());
            out.flush();
        }
    }
}
