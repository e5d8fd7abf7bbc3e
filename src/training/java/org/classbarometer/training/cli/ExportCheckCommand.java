package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.classbarometer.training.finder.CheckFile;
import org.classbarometer.training.finder.CheckPart;
import org.classbarometer.training.finder.CheckWeight;
import org.classbarometer.training.finder.FinderFile;
import org.classbarometer.training.finder.FinderFolder;
import org.classbarometer.training.finder.FinderScore;
import org.classbarometer.training.finder.Halves;
import org.classbarometer.training.finder.Judged;
import org.classbarometer.training.finder.Photo;
import org.classbarometer.training.finder.Photos;
import org.classbarometer.training.finder.Thresholds;
import org.classbarometer.training.run.WeightsFile;
import org.classbarometer.training.run.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab export-check`
@Command(
        name = "export-check",
        description = {
            "Writes a trained face check as a file for one finder: chooses its weight and thresholds on",
            "one half of the validation photographs, and checks the file against the trainer."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class ExportCheckCommand implements Callable<Integer> {
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
            description = "that it will judge for")
    private Path finder = Path.of("models", "face.onnx");

    @Option(
            names = "--run",
            required = true,
            split = ",",
            paramLabel = "FOLDER",
            description = "of the run; of several, the file answers with the mean")
    private List<Path> runs = List.of();

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "file to write")
    private Path to = Path.of("face-check.onnx");

    @Option(
            names = "--longest",
            paramLabel = "PIXELS",
            description = "longest side of the picture that thresholds are chosen for")
    private int longest = 640;

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

    @Option(
            names = "--reporting",
            description = "also measure on the other half; once, when all is chosen")
    private boolean reporting;

    @Option(names = "--trained-on", paramLabel = "TEXT", description = "what the file says of it")
    private String trainedOn =
            "photographs of the WIDER FACE training part and pictures without faces";

    @Option(names = "--licence", paramLabel = "TEXT", description = "of the weights")
    private String licence = "Apache-2.0 (weights)";

    @Option(names = "--model-version", paramLabel = "TEXT", description = "of the file")
    private String version = "1";

    @Option(names = "--card", paramLabel = "NAME", description = "file name of its card")
    private String card = "face-check.md";

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        FinderTables.refuseNoFolder(to);
        List<CheckPart> parts = new ArrayList<>();
        for (Path run : runs) {
            CheckPart part = CheckPart.of(new FinderFolder(run));
            parts.add(part);
            out.printf(
                    Locale.ROOT,
                    "%s: %,d parameters, %,d steps, squares of %s times the box%n",
                    part.network().architecture(),
                    part.network().trainedValues(),
                    part.state().steps(),
                    part.reach());
        }
        Photos photos = Photos.read(data, Integer.MAX_VALUE);
        Halves halves = Halves.of(photos.validation());

        Map<String, String> metadata;
        try (FinderFile first = new FinderFile(Files.readAllBytes(finder));
                CheckFile second = new CheckFile(CheckPart.file(parts, Map.of()), parts)) {
            List<Judged> judged = second.judge(first, groups(halves.choosing()), longest);
            CheckWeight weight = CheckWeight.choose(judged);
            Thresholds thresholds =
                    Thresholds.choose(weighed(judged, weight), disturbed, weakFalseBoxes);
            out.printf(
                    Locale.ROOT,
                    "weight %.2f: found %.3f; by the finder alone %.3f%n",
                    weight.weight(),
                    weight.found(),
                    CheckWeight.of(judged, 0).found());
            tell(out, "choosing", first, second, halves.choosing(), weight, thresholds);
            if (reporting) {
                tell(out, "reporting", first, second, halves.reporting(), weight, thresholds);
            }
            double difference = second.difference(parts, judged);
            out.printf(
                    Locale.ROOT,
                    "one place of sixteen: %.3f ms of one core; file against trainer: logits %.2g at"
                            + " most%n",
                    second.cpuMillis(),
                    difference);
            if (!(difference <= CheckFile.ALLOWED)) {
                throw new IOException(
                        "the file would not say what the trainer says; it was not written");
            }
            metadata = metadata(parts, weight, thresholds);
        }
        byte[] file = CheckPart.file(parts, metadata);
        WholeFile.write(to, stream -> stream.write(file));
        out.printf(Locale.ROOT, "%s written, %,d bytes: %s%n", to, file.length, metadata);
        return 0;
    }

    private static List<Photo> groups(List<Photo> photos) {
        return photos.stream().filter(FinderScore::isGroup).toList();
    }

    private static List<FinderScore.Looked> weighed(List<Judged> judged, CheckWeight weight) {
        return judged.stream().map(one -> one.weighing(weight.weight())).toList();
    }

    private void tell(
            PrintWriter out,
            String half,
            FinderFile first,
            CheckFile second,
            List<Photo> photos,
            CheckWeight weight,
            Thresholds thresholds) {
        for (int size : List.of(longest, FinderTables.FULL_SIZE)) {
            List<Judged> judged = second.judge(first, groups(photos), size);
            FinderTables.tell(out, half, size, weighed(judged, weight), thresholds);
        }
    }

    private Map<String, String> metadata(
            List<CheckPart> parts, CheckWeight weight, Thresholds thresholds) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("kind", "face-check");
        metadata.put("finder", WeightsFile.of(finder).sha256());
        metadata.put(
                "reach",
                parts.stream()
                        .map(part -> Double.toString(part.reach()))
                        .collect(Collectors.joining(",")));
        metadata.put("lowest", Double.toString(Judged.LOWEST));
        metadata.put("weight", FinderTables.number(weight.weight()));
        metadata.put("threshold", FinderTables.number(thresholds.face()));
        metadata.put("weak_threshold", FinderTables.number(thresholds.weak()));
        metadata.put("trained_on", trainedOn);
        metadata.put("licence", licence);
        metadata.put("version", version);
        metadata.put("card", card);
        metadata.put(
                "architecture",
                parts.stream()
                        .map(part -> part.network().architecture())
                        .collect(Collectors.joining(",")));
        return metadata;
    }
}
