package org.classbarometer.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.classbarometer.training.finder.Photos;
import picocli.CommandLine.Option;

/// Where the photographs lie that a face finder or a face check is trained and judged on.
final class PhotosOption {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "with finder/parts.csv and the photographs it names")
    private Path data = Path.of("data");

    /// @param most of each part
    Photos read(int most) throws IOException {
        return Photos.read(data, most);
    }
}
