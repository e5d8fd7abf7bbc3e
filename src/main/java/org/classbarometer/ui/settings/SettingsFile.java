package org.classbarometer.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings on disk: one JSON file, written beside its place and then moved there, so that a
/// crash leaves the old or the new one. Called by one thread at a time.
public final class SettingsFile {
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// @param problem what was wrong with the file, in the user's words; empty when all was well
    public record Loaded(Settings settings, Optional<String> problem) {}

    /// Reads the file. A missing one gives the defaults; a broken one is moved aside, so that the
    /// next save does not destroy what may be mended by hand.
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        }
        try {
            JsonNode read = json.readTree(Files.readString(file));
            // What an older version did not know yet keeps its default.
            ObjectNode complete = json.valueToTree(Settings.DEFAULT);
            if (!(read instanceof ObjectNode known)) {
                return moveAside();
            }
            complete.setAll(known);
            return new Loaded(json.treeToValue(complete, Settings.class), Optional.empty());
        } catch (IOException | JacksonException _) {
            return moveAside();
        }
    }

    private Loaded moveAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        String problem;
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            problem = Text.of("ui.settings.broken", file, aside);
        } catch (IOException _) {
            problem = Text.of("ui.settings.unreadable", file);
        }
        return new Loaded(Settings.DEFAULT, Optional.of(problem));
    }

    /// @throws UserProblem when the file cannot be written; the one there stays as it was
    public void save(Settings settings) throws UserProblem {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(fresh, json.writeValueAsString(settings));
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UserProblem(
                    Text.of("ui.settings.unwritable", file, String.valueOf(failed.getMessage())),
                    failed);
        }
    }
}
