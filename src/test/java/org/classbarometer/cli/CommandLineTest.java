package org.classbarometer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.ui.UiOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @TempDir Path folder;
    private SimulatedClassroom room;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void prepare() {
        Locale.setDefault(Locale.ENGLISH);
        room = new SimulatedClassroom(folder);
        room.environment.put("DISPLAY", ":0");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void without_a_command_the_window_opens_with_what_was_asked_for() {
        int code = room.run("--source", "camera:1", "--labels=7", "--provider=cuda");

        assertThat(code).isEqualTo(ExitCode.OK);
        UiOptions options = room.opened.orElseThrow();
        assertThat(options.source()).contains(new SourceChoice.Camera(1));
        assertThat(options.labels()).contains(LabelSet.SEVEN);
        assertThat(options.model()).isEmpty();
        assertThat(options.provider()).isEqualTo(ExecutionProvider.CUDA);
    }

    @Test
    void the_window_gets_the_finder_and_the_authorities_that_were_asked_for() {
        room.run("--finder", "haar", "--ca", "school.pem");

        assertThat(room.opened.orElseThrow().finder()).contains(FinderChoice.HAAR);
        assertThat(room.opened.orElseThrow().authorities()).contains(Path.of("school.pem"));
    }

    @ParameterizedTest
    @CsvSource({
        "wach, There is no command “wach”. Did you mean “watch”?",
        "--sorce=demo, There is no option “--sorce=demo” here. Did you mean “--source”?"
    })
    void what_was_mistyped_is_named_with_what_may_have_been_meant(String typed, String told) {
        assertThat(room.run(typed)).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString()).contains(told).doesNotContain("index 0");
    }

    @Test
    void what_is_not_asked_for_is_left_to_the_settings() {
        room.run();

        assertThat(room.opened.orElseThrow().source()).isEqualTo(Optional.empty());
        assertThat(room.opened.orElseThrow().labels()).isEqualTo(Optional.empty());
    }

    @Test
    void a_video_alone_as_a_desktop_hands_it_over_is_played_in_the_window() throws IOException {
        Path video = Files.writeString(folder.resolve("lesson 7b.mp4"), "");

        assertThat(room.run(video.toString())).isEqualTo(ExitCode.OK);
        assertThat(room.opened.orElseThrow().source()).contains(new SourceChoice.File(video));
    }

    @Test
    void what_is_neither_a_command_nor_there_is_refused() {
        assertThat(room.run(folder.resolve("gone.mp4").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(room.opened).isEmpty();
    }

    @Test
    void every_command_explains_itself_with_its_exit_codes() {
        for (String[] asked :
                new String[][] {{"--help"}, {"watch", "--help"}, {"doctor", "--help"}}) {
            room.out.getBuffer().setLength(0);
            assertThat(room.run(asked)).isEqualTo(ExitCode.OK);
            assertThat(room.out.toString())
                    .contains("Usage: classbarometer")
                    .contains("Exit codes:")
                    .contains("The source cannot be used");
        }
    }

    @Test
    void every_option_is_described_in_both_languages() {
        for (String language : new String[] {"en", "de"}) {
            for (String command : new String[] {"watch", "sessions", "export", "doctor"}) {
                room.out.getBuffer().setLength(0);
                room.run(command, "--lang", language, "--help");
                assertThat(room.out.toString().lines().filter(line -> line.matches(" {2,6}\\S.*")))
                        .allMatch(
                                line ->
                                        !line.strip().startsWith("-")
                                                || line.strip().contains("  "),
                                "has a description");
            }
        }
        assertThat(room.out.toString()).contains("Rückgabewerte");
    }

    @Test
    void the_version_is_the_one_that_was_built() {
        assertThat(room.run("--version")).isEqualTo(ExitCode.OK);
        assertThat(room.out.toString()).containsPattern("ClassBarometer \\d+\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "watch --for never | no time span",
                "watch --for 0s | no time span",
                "watch --labels 5 | no label set",
                "watch --provider tpu | no execution provider",
                "watch --pace slow | no pace",
                "watch --mask 0.5,0,0.6,1 | no mask",
                "watch --mask 1,2,3 | no mask",
                "watch --source camera:x | camera",
                "watch --lang xx | no language",
                "watch --nonsense | --help",
                "watches | --help"
            })
    void what_is_not_understood_is_told_with_what_could_be_written(String typed, String told) {
        assertThat(room.run(typed.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString()).contains(told);
        assertThat(room.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1s,10", "500ms,5", "0.05m,30", "2,20"})
    void time_spans_are_read_in_their_units(String span, long frames) {
        room.run("watch", "--json", "--for", span);
        assertThat(Json.mapper().readTree(room.out.toString()).get("frames").asLong())
                .isEqualTo(frames);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void without_a_display_the_headless_command_is_named() {
        String platform = System.clearProperty("glass.platform");
        room.environment.remove("DISPLAY");
        try {
            assertThat(room.run()).isEqualTo(ExitCode.NO_DISPLAY);
        } finally {
            if (platform != null) {
                System.setProperty("glass.platform", platform);
            }
        }
        assertThat(room.err.toString())
                .contains("There is no display")
                .contains("./classbarometer watch --source demo --for 30s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    export --all | --out | --out=DIR
                    watch --for | --for | --for=TIME
                    watch --class a --class b | --class | nur einmal
                    watch --for x | --for | keine Zeitspanne
                    evaluate --data x --seed NaN | --seed | keine Zahl
                    measure speed --people many | --people | keine Zahl
                    watch --json=5 | --json | gehört nicht
                    watch --csv= | --csv | kein Ordner
                    help nothing | nothing | keinen Befehl
                    """)
    void what_was_mistyped_is_told_in_the_chosen_language(String typed, String name, String why) {
        int code = room.run(("--lang de " + typed).split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString())
                .contains(name, why)
                .doesNotContain("Invalid", "Missing", "should", "Unknown", " is not ");
    }

    @ParameterizedTest
    @CsvSource({"--csv", "--model", "--ca"})
    void a_path_of_nothing_is_no_path(String option) {
        assertThat(room.run("watch", option, "")).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString()).contains(option, "No file or folder was named");
    }

    @Test
    void what_cannot_be_printed_is_not_called_done() {
        room.outBroken = true;

        assertThat(room.run("sessions", "--json")).isEqualTo(ExitCode.OUTPUT);
        assertThat(room.run("watch", "--for", "6s", "--csv", "-")).isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("standard output is full or closed");
    }
}
