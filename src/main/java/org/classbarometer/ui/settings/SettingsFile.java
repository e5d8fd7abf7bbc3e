package org.classbarometer.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.classbarometer.output.Failure;
import org.classbarometer.output.Growing;
import org.classbarometer.output.OwnerOnly;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The settings on disk: one JSON file, written beside its place and then moved there, so that a
/// crash leaves the old or the new one. Called by one thread at a time.
public final class SettingsFile {
    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// @param problem what was wrong with the file, in the user's words; empty when all was well
    public record Loaded(Settings settings, Optional<String> problem) {}

    /// Reads the file. A missing one gives the defaults; of one with values that cannot be used, those
    /// have their defaults and the others hold. The file as it was is put aside then, so that the next
    /// save does not destroy what may be mended by hand.
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        }
        try {
            return json.readTree(Files.readString(file)) instanceof ObjectNode read
                    ? usable(read)
                    : moveAside();
        } catch (IOException | JacksonException _) {
            return moveAside();
        }
    }

    // What an older version did not know yet keeps its default.
    private Loaded usable(ObjectNode read) {
        ObjectNode complete = json.valueToTree(Settings.DEFAULT);
        List<String> unusable = new ArrayList<>();
        for (String name : List.copyOf(complete.propertyNames())) {
            if (!read.has(name)) {
                continue;
            }
            // Masks are many values: one that is broken does not take the others with it.
            if (complete.get(name) instanceof ObjectNode many
                    && read.get(name) instanceof ObjectNode given) {
                for (Map.Entry<String, JsonNode> one : given.properties()) {
                    take(complete, many, one.getKey(), one.getValue(), unusable);
                }
            } else {
                take(complete, complete, name, read.get(name), unusable);
            }
        }
        Settings settings = json.treeToValue(complete, Settings.class);
        return new Loaded(
                settings,
                unusable.isEmpty() ? Optional.empty() : Optional.of(mended(settings, unusable)));
    }

    private void take(
            ObjectNode complete,
            ObjectNode into,
            String name,
            JsonNode value,
            List<String> unusable) {
        Optional<JsonNode> before = Optional.ofNullable(into.get(name));
        into.set(name, value);
        try {
            json.treeToValue(complete, Settings.class);
        } catch (JacksonException _) {
            unusable.add(name);
            before.ifPresentOrElse(usual -> into.set(name, usual), () -> into.remove(name));
        }
    }

    /// @return what to tell
    private String mended(Settings settings, List<String> unusable) {
        Path aside = aside();
        try {
            Files.copy(file, aside);
            OwnerOnly.file(aside);
            save(settings);
        } catch (IOException | UserProblem _) {
            return Text.of("ui.settings.values", file, String.join(", ", unusable));
        }
        return Text.of("ui.settings.mended", file, String.join(", ", unusable), aside);
    }

    private Path aside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".broken-" + i);
        }
        return aside;
    }

    private Loaded moveAside() {
        Path aside = aside();
        String problem;
        try {
            Files.move(file, aside);
            problem = Text.of("ui.settings.broken", file, aside);
        } catch (IOException _) {
            problem = Text.of("ui.settings.unreadable", file);
        }
        return new Loaded(Settings.DEFAULT, Optional.of(problem));
    }

    /// @throws UserProblem when the file cannot be written; the one there stays as it was
    public void save(Settings settings) throws UserProblem {
        try {
            OwnerOnly.ownFolder(file.toAbsolutePath().resolveSibling(""));
            Growing.write(file, json.writeValueAsString(settings));
        } catch (IOException failed) {
            throw new UserProblem(
                    Text.of("ui.settings.unwritable", file, Failure.reason(failed)), failed);
        }
    }
}
