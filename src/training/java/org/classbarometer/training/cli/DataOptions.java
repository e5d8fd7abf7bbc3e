package org.classbarometer.training.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.Fer2013;
import org.classbarometer.evaluate.data.FerFace;
import org.classbarometer.evaluate.data.Split;
import picocli.CommandLine.Option;

/// Where the data lies.
final class DataOptions {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "fer2013.csv or fer2013.csv.gz")
    private Path csv = Path.of("fer2013.csv.gz");

    @Option(
            names = "--votes",
            paramLabel = "FILE",
            description = "FER+ votes; fer2013new.csv beside the data when not given")
    private Optional<Path> votes = Optional.empty();

    @Option(
            names = "--quality",
            paramLabel = "FILE",
            description = "what is known of the rows; quality.csv beside the data when not given")
    private Optional<Path> quality = Optional.empty();

    List<FerFace> faces(Split split) throws DataSetException {
        Fer2013 data =
                new Fer2013(
                        csv,
                        votes.or(() -> beside("fer2013new.csv")),
                        quality.or(() -> beside("quality.csv")));
        return data.read(EnumSet.of(split)).faces();
    }

    private Optional<Path> beside(String name) {
        return Optional.of(csv.resolveSibling(name)).filter(Files::exists);
    }
}
