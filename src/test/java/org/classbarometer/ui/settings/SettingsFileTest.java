package org.classbarometer.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.text.Language;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir Path folder = Path.of("");

    private Path path() {
        return folder.resolve("data/settings.json");
    }

    @Test
    void what_was_saved_is_loaded() throws Exception {
        Settings chosen =
                Settings.DEFAULT
                        .withTheme(ThemeChoice.DARK)
                        .withLanguage(Language.GERMAN)
                        .withLabels(LabelSet.TWO)
                        .withSource("camera:1")
                        .withFaceLabels(false)
                        .withModel("/models/mine.onnx")
                        .withMasks(
                                "camera:1",
                                new Masks(List.of(new Masks.Region(0.25, 0.5, 0.1, 0.2))));
        new SettingsFile(path()).save(chosen);

        SettingsFile.Loaded loaded = new SettingsFile(path()).load();
        assertThat(loaded.settings()).isEqualTo(chosen);
        assertThat(loaded.problem()).isEmpty();
    }

    @Test
    void a_missing_file_gives_the_defaults_without_a_word() {
        SettingsFile.Loaded loaded = new SettingsFile(path()).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.problem()).isEmpty();
    }

    @Test
    void a_broken_file_is_moved_aside_and_told() throws IOException {
        for (String broken :
                List.of(
                        "",
                        "{ \"theme\": ",
                        "[]",
                        "{\"theme\":\"PINK\"}",
                        "{\"masks\":{\"demo\":[{\"x\":7}]}}")) {
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(path(), broken);

            SettingsFile.Loaded loaded = new SettingsFile(path()).load();
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(loaded.problem().orElseThrow()).contains("settings.json.broken");
            assertThat(path()).doesNotExist();
            assertThat(folder.resolve("data/settings.json.broken")).hasContent(broken);
        }
    }

    @Test
    void what_an_older_version_did_not_know_has_its_default() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(path(), "{\"theme\":\"DARK\",\"gone\":1}");

        SettingsFile.Loaded loaded = new SettingsFile(path()).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT.withTheme(ThemeChoice.DARK));
    }

    @Test
    void saving_leaves_no_temporary_file() throws Exception {
        new SettingsFile(path()).save(Settings.DEFAULT);
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(path());
        }
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_told() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        assertThatThrownBy(() -> new SettingsFile(path()).save(Settings.DEFAULT))
                .isInstanceOf(UserProblem.class)
                .hasMessageContaining("settings.json");
    }

    @Test
    void an_unknown_label_set_falls_back_to_four() {
        Settings odd =
                new Settings(
                        ThemeChoice.SYSTEM,
                        Language.SYSTEM,
                        "11",
                        "",
                        true,
                        "",
                        java.util.Map.of(),
                        false,
                        java.util.List.of(),
                        WindowPlace.NONE);
        assertThat(odd.labelSet()).isEqualTo(LabelSet.FOUR);
    }
}
