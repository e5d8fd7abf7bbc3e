package org.classbarometer.training.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.evaluate.data.DataSetChoice;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.Fer2013;
import org.classbarometer.evaluate.data.SkipReason;
import org.classbarometer.evaluate.model.FaceLocation;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.data.LabelSource;
import org.classbarometer.training.data.PictureChoice;
import org.classbarometer.training.data.TrainingData;
import picocli.CommandLine.Option;

/// Where the data lies.
final class DataOptions {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "PLACE",
            description =
                    "fer2013.csv or fer2013.csv.gz; or a folder with pictures in folders by label, or a"
                            + " csv with the columns path and label")
    private Path data = Path.of("fer2013.csv.gz");

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

    @Option(
            names = "--validation",
            paramLabel = "PLACE",
            description =
                    "pictures to validate on; when not given, the part val, valid, validation or test"
                            + " beside the part train, or else a share")
    private Optional<Path> validation = Optional.empty();

    @Option(
            names = "--validation-share",
            paramLabel = "SHARE",
            description =
                    "share of each label that validates when the pictures have no part for it")
    private float share = 0.1f;

    @Option(
            names = "--more",
            split = ",",
            paramLabel = "FOLDER",
            description =
                    "pictures in folders by label, or csv lists, to learn from beside the data; none of"
                            + " them validates")
    private List<Path> more = List.of();

    @Option(
            names = "--framing",
            paramLabel = "WHERE",
            description =
                    "where in a picture the face is, as in evaluation: auto (pictures of at most 64"
                            + " pixels are the face), find, whole")
    private FaceLocation framing = FaceLocation.AUTO;

    @Option(
            names = "--cascades",
            paramLabel = "FOLDER",
            description = "of the face finder, for pictures in which the face is found")
    private Path cascades = Path.of("cascades");

    @Option(
            names = "--crop-margin",
            paramLabel = "SHARE",
            description =
                    "around a face that is found, in pictures and in live use: see models/README.md")
    private float cropMargin = -0.05f;

    /// @param sources of the heads that shall learn
    TrainingData read(List<LabelSource> sources) throws UserProblem {
        TrainingData all = readData(sources);
        for (Path pictures : more) {
            all = all.with(PictureChoice.all(pictures, framing, cascades, cropMargin, sources));
        }
        return all;
    }

    private TrainingData readData(List<LabelSource> sources) throws UserProblem {
        if (!isFer2013()) {
            if (votes.isPresent() || quality.isPresent()) {
                throw DataSetException.of("evaluate.data.votes.none", data);
            }
            return new PictureChoice(data, validation, share, framing, cascades, cropMargin)
                    .read(sources);
        }
        if (validation.isPresent()) {
            throw new IllegalArgumentException(
                    "FER2013 brings its own validation rows; --validation is for pictures");
        }
        return TrainingData.of(
                new Fer2013(
                        data,
                        votes.or(() -> beside("fer2013new.csv")),
                        quality.or(() -> beside("quality.csv"))));
    }

    /// The faces to validate on, for the program's own evaluation.
    DataSetChoice evaluated() throws DataSetException {
        return isFer2013()
                ? new DataSetChoice(
                        data,
                        votes.or(() -> beside("fer2013new.csv")),
                        quality.or(() -> beside("quality.csv")),
                        Optional.empty())
                : new DataSetChoice(
                        validation.orElse(data),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    FaceLocation framing() {
        return framing;
    }

    Path cascades() {
        return cascades;
    }

    boolean isFer2013() throws DataSetException {
        return !Files.isDirectory(data) && Fer2013.recognises(data);
    }

    float cropMargin() {
        return cropMargin;
    }

    private Optional<Path> beside(String name) {
        return Optional.of(data.resolveSibling(name)).filter(Files::exists);
    }

    /// Says what of the data is not used.
    static void tell(PrintWriter out, TrainingData data) {
        for (SkipReason reason : data.skips().counts().keySet()) {
            List<String> named = data.skips().named(reason);
            int count = data.skips().count(reason);
            out.printf(
                    Locale.ROOT,
                    "left out, %s: %,d (%s%s)%n",
                    reason.id(),
                    count,
                    String.join("; ", named),
                    named.size() < count ? "; ..." : "");
        }
        if (data.leftAlone() > 0) {
            out.printf(
                    Locale.ROOT,
                    "left alone: %,d pictures of parts that are not trained on%n",
                    data.leftAlone());
        }
        out.flush();
    }
}
