package org.classbarometer.training.cli;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.classbarometer.text.UserProblem;
import org.classbarometer.training.data.LabelSource;
import org.classbarometer.training.data.TrainingData;
import org.classbarometer.training.data.TrainingFace;
import org.classbarometer.training.quantise.EightBit;
import org.classbarometer.training.run.WholeFile;
import org.classbarometer.training.ship.SameAnswers;
import org.classbarometer.training.ship.ShippedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab quantise`
@Command(
        name = "quantise",
        description =
                "Writes a model file as one that computes in eight bits, and says how far the two agree.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false)
final class QuantiseCommand implements Callable<Integer> {
    private static final int CALIBRATION_FACES = 512;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "float model")
    private Path model = Path.of("expression.onnx");

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "model to write")
    private Path to = Path.of("expression-8bit.onnx");

    @Option(
            names = "--weight-bits",
            paramLabel = "N",
            description = "8, or 7 for processors without VNNI")
    private int weightBits = 8;

    @Override
    public Integer call() throws IOException, UserProblem, OrtException {
        PrintWriter out = spec.commandLine().getOut();
        TrainingData read = data.read(List.of(LabelSource.EIGHT, LabelSource.FERPLUS));
        ModelProto from;
        try (InputStream in = Files.newInputStream(model)) {
            from = ModelProto.parseFrom(in);
        }
        ModelProto eight =
                EightBit.of(from, evenly(read.training()), TrainingFace.SIDE, weightBits);
        WholeFile.write(to, file -> file.write(eight.toByteArray()));
        out.printf(
                Locale.ROOT,
                "%s written, %,d bytes instead of %,d%n",
                to,
                Files.size(to),
                Files.size(model));
        try (ShippedModel before = new ShippedModel(Files.readAllBytes(model), TrainingFace.SIDE);
                ShippedModel after = new ShippedModel(Files.readAllBytes(to), TrainingFace.SIDE)) {
            SameAnswers same = SameAnswers.of(before, after, read.validation());
            out.printf(
                    Locale.ROOT,
                    "%,d validation faces: the same label for %.2f %%; FER+ majority met by %.2f %%"
                            + " instead of %.2f %%; CPU time a face %.2f ms instead of %.2f ms%n",
                    read.validation().size(),
                    100 * same.alike(),
                    100 * same.accuracyAfter(),
                    100 * same.accuracyBefore(),
                    same.millisAfter(),
                    same.millisBefore());
        }
        return 0;
    }

    // From the whole of the data, not its beginning.
    private static List<float[]> evenly(List<TrainingFace> faces) {
        int count = Math.min(CALIBRATION_FACES, faces.size());
        List<float[]> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(faces.get((int) ((long) i * faces.size() / count)).grey());
        }
        return chosen;
    }
}
