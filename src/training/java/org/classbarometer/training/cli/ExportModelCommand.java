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
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.data.TrainingData;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.data.TrainingSet;
import org.classbarometer.training.net.Head;
import org.classbarometer.training.onnx.TrainedNetwork;
import org.classbarometer.training.run.HeadScore;
import org.classbarometer.training.run.RunFolder;
import org.classbarometer.training.run.Trained;
import org.classbarometer.training.run.WholeFile;
import org.classbarometer.training.ship.Agreement;
import org.classbarometer.training.ship.Calibrated;
import org.classbarometer.training.ship.Shipment;
import org.classbarometer.training.ship.ShippedModel;
import org.classbarometer.training.torch.Learner.Explanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab export`
@Command(
        name = "export",
        description = "Writes a trained network as a model file, calibrated and checked.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class ExportModelCommand implements Callable<Integer> {
    private static final int PARITY_FACES = 1000;
    private static final int MAP_FACES = 100;
    private static final float[] LEANS = {-0.3f, -0.2f, -0.1f, 0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f};

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--run", required = true, paramLabel = "FOLDER", description = "of the run")
    private Path run = Path.of("run");

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "model to write")
    private Path to = Path.of("model.onnx");

    @Option(
            names = "--head",
            paramLabel = "SOURCE",
            description = "which of the run's heads; the first when not given")
    private Optional<String> head = Optional.empty();

    @Option(names = "--best", description = "the epoch with the best validation, not the last")
    private boolean best;

    @Option(
            names = "--lean",
            paramLabel = "TAU",
            description =
                    "leans to frequent labels by this share of the logarithm of how frequent they are;"
                            + " below 0 to rare ones")
    private float lean;

    @Option(
            names = "--blend",
            paramLabel = "SOURCE=SHARE",
            description =
                    "adds a share of another head's logits, for the labels they have in common")
    private Map<String, Float> blend = Map.of();

    @Option(
            names = "--average",
            split = ",",
            paramLabel = "RUN",
            description = "runs of the same network whose weights are averaged with this run's")
    private List<Path> others = List.of();

    @Option(
            names = "--average-file",
            paramLabel = "MODEL=SHARE",
            description =
                    "model file of the same network of which the weights shall have this share, such as"
                            + " models/expression.onnx=0.25")
    private Map<Path, Float> files = Map.of();

    @Option(
            names = "--certain",
            paramLabel = "SHARE",
            description = "of the validation faces that are not called uncertain")
    private double certain = 0.95;

    @Option(
            names = "--trained-on",
            paramLabel = "TEXT",
            description =
                    "what the file says of its data: to be given for pictures; for FER2013 otherwise"
                            + " that and its votes")
    private Optional<String> trainedOn = Optional.empty();

    @Option(names = "--licence", paramLabel = "TEXT", description = "of the weights")
    private String licence = "Apache-2.0 (weights)";

    @Option(names = "--model-version", paramLabel = "TEXT", description = "of the model")
    private String version = "1";

    @Option(names = "--card", paramLabel = "NAME", description = "file name of its card")
    private String card = "expression.md";

    @Override
    public Integer call() throws IOException, UserProblem {
        PrintWriter out = spec.commandLine().getOut();
        Path place = to.toAbsolutePath().getParent();
        if (place == null || !Files.isDirectory(place)) {
            throw new IOException("there is no folder " + place + " to write --to into; make it");
        }
        String source = trainedOn();
        try (Trained trained = trained()) {
            TrainingData read = data.read(trained.recipe().labelSources());
            DataOptions.tell(out, read);
            List<TrainingFace> faces = read.validation();
            Head chosen = chosen(trained);
            float[] shares = new TrainingSet(trained.network().heads(), read.training()).shares();
            HeadScore.Answers answers =
                    trained.ask(faces).stream()
                            .filter(one -> one.head().equals(chosen))
                            .findFirst()
                            .orElseThrow();
            for (float share : LEANS) {
                tell(out, "lean " + share, answers.leaning(lean(shares, chosen, share)).score());
            }
            float[] ours = lean(shares, chosen, lean);
            HeadScore.Answers leaning = answers.leaning(ours);
            Calibrated calibrated = Calibrated.on(leaning, certain);
            Shipment shipment =
                    Shipment.of(
                            new TrainedNetwork(
                                    trained.network(), trained.learner().state().average()),
                            chosen,
                            ours,
                            calibrated,
                            new Shipment.Facts(data.cropMargin(), source, licence, version, card));
            Agreement agreement = agreement(trained, chosen, ours, shipment, faces);
            tell(out, trained.epochs() + " epochs, lean " + lean, leaning.score());
            tell(out, calibrated);
            out.printf(
                    Locale.ROOT,
                    "file against trainer: %.2g at most over %d faces; cam against Grad-CAM: rank"
                            + " correlation %.4f over %d faces%n",
                    agreement.largestDifference(),
                    agreement.faces(),
                    agreement.mapCorrelation(),
                    agreement.mapFaces());
            if (!agreement.isClose()) {
                throw new IOException(
                        "the file would not say what the trainer says; it was not written");
            }
            WholeFile.write(to, file -> file.write(shipment.file()));
            out.printf("%s written, %,d bytes%n", to, shipment.file().length);
        }
        return 0;
    }

    private Trained trained() throws IOException {
        Trained trained = averaged();
        for (Map.Entry<Path, Float> file : files.entrySet()) {
            try (Trained before = trained) {
                trained = before.averaged(file.getKey(), file.getValue());
            }
        }
        for (Map.Entry<String, Float> other : blend.entrySet()) {
            try (Trained before = trained) {
                Head from = before.network().head(other.getKey());
                trained = before.blended(chosen(before), from, other.getValue());
            }
        }
        return trained;
    }

    private Trained averaged() throws IOException {
        Trained trained = Trained.of(new RunFolder(run), best);
        if (others.isEmpty()) {
            return trained;
        }
        List<Trained> more = new ArrayList<>();
        try (trained) {
            for (Path other : others) {
                more.add(Trained.of(new RunFolder(other), best));
            }
            return trained.averaged(more);
        } finally {
            more.forEach(Trained::close);
        }
    }

    private Head chosen(Trained trained) {
        return head.isPresent()
                ? trained.network().head(head.get())
                : trained.network().heads().getFirst();
    }

    private String trainedOn() throws DataSetException {
        if (trainedOn.isEmpty() && !data.isFer2013()) {
            throw new IllegalArgumentException(
                    "say by --trained-on what these pictures are: it is written into the file");
        }
        return trainedOn.orElse("FER2013 Training rows with FER+ votes");
    }

    private static float[] lean(float[] shares, Head head, float lean) {
        float[] added = new float[head.size()];
        for (int i = 0; i < added.length; i++) {
            added[i] = lean * (float) Math.log(shares[head.offset() + i]);
        }
        return added;
    }

    private static Agreement agreement(
            Trained trained, Head head, float[] lean, Shipment shipment, List<TrainingFace> faces) {
        List<float[]> grey = faces.stream().limit(PARITY_FACES).map(TrainingFace::grey).toList();
        try (ShippedModel shipped = new ShippedModel(shipment.file(), trained.network().side())) {
            return Agreement.of(
                    trained.learner(), head, lean, shipped, grey, MAP_FACES, Explanation.GRAD_CAM);
        }
    }

    private static void tell(PrintWriter out, String what, HeadScore score) {
        out.printf(
                Locale.ROOT,
                "%s: accuracy %.2f %%, balanced %.2f %%, macro F1 %.4f; recall",
                what,
                100 * score.matrix().accuracy(),
                100 * score.balanced(),
                score.matrix().macroF1());
        List<String> labels = score.matrix().labels();
        for (int i = 0; i < labels.size(); i++) {
            out.printf(Locale.ROOT, " %s %.2f", labels.get(i), score.matrix().recall(i));
        }
        out.println();
    }

    private static void tell(PrintWriter out, Calibrated calibrated) {
        out.printf(
                Locale.ROOT,
                "temperature %.3f, calibration error %.4f; uncertain below %.3f: %.1f %% certain,"
                        + " accuracy %.2f %% instead of %.2f %%%n",
                calibrated.temperature(),
                calibrated.error(),
                calibrated.uncertainBelow(),
                100 * calibrated.certain().coverage(),
                100 * calibrated.certain().accuracy(),
                100 * calibrated.all());
    }
}
