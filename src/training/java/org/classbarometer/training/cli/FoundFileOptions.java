package org.classbarometer.training.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.finder.FinderScore;
import org.classbarometer.training.finder.Photos;
import org.classbarometer.training.finder.Thresholds;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How the file of a face finder or of a face check is written: what its thresholds are chosen by and what it
/// says of itself.
final class FoundFileOptions {
    @Mixin private PhotosOption photographs = new PhotosOption();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "file to write")
    Path to = Path.of("file.onnx");

    @Option(
            names = "--longest",
            paramLabel = "PIXELS",
            description = "longest side of the picture that thresholds are chosen for")
    int longest = 640;

    @Option(
            names = "--disturbed",
            paramLabel = "SHARE",
            description = "of the choosing half's photographs that may have a false box")
    private double disturbed = 0.1;

    @Option(
            names = "--weak-false-boxes",
            paramLabel = "N",
            description = "allowed for each photograph, of those that only keep a track alive")
    private double weakFalseBoxes = 1;

    @Option(names = "--trained-on", paramLabel = "TEXT", description = "what the file says of it")
    private String trainedOn =
            "photographs of the WIDER FACE training part and pictures without faces";

    @Option(names = "--licence", paramLabel = "TEXT", description = "of the weights")
    private String licence = "Apache-2.0 (weights)";

    @Option(names = "--model-version", paramLabel = "TEXT", description = "of the file")
    private String version = "1";

    @Option(
            names = "--card",
            paramLabel = "NAME",
            description = "file name of its card; face.md or face-check.md if not said")
    private Optional<String> card = Optional.empty();

    /// Before long work: the file can be written.
    void refuseNoFolder() throws IOException {
        Path place = to.toAbsolutePath().getParent();
        if (place == null || !Files.isDirectory(place)) {
            throw new IOException("there is no folder " + place + " to write --to into; make it");
        }
    }

    Photos readPhotos() throws IOException {
        return photographs.read(Integer.MAX_VALUE);
    }

    Thresholds thresholds(List<FinderScore.Looked> looked) {
        return Thresholds.choose(looked, disturbed, weakFalseBoxes);
    }

    /// What both files say of themselves.
    ///
    /// @param usualCard where no other is said
    Map<String, String> metadata(
            String kind, String architecture, Thresholds thresholds, String usualCard) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("kind", kind);
        metadata.put("threshold", FinderTables.number(thresholds.face()));
        metadata.put("weak_threshold", FinderTables.number(thresholds.weak()));
        metadata.put("trained_on", trainedOn);
        metadata.put("licence", licence);
        metadata.put("version", version);
        metadata.put("card", card.orElse(usualCard));
        metadata.put("architecture", architecture);
        return metadata;
    }
}
