package org.classbarometer.training.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.classbarometer.training.data.TrainingSet;
import org.classbarometer.training.net.Anatomy;
import org.classbarometer.training.net.Description;
import org.classbarometer.training.net.Network;
import org.classbarometer.training.net.Parameter;
import org.classbarometer.training.torch.Learner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A folder that lets a run learn on another machine, with `src/training/elsewhere/train.py`, and what
/// that machine left there.
///
/// `hand-over.json` has the recipe, the network's layers and the names and shapes of its arrays;
/// `faces.u8`, `targets.f32` and `labels.i32` the lesson, `start.f32` the weights it begins with. Numbers
/// are little-endian. The other machine adds `average.f32`, `last.f32` and `done.json`.
///
/// The network is handed over as a description and not as TorchScript: DJL can run TorchScript, but
/// writes none.
public record HandOver(Path folder) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String START = "start.f32";
    private static final String AVERAGE = "average.f32";
    private static final String LAST = "last.f32";

    /// What the other machine says of the run.
    ///
    /// @param epochs done
    /// @param steps done
    /// @param loss mean of the last epoch's training loss
    /// @param seconds it took
    record Done(int epochs, long steps, double loss, double seconds) {}

    /// Writes what the run needs. The description is written last: a folder without it is unfinished.
    ///
    /// @param trainer of a run that has not done an epoch
    /// @throws IllegalArgumentException when the recipe needs what only the lab has
    /// @throws IOException when the run has begun, or the folder is not empty or cannot be written
    public void write(Trainer trainer) throws IOException {
        Recipe recipe = trainer.folder().recipe();
        refuse(trainer.folder(), recipe);
        Files.createDirectories(folder);
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IOException(folder + " is not empty; hand over to an empty folder");
            }
        }
        Network network = recipe.network();
        TrainingSet lesson = trainer.lesson();
        try (Learner learner = trainer.start(new Learner.Teaching(recipe.adam()))) {
            Map<String, float[]> weights = learner.state().average();
            WholeFile.write(
                    folder.resolve(START),
                    out -> {
                        for (Parameter parameter : Anatomy.of(network).parameters()) {
                            put(out, weights.getOrDefault(parameter.name(), new float[0]));
                        }
                    });
        }
        WholeFile.write(
                folder.resolve("faces.u8"),
                out -> {
                    for (int i = 0; i < lesson.size(); i++) {
                        out.write(lesson.picture(i));
                    }
                });
        WholeFile.write(
                folder.resolve("targets.f32"),
                out -> {
                    for (int i = 0; i < lesson.size(); i++) {
                        put(out, lesson.target(i));
                    }
                });
        WholeFile.write(folder.resolve("labels.i32"), out -> labels(lesson, out));
        byte[] description = JSON.writeValueAsBytes(describe(trainer, recipe, network));
        WholeFile.write(description(), out -> out.write(description));
    }

    private static void refuse(RunFolder run, Recipe recipe) throws IOException {
        if (run.last().isPresent()) {
            throw new IOException(
                    run.path()
                            + " has begun to learn here; hand over a run before its first epoch");
        }
        if (recipe.distillation().isPresent()
                || recipe.schedule() == Schedule.PLATEAU
                || recipe.patience() > 0) {
            throw new IllegalArgumentException(
                    "teachers, the schedule plateau and patience need answers and validation, which"
                            + " only the lab has; choose a recipe without them, or train it here");
        }
    }

    private static Map<String, Object> describe(Trainer trainer, Recipe recipe, Network network) {
        TrainingSet lesson = trainer.lesson();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("recipe", recipe);
        said.put("faces", lesson.size());
        said.put("outputs", lesson.outputs());
        said.put(
                "heads",
                lesson.heads().stream()
                        .map(head ->
                                Map.of(
                                        "name", head.name(),
                                        "labels", head.labels().labels(),
                                        "offset", head.offset(),
                                        "size", head.size()))
                        .toList());
        said.put("weights", recipe.shaping(lesson, 0).weights());
        said.put("adjustments", trainer.adjustments());
        said.put(
                "sides",
                IntStream.range(0, recipe.epochs())
                        .map(epoch -> recipe.side(network, epoch))
                        .boxed()
                        .toList());
        said.put("parameters", Description.of(Anatomy.of(network).parameters()));
        said.put("features", Description.of(network.features()));
        said.put("head", Description.of(network.head()));
        return said;
    }

    /// Takes the weights that the other machine left into the run, which is then done.
    ///
    /// @param trainer of the run that was handed over
    /// @return the last epoch, scored on the validation faces
    /// @throws IOException when the folder is of another run, unfinished or damaged, or when the run has
    ///     learned here meanwhile
    public Epoch takeBack(Trainer trainer) throws IOException {
        Recipe recipe = trainer.folder().recipe();
        if (trainer.folder().last().isPresent()) {
            throw new IOException(
                    trainer.folder().path() + " has learned here meanwhile; choose another --run");
        }
        try {
            Recipe theirs =
                    JSON.treeToValue(JSON.readTree(description()).path("recipe"), Recipe.class);
            if (!recipe.equals(theirs)) {
                throw new IOException(
                        folder + " was handed over by a run of another recipe; name that --run");
            }
            Path file = folder.resolve("done.json");
            if (Files.notExists(file)) {
                throw new IOException(folder + " is not done: there is no " + file);
            }
            Done done = JSON.readValue(file, Done.class);
            if (done.epochs() != recipe.epochs()) {
                throw new IOException(
                        file + " is of " + done.epochs() + " epochs, not of " + recipe.epochs());
            }
            List<Parameter> parameters = Anatomy.of(recipe.network()).parameters();
            Learner.State state =
                    new Learner.State(
                            read(LAST, parameters),
                            read(AVERAGE, parameters),
                            Map.of(),
                            done.steps());
            return trainer.taken(state, done.loss(), done.seconds());
        } catch (JacksonException misread) {
            throw new IOException(folder + ": " + misread.getMessage(), misread);
        }
    }

    private Map<String, float[]> read(String name, List<Parameter> parameters) throws IOException {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            throw new IOException(folder + " is not done: there is no " + file);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long size = parameters.stream().mapToLong(Parameter::size).sum();
        if (bytes.remaining() != size * Float.BYTES) {
            throw new IOException(file + " does not hold the " + size + " weights of the network");
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            float[] values = new float[parameter.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = bytes.getFloat();
                if (!Float.isFinite(values[i])) {
                    throw new IOException(file + " holds what is no number: the run has failed");
                }
            }
            arrays.put(parameter.name(), values);
        }
        return arrays;
    }

    private Path description() {
        return folder.resolve("hand-over.json");
    }

    private static void labels(TrainingSet lesson, OutputStream out) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(lesson.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        List<int[]> byLabel = lesson.byLabel();
        for (int label = 0; label < byLabel.size(); label++) {
            for (int face : byLabel.get(label)) {
                bytes.putInt(face * Integer.BYTES, label);
            }
        }
        out.write(bytes.array());
    }

    private static void put(OutputStream out, float[] values) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }
}
