package org.classbarometer.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.Language;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.Assumptions;
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
                        .withFinder(Optional.of(FinderChoice.HAAR))
                        .withAuthorities(Optional.of(Path.of("/school/ca.pem")))
                        .withTextPercent(130)
                        .withMotion(MotionChoice.REDUCED)
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
        for (String broken : List.of("", "{ \"theme\": ", "null", "[]")) {
            Files.createDirectories(folder.resolve("data"));
            Files.deleteIfExists(folder.resolve("data/settings.json.broken"));
            Files.writeString(path(), broken);

            SettingsFile.Loaded loaded = new SettingsFile(path()).load();
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
            assertThat(loaded.problem().orElseThrow()).contains("settings.json.broken");
            assertThat(path()).doesNotExist();
            assertThat(folder.resolve("data/settings.json.broken")).hasContent(broken);
        }
    }

    @Test
    void values_that_cannot_be_used_have_their_defaults_and_the_others_hold() throws IOException {
        for (String odd :
                List.of(
                        "\"language\":null",
                        "\"language\":\"KLINGON\"",
                        "\"labels\":null",
                        "\"source\":{}",
                        "\"faceLabels\":null",
                        "\"model\":null",
                        "\"masks\":null",
                        "\"masks\":7",
                        "\"masks\":{\"demo\":null}",
                        "\"masks\":{\"demo\":[null]}",
                        "\"masks\":{\"demo\":[{\"x\":7}]}",
                        "\"masks\":{\"demo\":[{\"x\":null,\"y\":0,\"width\":1,\"height\":1}]}")) {
            Path data = Files.createDirectories(folder.resolve("data"));
            Files.deleteIfExists(data.resolve("settings.json.broken"));
            String written = "{\"theme\":\"DARK\"," + odd + "}";
            Files.writeString(path(), written);

            SettingsFile.Loaded loaded = new SettingsFile(path()).load();
            assertThat(loaded.settings())
                    .as(odd)
                    .isEqualTo(Settings.DEFAULT.withTheme(ThemeChoice.DARK));
            assertThat(loaded.problem().orElseThrow()).contains("settings.json.broken");
            assertThat(data.resolve("settings.json.broken")).hasContent(written);
            assertThat(new SettingsFile(path()).load())
                    .as("told once")
                    .isEqualTo(new SettingsFile.Loaded(loaded.settings(), Optional.empty()));
        }
    }

    @Test
    void one_broken_mask_leaves_the_masks_of_other_sources() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(
                path(),
                "{\"masks\":{\"demo\":null,\"camera:1\":"
                        + "[{\"x\":0.25,\"y\":0.5,\"width\":0.1,\"height\":0.2}]}}");

        assertThat(new SettingsFile(path()).load().settings().masks()).containsOnlyKeys("camera:1");
    }

    @Test
    void what_was_put_aside_before_stays() throws IOException {
        for (String broken : List.of("first", "second")) {
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(path(), broken);
            new SettingsFile(path()).load();
        }

        assertThat(folder.resolve("data/settings.json.broken")).hasContent("first");
        assertThat(folder.resolve("data/settings.json.broken-2")).hasContent("second");
    }

    @Test
    void a_folder_made_with_open_permissions_is_closed_to_others() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        new SettingsFile(path()).save(Settings.DEFAULT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
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
    void an_unknown_label_set_falls_back_to_the_usual_one() throws Exception {
        Files.createDirectories(path().resolveSibling(""));
        Files.writeString(path(), "{\"labels\": \"11\"}");
        assertThat(new SettingsFile(path()).load().settings().labelSet())
                .isEqualTo(Settings.DEFAULT.labelSet());
    }

    @Test
    void sizes_and_finders_that_do_not_exist_have_their_defaults_and_are_told() throws Exception {
        Files.createDirectories(path().resolveSibling(""));
        Files.writeString(
                path(), "{\"textPercent\": 900, \"finder\": \"oracle\", \"theme\": \"DARK\"}");
        SettingsFile.Loaded loaded = new SettingsFile(path()).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT.withTheme(ThemeChoice.DARK));
        assertThat(loaded.problem())
                .hasValueSatisfying(told -> assertThat(told).contains("textPercent", "finder"));
    }
}
