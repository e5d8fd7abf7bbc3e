package org.classbarometer.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The folder of one run: its recipe, where it stands, its log and its curves.
public record RunFolder(Path path) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// Makes the folder, or finds that it holds this very run. A recipe whose run never began, because
    /// something it names was of no use, may be replaced.
    ///
    /// @throws IOException when it holds a run of another recipe, or cannot be written
    public static RunFolder of(Path path, Recipe recipe) throws IOException {
        Files.createDirectories(path);
        RunFolder folder = new RunFolder(path);
        if (Files.exists(folder.recipeFile()) && Files.exists(folder.log())) {
            if (!folder.recipe().equals(recipe)) {
                throw new IOException(
                        path
                                + " holds a run of another recipe; go on with it by --resume, or"
                                + " choose another folder");
            }
        } else {
            write(folder.recipeFile(), recipe);
        }
        return folder;
    }

    private static void write(Path file, Object value) throws IOException {
        WholeFile.write(file, out -> out.write(JSON.writeValueAsBytes(value)));
    }

    /// @throws IOException when there is no recipe that can be read
    public Recipe recipe() throws IOException {
        if (Files.notExists(recipeFile())) {
            throw new IOException(path + " holds no run: there is no " + recipeFile());
        }
        try {
            return JSON.readValue(recipeFile(), Recipe.class);
        } catch (JacksonException misread) {
            throw new IOException(recipeFile() + ": " + misread.getMessage(), misread);
        }
    }

    /// Notes which faces the run learns from, or finds that it is these.
    ///
    /// @throws IOException when the run did its epochs on other faces, or the folder cannot be written
    void begin(RunData data) throws IOException {
        Optional<RunData> before = Files.exists(lastFile()) ? data() : Optional.empty();
        if (before.isPresent() && !before.get().equals(data)) {
            throw new IOException(
                    path
                            + " holds a run on other faces ("
                            + before.get().taught()
                            + " to learn from); name the same data, parts and number of faces as"
                            + " before, or choose another folder");
        }
        write(dataFile(), data);
    }

    /// Faces that taught the run something; empty when it did not begin, or before that was noted.
    public OptionalInt taught() throws IOException {
        Optional<RunData> data = data();
        return data.isPresent() ? OptionalInt.of(data.get().taught()) : OptionalInt.empty();
    }

    private Optional<RunData> data() throws IOException {
        try {
            return Files.exists(dataFile())
                    ? Optional.of(JSON.readValue(dataFile(), RunData.class))
                    : Optional.empty();
        } catch (JacksonException misread) {
            throw new IOException(dataFile() + ": " + misread.getMessage(), misread);
        }
    }

    /// The last epoch done; empty before the first.
    Optional<Checkpoint> last() throws IOException {
        return checkpoint(lastFile());
    }

    /// The epoch with the best validation; empty before the first.
    Optional<Checkpoint> best() throws IOException {
        return checkpoint(bestFile());
    }

    private static Optional<Checkpoint> checkpoint(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Checkpoint.read(file)) : Optional.empty();
    }

    /// The epochs done, in order.
    ///
    /// @throws IOException when recipe or log cannot be read
    public List<LoggedEpoch> history() throws IOException {
        return Files.exists(log()) ? new RunLog(log(), recipe().sources()).rows() : List.of();
    }

    private Path recipeFile() {
        return path.resolve("recipe.json");
    }

    private Path dataFile() {
        return path.resolve("data.json");
    }

    Path lastFile() {
        return path.resolve("last.checkpoint");
    }

    Path bestFile() {
        return path.resolve("best.checkpoint");
    }

    public Path log() {
        return path.resolve("log.csv");
    }

    public Path curves() {
        return path.resolve("curves.png");
    }
}
