package org.classbarometer.training.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.training.data.Variation;
import org.classbarometer.training.run.Distillation;
import org.classbarometer.training.run.Recipe;
import org.classbarometer.training.run.Schedule;
import org.classbarometer.training.run.WeightsFile;
import picocli.CommandLine.Option;

/// All of a recipe but its architecture.
final class RecipeOptions {
    @Option(
            names = "--labels",
            split = ",",
            paramLabel = "SOURCE",
            description =
                    "ferplus (8), fer2013 (7), joined (8, both), four, two, eight, seven, engagement (4):"
                            + " a head each")
    private List<String> labels = List.of("ferplus", "fer2013");

    @Option(names = "--epochs", paramLabel = "N", description = "how often each face is shown")
    private int epochs = 24;

    @Option(names = "--batch", paramLabel = "N", description = "faces shown together")
    private int batch = 128;

    @Option(names = "--rate", paramLabel = "R", description = "highest learning rate")
    private float rate = 0.1f;

    @Option(names = "--adam", description = "AdamW instead of SGD with momentum")
    private boolean adam;

    @Option(names = "--decay", paramLabel = "D", description = "weight decay")
    private float decay = 5e-4f;

    @Option(names = "--schedule", paramLabel = "NAME", description = "one_cycle, cosine, plateau")
    private Schedule schedule = Schedule.ONE_CYCLE;

    @Option(
            names = "--averaging",
            paramLabel = "SHARE",
            description = "share of the old weights in the moving average, a step")
    private float averaging = 0.998f;

    @Option(
            names = "--adjustment",
            paramLabel = "TAU",
            description = "logit adjustment, 0 for none to 1 for all")
    private float adjustment = 0.5f;

    @Option(names = "--smoothing", paramLabel = "SHARE", description = "label smoothing")
    private float smoothing = 0.05f;

    @Option(
            names = "--class-weight",
            split = ",",
            paramLabel = "LABEL=WEIGHT",
            description = "weight of faces showing a label in the loss")
    private Map<String, Float> classWeights = Map.of();

    @Option(
            names = "--balance",
            paramLabel = "SHARE",
            description =
                    "share of the faces shown that are drawn so that all labels come up equally often")
    private float balance;

    @Option(
            names = "--zoom",
            paramLabel = "SHARE",
            description =
                    "faces are shown up to this share larger and smaller: finders frame differently")
    private float zoom = Variation.USUAL.zoom();

    @Option(
            names = "--growing",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "show smaller pictures in the first epochs, which takes less time")
    private boolean growing = true;

    @Option(
            names = "--mixing",
            paramLabel = "SHARE",
            description = "share of batches in which faces are mixed")
    private float mixing;

    @Option(
            names = "--calm",
            paramLabel = "EPOCHS",
            description = "mix and cover no faces in so many epochs at the end")
    private int calm;

    @Option(
            names = "--varied",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "vary the faces each time they are shown")
    private boolean varied = true;

    @Option(
            names = "--patience",
            paramLabel = "EPOCHS",
            description = "end after this many epochs without improvement; 0 for never")
    private int patience;

    @Option(names = "--seed", paramLabel = "N", description = "of all chance")
    private long seed = 1;

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description =
                    "TorchScript file of the same architecture to begin with, whose layers of the head"
                            + " that do not fit begin at random; or a model file of the lab, whose head"
                            + " is not used; or the folder of a run with the same heads, also of a"
                            + " network with fewer residual blocks at its end")
    private Optional<Path> weights = Optional.empty();

    @Option(
            names = "--teacher",
            split = ",",
            paramLabel = "RUN",
            description = "folders of finished runs with the same heads to learn from as well")
    private List<String> teachers = List.of();

    @Option(
            names = "--best-teacher",
            description = "the teachers' epochs with the best validation, not their last ones")
    private boolean bestTeacher;

    @Option(
            names = "--distillation",
            paramLabel = "SHARE",
            description =
                    "share of the teachers' answers in what is to be learned; the rest are labels")
    private float distillation = 0.5f;

    @Option(
            names = "--softness",
            paramLabel = "T",
            description = "temperature of the teachers' answers")
    private float softness = 2;

    /// @throws IOException when a file that it names cannot be read
    Recipe recipe(String architecture) throws IOException {
        Optional<WeightsFile> pretrained =
                weights.isPresent() ? Optional.of(WeightsFile.of(weights.get())) : Optional.empty();
        Variation variation =
                varied ? Variation.USUAL.withMixing(mixing).withZoom(zoom) : Variation.NONE;
        return new Recipe(
                architecture,
                labels,
                epochs,
                batch,
                rate,
                adam,
                decay,
                schedule,
                averaging,
                adjustment,
                smoothing,
                classWeights,
                balance,
                growing,
                variation,
                calm,
                patience,
                seed,
                pretrained,
                teachers.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Distillation(teachers, bestTeacher, distillation, softness)));
    }
}
