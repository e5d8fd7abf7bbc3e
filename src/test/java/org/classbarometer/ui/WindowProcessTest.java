package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.classbarometer.text.Language;
import org.classbarometer.text.Text;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The window in a process of its own: how it starts where it cannot, and how it ends.
class WindowProcessTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir Path data = Path.of("");

    private String probe(String... flags) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dprism.order=sw",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Duser.language=en"));
        command.addAll(List.of(flags));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        WindowProbe.class.getName(),
                        data.toString(),
                        "5"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        Path output = data.resolve("output.txt");
        Process process = builder.redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended).as("ended by itself; it said: %s", said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void closing_the_window_with_a_menu_open_ends_everything_in_order() throws Exception {
        new SettingsFile(data.resolve("settings.json"))
                .save(Settings.DEFAULT.withLanguage(Language.GERMAN));
        assertThat(probe("-Dglass.platform=Headless"))
                .contains("windows with menu: 2")
                .as("the language typed on the command line comes before the settings'")
                .contains("language: en")
                .contains("closed")
                .contains("threads left: []");
        assertThat(data.resolve("settings.json"))
                .content()
                .contains("\"source\" : \"demo\"")
                .as("and does not change them")
                .contains("\"language\" : \"GERMAN\"");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void without_a_display_it_says_so_and_names_the_command_that_works() throws Exception {
        assertThat(probe()).contains("told: ").contains("classbarometer watch");
    }

    @Test
    void a_second_start_calls_the_first_window() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (SingleInstance _ = SingleInstance.take(data).orElseThrow();
                Doorbell _ = Doorbell.listen(data, heard::add)) {
            assertThat(probe("-Dglass.platform=Headless")).doesNotContain("told: ");
        }
        assertThat(heard).containsExactly("demo");
    }

    @Test
    void a_second_start_whose_call_nobody_hears_says_that_the_program_runs() throws Exception {
        try (SingleInstance _ = SingleInstance.take(data).orElseThrow()) {
            assertThat(probe("-Dglass.platform=Headless"))
                    .contains("told: " + english("ui.start.running"));
        }
    }

    private static String english(String key) {
        return Text.of(java.util.Locale.ENGLISH, key);
    }
}
