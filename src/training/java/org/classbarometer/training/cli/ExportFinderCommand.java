package org.classbarometer.training.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.classbarometer.training.finder.CropFraming;
import org.classbarometer.training.finder.FinderAgreement;
import org.classbarometer.training.finder.FinderFile;
import org.classbarometer.training.finder.FinderFolder;
import org.classbarometer.training.finder.FinderNets;
import org.classbarometer.training.finder.FinderScore;
import org.classbarometer.training.finder.Halves;
import org.classbarometer.training.finder.Photo;
import org.classbarometer.training.finder.Photos;
import org.classbarometer.training.finder.Thresholds;
import org.classbarometer.training.net.PyramidNetwork;
import org.classbarometer.training.onnx.PyramidModel;
import org.classbarometer.training.run.WholeFile;
import org.classbarometer.training.torch.Learner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab export-finder`
@Command(
        name = "export-finder",
        description = {
            "Writes a trained face finder as a file: chooses its thresholds on one half of the",
            "validation photographs, measures on the other, and checks the file against the trainer."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class ExportFinderCommand implements Callable<Integer> {
    private static final int PARITY_PHOTOS = 20;
    private static final double FIRST_THRESHOLD = 0.5;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private FoundFileOptions options = new FoundFileOptions();

    @Option(names = "--run", required = true, paramLabel = "FOLDER", description = "of the run")
    private Path run = Path.of("run");

    @Option(
            names = "--cascade",
            paramLabel = "FILE",
            description = "whose squares the expression model was trained on")
    private Path cascade = Path.of("cascades", "haarcascade_frontalface_default.xml");

    @Option(
            names = "--framing-photos",
            paramLabel = "N",
            description = "photographs to learn from that the framing is fitted on")
    private int framingPhotos = 400;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        options.refuseNoFolder();
        FinderFolder folder = new FinderFolder(run);
        PyramidNetwork pyramid = FinderNets.of(folder.recipe().architecture());
        Learner.State state =
                folder.state().orElseThrow(() -> new IOException(run + " has no checkpoint yet"));
        out.printf(
                Locale.ROOT,
                "%s: %,d parameters, %,.0f multiply-adds a pixel, %,d steps%n",
                pyramid.architecture(),
                pyramid.trainedValues(),
                pyramid.multiplyAdds(),
                state.steps());
        Photos photos = options.readPhotos();
        Halves halves = Halves.of(photos.validation());
        List<Photo> choosing = halves.choosing().stream().filter(FinderScore::isGroup).toList();
        byte[] plain = file(pyramid, state, Map.of());
        Map<String, String> metadata = new LinkedHashMap<>();
        int longest = options.longest;
        try (FinderFile finder = new FinderFile(plain)) {
            Thresholds thresholds = options.thresholds(looked(finder, choosing, longest));
            CropFraming framing =
                    CropFraming.fit(
                            finder,
                            photos.training().stream().limit(framingPhotos).toList(),
                            cascade,
                            Math.min(FIRST_THRESHOLD, thresholds.face()),
                            longest);
            out.printf(
                    Locale.ROOT,
                    "framing %s, fitted on %d faces; half of the sides differ by less than %.1f %%%n",
                    framing.text(),
                    framing.pairs(),
                    100 * framing.spread());
            metadata.putAll(metadata(pyramid, thresholds, framing));
            for (int size : List.of(longest, FinderTables.FULL_SIZE)) {
                FinderTables.tell(
                        out, "choosing", size, looked(finder, choosing, size), thresholds);
                List<Photo> reporting =
                        halves.reporting().stream().filter(FinderScore::isGroup).toList();
                FinderTables.tell(
                        out, "reporting", size, looked(finder, reporting, size), thresholds);
            }
            out.printf(
                    Locale.ROOT,
                    "one look at a picture of %dx%d: %.1f ms of one core%n",
                    longest,
                    longest * 9 / 16,
                    finder.cpuMillis(photos.validation().getFirst().whole(), longest));
            FinderAgreement agreement =
                    FinderAgreement.of(
                            pyramid,
                            state,
                            finder,
                            photos.validation().stream().limit(PARITY_PHOTOS).toList());
            out.printf(
                    Locale.ROOT,
                    "file against trainer: scores %.2g, boxes %.2g pixels at most over %,d cells%n",
                    agreement.scores(),
                    agreement.pixels(),
                    agreement.cells());
            if (!agreement.isClose()) {
                throw new IOException(
                        "the file would not say what the trainer says; it was not written");
            }
        }
        byte[] file = file(pyramid, state, metadata);
        WholeFile.write(options.to, stream -> stream.write(file));
        out.printf(Locale.ROOT, "%s written, %,d bytes: %s%n", options.to, file.length, metadata);
        return 0;
    }

    private static byte[] file(
            PyramidNetwork pyramid, Learner.State state, Map<String, String> metadata) {
        return PyramidModel.of(pyramid, state.average(), metadata).toByteArray();
    }

    private Map<String, String> metadata(
            PyramidNetwork pyramid, Thresholds thresholds, CropFraming framing) {
        Map<String, String> metadata =
                options.metadata("face-finder", pyramid.architecture(), thresholds, "face.md");
        metadata.put(
                "strides",
                pyramid.levels().stream()
                        .map(level -> Integer.toString(level.stride()))
                        .collect(Collectors.joining(",")));
        metadata.put("overlap", "0.4");
        metadata.put("smallest_face", "10");
        metadata.put("largest_face", "200");
        metadata.put("framing", framing.text());
        return metadata;
    }

    private static List<FinderScore.Looked> looked(
            FinderFile finder, List<Photo> photos, int longest) {
        return photos.stream()
                .map(photo -> new FinderScore.Looked(photo, finder.look(photo.whole(), longest)))
                .toList();
    }
}
