package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
import picocli.CommandLine.Mixin;
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

    @Mixin private FoundFileOptions options = new FoundFileOptions();

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

    @Option(
            names = "--company",
            paramLabel = "LOGIT",
            description = "what a place loses that is quite unlike the sure faces of its picture")
    private double company;

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = {
                "a face is what scores at least this: chosen with the program itself, which looks several times",
                "(measure faces --choosing); if not said, by --disturbed"
            })
    private Optional<Double> threshold = Optional.empty();

    @Option(
            names = "--reporting",
            description = "also measure on the other half; once, when all is chosen")
    private boolean reporting;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        options.refuseNoFolder();
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
        Photos photos = options.readPhotos();
        Halves halves = Halves.of(photos.validation());

        Map<String, String> metadata;
        try (FinderFile first = new FinderFile(Files.readAllBytes(finder));
                CheckFile second = new CheckFile(CheckPart.file(parts, Map.of()), parts)) {
            List<Judged> judged = second.judge(first, groups(halves.choosing()), options.longest);
            CheckWeight weight = CheckWeight.choose(judged);
            Thresholds chosen = options.thresholds(weighed(judged, weight));
            Thresholds thresholds = new Thresholds(threshold.orElse(chosen.face()), chosen.weak());
            out.printf(
                    Locale.ROOT,
                    "weight %.2f: found %.3f; by the finder alone %.3f%n",
                    weight.weight(),
                    weight.found(),
                    CheckWeight.of(judged, 0).found());
            FinderTables.tell(
                    out, "choosing", options.longest, weighed(judged, weight), thresholds);
            List<Judged> whole =
                    second.judge(first, groups(halves.choosing()), FinderTables.FULL_SIZE);
            FinderTables.tell(
                    out, "choosing", FinderTables.FULL_SIZE, weighed(whole, weight), thresholds);
            List<Judged> both = new ArrayList<>(judged);
            both.addAll(whole);
            double sure = Judged.sure(both, weight.weight(), company, thresholds.face());
            if (reporting) {
                for (int size : List.of(options.longest, FinderTables.FULL_SIZE)) {
                    List<Judged> other = second.judge(first, groups(halves.reporting()), size);
                    FinderTables.tell(out, "reporting", size, weighed(other, weight), thresholds);
                }
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
            metadata = metadata(parts, weight, thresholds, sure);
        }
        byte[] file = CheckPart.file(parts, metadata);
        WholeFile.write(options.to, stream -> stream.write(file));
        out.printf(Locale.ROOT, "%s written, %,d bytes: %s%n", options.to, file.length, metadata);
        return 0;
    }

    private static List<Photo> groups(List<Photo> photos) {
        return photos.stream().filter(FinderScore::isGroup).toList();
    }

    private List<FinderScore.Looked> weighed(List<Judged> judged, CheckWeight weight) {
        return judged.stream().map(one -> one.weighing(weight.weight(), company)).toList();
    }

    private Map<String, String> metadata(
            List<CheckPart> parts, CheckWeight weight, Thresholds thresholds, double sure)
            throws IOException {
        Map<String, String> metadata =
                options.metadata(
                        "face-check",
                        each(parts, part -> part.network().architecture()),
                        thresholds,
                        "face-check.md");
        metadata.put("finder", WeightsFile.of(finder).sha256());
        metadata.put("reach", each(parts, part -> Double.toString(part.reach())));
        metadata.put("lowest", Double.toString(Judged.LOWEST));
        metadata.put("sure", FinderTables.number(sure));
        metadata.put("weight", FinderTables.number(weight.weight()));
        if (company > 0) {
            metadata.put("company", FinderTables.number(company));
        }
        return metadata;
    }

    private static String each(List<CheckPart> parts, Function<CheckPart, String> what) {
        return parts.stream().map(what).collect(Collectors.joining(","));
    }
}
