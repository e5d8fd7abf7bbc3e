package org.classbarometer.training.finder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.training.run.ArrayMaps;
import org.classbarometer.training.run.WholeFile;
import org.classbarometer.training.torch.Learner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The folder of a run of a finder or of a face check: its recipe, where it stands, its log and its curves.
public record FinderFolder(Path path) {
    private static final int MAGIC = 0x46494e31;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// Makes the folder of a new run.
    ///
    /// @throws IOException when there is one already, or it cannot be written
    public static FinderFolder of(Path path, FinderRecipe recipe) throws IOException {
        Files.createDirectories(path);
        FinderFolder folder = new FinderFolder(path);
        if (Files.exists(folder.checkpoint())) {
            throw new IOException(
                    path + " holds a run; go on with it by --resume, or choose another folder");
        }
        folder.keep(recipe);
        return folder;
    }

    /// Replaces the recipe.
    public void keep(FinderRecipe recipe) throws IOException {
        WholeFile.write(recipeFile(), out -> out.write(JSON.writeValueAsBytes(recipe)));
    }

    /// Gives the run another end or another highest rate.
    public void change(Optional<Long> steps, Optional<Float> rate) throws IOException {
        if (steps.isPresent()) {
            keep(recipe().ending(steps.get()));
        }
        if (rate.isPresent()) {
            keep(recipe().learning(rate.get()));
        }
    }

    /// @throws IOException when there is none that can be read
    public FinderRecipe recipe() throws IOException {
        if (Files.notExists(recipeFile())) {
            throw new IOException(path + " holds no run: there is no " + recipeFile());
        }
        try {
            return JSON.readValue(recipeFile(), FinderRecipe.class);
        } catch (JacksonException misread) {
            throw new IOException(recipeFile() + ": " + misread.getMessage(), misread);
        }
    }

    /// Where the run stands. All chance is drawn from the seed and the step, so the number of the step is
    /// the state of chance.
    void write(Learner.State state) throws IOException {
        WholeFile.write(
                checkpoint(),
                plain -> {
                    DataOutputStream out = new DataOutputStream(plain);
                    out.writeInt(MAGIC);
                    out.writeLong(state.steps());
                    ArrayMaps.write(state.weights(), out);
                    ArrayMaps.write(state.average(), out);
                    ArrayMaps.write(state.optimiser(), out);
                });
    }

    /// @return empty before the first checkpoint
    /// @throws IOException also when it is none of ours or cut short
    public Optional<Learner.State> state() throws IOException {
        if (Files.notExists(checkpoint())) {
            return Optional.empty();
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(checkpoint())))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(checkpoint() + " is no checkpoint of a face finder");
            }
            long steps = in.readLong();
            return Optional.of(
                    new Learner.State(
                            ArrayMaps.read(in), ArrayMaps.read(in), ArrayMaps.read(in), steps));
        } catch (EOFException | UTFDataFormatException cut) {
            throw new IOException(
                    checkpoint() + " is damaged: it ends too early or holds nonsense", cut);
        }
    }

    private Path recipeFile() {
        return path.resolve("recipe.json");
    }

    private Path checkpoint() {
        return path.resolve("last.checkpoint");
    }

    Path log() {
        return path.resolve("log.csv");
    }

    Path looks() {
        return path.resolve("looks.csv");
    }

    Path hardPlaces() {
        return path.resolve("hard.csv");
    }

    Path candidates() {
        return path.resolve("candidates.csv");
    }

    public Path curves() {
        return path.resolve("curves.png");
    }
}
