package org.classbarometer.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.classbarometer.training.finder.FinderFolder;
import org.classbarometer.training.finder.FinderRecipe;
import org.classbarometer.training.finder.Photos;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The run of a face finder or of a face check that is begun or gone on with.
final class FinderRunOptions {
    @Mixin private PhotosOption photographs = new PhotosOption();

    @Option(
            names = "--run",
            required = true,
            paramLabel = "FOLDER",
            description = "where the run's recipe, checkpoint, log and curves lie")
    Path run = Path.of("run");

    @Option(
            names = "--resume",
            description =
                    "go on with the run of the folder; of its recipe only --steps and --rate may change")
    private boolean resume;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description =
                    "at which the rate has fallen to nothing; of a new finder 12000, of a check 20000")
    private Optional<Long> steps = Optional.empty();

    @Option(
            names = "--stop-after",
            paramLabel = "N",
            description = "stop after this many steps in all, to go on later")
    long stopAfter = Long.MAX_VALUE;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "pieces of a step; of a finder 8, of a check 128")
    private Optional<Integer> batch = Optional.empty();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "highest learning rate; of a new finder 0.002, of a check 0.0025")
    private Optional<Float> rate = Optional.empty();

    @Option(
            names = "--decay",
            paramLabel = "D",
            description = "weight decay; of a finder 0.02, of a check 0.03")
    private Optional<Float> decay = Optional.empty();

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
    List<String> outside = List.of();

    @Option(
            names = "--photos",
            paramLabel = "N",
            description = "use only so many of each part, to try things out")
    private int photos = Integer.MAX_VALUE;

    /// What a new run does where nothing else is said.
    record Standard(long steps, int batch, float rate, float decay) {}

    /// The run's folder, made or found.
    ///
    /// @param side of a piece, in pixels
    FinderFolder folder(Standard standard, String architecture, int side) throws IOException {
        if (!resume) {
            return FinderFolder.of(
                    run,
                    new FinderRecipe(
                            architecture,
                            steps.orElse(standard.steps()),
                            batch.orElse(standard.batch()),
                            side,
                            rate.orElse(standard.rate()),
                            decay.orElse(standard.decay()),
                            averaging,
                            seed));
        }
        FinderFolder folder = new FinderFolder(run);
        folder.change(steps, rate);
        return folder;
    }

    Photos readPhotos() throws IOException {
        return photographs.read(photos);
    }
}
