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
import picocli.CommandLine.Mixin;
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
    private static final FinderRunOptions.Standard STANDARD =
            new FinderRunOptions.Standard(20_000, 128, 0.0025f, 0.03f);

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private FinderRunOptions options = new FinderRunOptions();

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
            names = "--architecture",
            paramLabel = "NAME",
            description = "check sees the face, check-wide what is around it too")
    private String architecture = "check";

    @Option(
            names = "--portraits",
            paramLabel = "FILE",
            description =
                    "fer2013.csv, plain or gzipped, whose training rows are put over some faces")
    private Optional<Path> portraits = Optional.empty();

    @Override
    public Integer call() throws IOException {
        FinderFolder folder = options.folder(STANDARD, architecture, CheckNets.SIDE);
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
        Photos read = options.readPhotos();
        try (FinderFile file = new FinderFile(Files.readAllBytes(finder));
                Others others = Others.read(also)) {
            long done =
                    new CheckTrainer(
                                    folder,
                                    new CheckData(file, others.files, read, portraits()),
                                    options.outside,
                                    InstantSource.system(),
                                    new Printer(out))
                            .run(options.stopAfter);
            out.printf("%d of %d steps done: %s%n", done, recipe.steps(), options.run);
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
