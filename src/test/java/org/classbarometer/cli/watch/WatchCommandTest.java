package org.classbarometer.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.cli.SimulatedSources;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Json;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.TinyModel;
import org.classbarometer.face.Masks;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.text.UserProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WatchCommandTest {
    @TempDir Path folder;
    private SimulatedClassroom room;
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void prepare() {
        Locale.setDefault(Locale.ENGLISH);
        room = new SimulatedClassroom(folder);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private JsonNode json() {
        return Json.mapper().readTree(room.out.toString());
    }

    private Path csv() {
        return folder.resolve("mood.csv");
    }

    @Test
    void a_recording_is_watched_to_its_end_and_told_as_one_json_object() {
        assertThat(room.run("watch", "--json")).isEqualTo(ExitCode.OK);

        JsonNode json = json();
        assertThat(room.out.toString().strip().lines()).hasSize(1);
        assertThat(json.get("source").asString()).isEqualTo("demo");
        assertThat(json.get("frames").asLong()).isEqualTo(100);
        assertThat(json.get("dropped").asLong()).isZero();
        assertThat(json.get("faces").asLong()).isEqualTo(1200);
        assertThat(json.get("readings").asLong()).isEqualTo(1200);
        assertThat(json.get("uncertain").asLong()).isZero();
        assertThat(json.get("mood").get("happiness").asDouble()).isCloseTo(0.5, within(1e-9));
        assertThat(json.get("counts").get("neutral").asLong()).isEqualTo(600);
        assertThat(json.get("fps").asDouble()).isPositive();
        assertThat(json.get("modelVersion").asString()).isEqualTo("simulated-1");
        for (String stage : new String[] {"waiting", "preparing", "finding", "reading", "total"}) {
            JsonNode latency = json.get("latencyMs").get(stage);
            assertThat(latency.get("p50").asDouble())
                    .isLessThanOrEqualTo(latency.get("p95").asDouble());
        }
    }

    @Test
    void the_time_counts_by_the_source_s_own_clock() {
        assertThat(room.run("watch", "--for", "3s", "--json")).isEqualTo(ExitCode.OK);

        assertThat(json().get("frames").asLong()).isEqualTo(30);
    }

    @Test
    void without_json_the_mood_is_told_in_words() {
        room.uncertainFaces = 2;
        assertThat(room.run("watch", "--for", "1s")).isEqualTo(ExitCode.OK);

        assertThat(room.out.toString())
                .contains("10 frames")
                .contains("Faces 120, readings 120, of them uncertain 20")
                .contains(
                        "Mood of the room, of the faces read with certainty: neutral 50%, happy 50%")
                .contains("Latency");
        assertThat(room.err.toString()).contains("simulated class: 8 x 8 pixels, 10 frames/s");
    }

    @Test
    void it_speaks_the_language_asked_for() {
        room.run("watch", "--lang", "de", "--for", "1s");

        assertThat(room.out.toString()).contains("Stimmung im Raum").contains("Gesichter 120");
    }

    @Test
    void a_model_of_states_is_told_in_its_own_labels_and_as_experimental() throws IOException {
        Path states =
                Files.write(
                        folder.resolve("states.onnx"),
                        TinyModel.of("engaged", "bored", "angry").bytes());

        room.run("watch", "--model=" + states, "--for=1s");

        assertThat(room.settings.orElseThrow().labels().labels())
                .containsExactly("engaged", "bored", "angry");
        assertThat(room.err.toString()).contains("Experimental: nobody has shown");
    }

    @Test
    void options_reach_the_pipeline() {
        int code =
                room.run(
                        "watch",
                        "--model=other.onnx",
                        "--provider=cuda",
                        "--mask=0.5,0,0.5,1",
                        "--mask=0,0,0.1,0.1",
                        "--for=1s");

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(room.model).contains(Path.of("other.onnx"));
        assertThat(room.provider).contains(ExecutionProvider.CUDA);
        MonitorSettings settings = room.settings.orElseThrow();
        assertThat(settings.labels()).isEqualTo(LabelSet.FOUR);
        assertThat(settings.masks().regions())
                .containsExactly(
                        new Masks.Region(0.5, 0, 0.5, 1), new Masks.Region(0, 0, 0.1, 0.1));
    }

    @Test
    void a_label_set_that_the_model_cannot_tell_apart_is_a_usage_error() {
        assertThat(room.run("watch", "--labels", "2")).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString()).contains("label set 2").contains("--labels");
    }

    @Test
    void a_model_that_cannot_be_used_is_told_in_its_own_words() {
        room.unusable = Optional.of(new UserProblem("Model x lacks \"crop_margin\"."));

        assertThat(room.run("watch", "--json")).isEqualTo(ExitCode.MODEL);
        assertThat(room.err.toString()).isEqualToIgnoringNewLines("Model x lacks \"crop_margin\".");
        assertThat(room.out.toString()).isEmpty();
    }

    @Test
    void a_source_that_fails_is_told_and_still_summed_up() {
        room.sources = SimulatedSources.failing("There is no camera 3.");

        assertThat(room.run("watch", "--source", "camera:3", "--json")).isEqualTo(ExitCode.SOURCE);
        assertThat(room.err.toString()).contains("There is no camera 3.");
        assertThat(json().get("buckets").asLong()).isZero();
    }

    @Test
    void a_pipeline_that_breaks_is_told_and_ends_the_run() {
        room.facesAtFrame =
                frame -> {
                    if (frame == 5) {
                        throw new IllegalStateException("simulated failure");
                    }
                    return 12;
                };

        assertThat(room.run("watch", "--json")).isEqualTo(ExitCode.PROBLEM);
        assertThat(json().get("frames").asLong()).isEqualTo(5);
    }

    @Test
    void a_timeline_has_a_row_every_five_seconds() throws IOException {
        room.facesAtFrame = _ -> 24;
        assertThat(room.run("watch", "--csv", csv().toString())).isEqualTo(ExitCode.OK);

        assertThat(csv())
                .hasContent(
                        """
                        time,seconds,people,uncertain,neutral,happiness,surprise,sadness,suppressed
                        2026-11-22T08:00:00.123Z,0,24,0,0.50,0.50,0.00,0.00,no
                        2026-11-22T08:00:05.123Z,5,24,0,0.50,0.50,0.00,0.00,no
                        """);
        assertThat(Files.readString(csv())).contains("\r\n");
    }

    @Test
    void rows_with_fewer_than_five_read_faces_say_nothing_but_the_time() throws IOException {
        room.facesAtFrame = frame -> frame < 50 ? 4 : 24;
        room.run("watch", "--csv", csv().toString(), "--json");

        List<String> lines = Files.readAllLines(csv());
        assertThat(lines.get(1)).isEqualTo("2026-11-22T08:00:00.123Z,0,,,,,,,yes");
        assertThat(lines.get(2)).startsWith("2026-11-22T08:00:05.123Z,5,24,0,0.5");
    }

    @Test
    void uncertain_readings_do_not_count_towards_the_five() throws IOException {
        room.facesAtFrame = _ -> 7;
        room.uncertainFaces = 3;
        room.run("watch", "--csv", csv().toString());

        assertThat(Files.readAllLines(csv())).filteredOn(row -> row.endsWith("yes")).hasSize(2);
    }

    @Test
    void the_summary_beside_a_timeline_tells_nothing_of_its_suppressed_rows() {
        room.facesAtFrame = frame -> frame < 50 ? 4 : 24;
        room.run("watch", "--csv", csv().toString(), "--json");

        assertThat(json().get("exact").asBoolean()).isFalse();
        assertThat(json().get("suppressed").asLong()).isEqualTo(1);
        assertThat(json().get("people").asDouble()).isEqualTo(24);
        // What depends on the number of faces, as the machine's speed does, is not told.
        for (String key : List.of("frames", "dropped", "faces", "readings", "counts", "fps")) {
            assertThat(json().has(key)).as(key).isFalse();
        }
        assertThat(json().has("latencyMs")).isFalse();
        assertThat(json().has("probabilities")).isFalse();
    }

    private String told(String... more) {
        room = new SimulatedClassroom(folder);
        room.facesAtFrame = frame -> 9 + frame / 10 % 3;
        List<String> arguments = new ArrayList<>(List.of("watch", "--json"));
        arguments.addAll(List.of(more));
        assertThat(room.run(arguments.toArray(String[]::new)))
                .as(room.err.toString())
                .isEqualTo(ExitCode.OK);
        return room.out.toString();
    }

    private String recording() throws IOException {
        return Files.writeString(folder.resolve("lesson.mp4"), "a lesson").toString();
    }

    @Test
    void a_class_in_a_recording_is_told_by_the_same_rules_though_nothing_is_stored()
            throws IOException {
        String once = told("--source", recording());

        assertThat(once).contains("\"exact\":false").doesNotContain("\"faces\"");
        assertThat(told("--source", recording())).as("the same people, told again").isEqualTo(once);
    }

    @Test
    void a_longer_run_tells_no_more_of_the_same_step() throws IOException {
        String first = told("--source", recording(), "--for", "5s");
        for (String longer : List.of("5100ms", "6s", "7s", "8s", "9s", "9900ms")) {
            assertThat(told("--source", recording(), "--for", longer)).isEqualTo(first);
        }
        assertThat(told("--source", recording(), "--for", "4900ms")).contains("\"buckets\":0");
    }

    @Test
    void a_recording_is_told_in_one_label_set_only() throws IOException {
        told("--source", recording(), "--labels", "4");
        room = new SimulatedClassroom(folder);

        assertThat(room.run("watch", "--source", recording(), "--labels", "8", "--json"))
                .isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("label set 4");
    }

    @Test
    void a_recording_of_oneself_is_told_exactly_if_there_is_no_group_in_it() throws IOException {
        String[] own = {"watch", "--json", "--purpose", "self-check", "--source", recording()};
        room.facesAtFrame = _ -> 1;
        room.run(own);
        assertThat(json().get("exact").asBoolean()).isTrue();
        assertThat(json().get("faces").asLong()).isEqualTo(100);

        room = new SimulatedClassroom(folder);
        room.facesAtFrame = frame -> frame == 70 ? 5 : 1;
        room.run(own);
        assertThat(json().get("exact").asBoolean()).isFalse();
        assertThat(json().get("people").asDouble()).isZero();
        assertThat(room.err.toString()).contains("--purpose class");
    }

    @Test
    void a_stream_is_no_self_check_to_be_stored() {
        for (String place : List.of("DE", "RE", "US")) {
            assertThat(
                            room.run(
                                    "watch",
                                    "--source=camera:0",
                                    "--csv=" + csv(),
                                    "--opted-in=12",
                                    "--place=" + place,
                                    "--purpose=self-check"))
                    .isEqualTo(ExitCode.REFUSED);
            assertThat(csv()).doesNotExist();
        }
    }

    @Test
    void a_timeline_of_a_live_source_needs_everyone_to_have_opted_in() {
        String[] asked = {
            "watch",
            "--source",
            "camera:0",
            "--csv",
            csv().toString(),
            "--place",
            "US",
            "--purpose",
            "class"
        };

        assertThat(room.run(asked)).isEqualTo(ExitCode.USAGE);
        assertThat(room.err.toString()).contains("opted in").contains("--opted-in");
        assertThat(csv()).doesNotExist();
    }

    @Test
    void with_everyone_opted_in_a_live_timeline_is_written() {
        String[] asked = {
            "watch",
            "--source",
            "camera:0",
            "--csv",
            csv().toString(),
            "--opted-in",
            "12",
            "--place",
            "US",
            "--purpose",
            "class"
        };

        assertThat(room.run(asked)).isEqualTo(ExitCode.OK);
        assertThat(csv()).exists();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making links there needs a privilege")
    void a_recording_is_never_replaced_by_its_own_timeline() throws IOException {
        Path recording = Files.writeString(folder.resolve("lesson.mp4"), "a lesson");
        Path link = folder.resolve("link.csv");
        Files.createSymbolicLink(link, recording);
        for (Path output : List.of(recording, link)) {
            for (String replace : List.of("--json", "--replace")) {
                int code =
                        room.run(
                                "watch",
                                "--source",
                                recording.toString(),
                                "--csv",
                                output.toString(),
                                replace);

                assertThat(code).isEqualTo(ExitCode.OUTPUT);
                assertThat(room.err.toString()).contains("is never written over");
                assertThat(recording).hasContent("a lesson");
            }
        }
    }

    @Test
    void neither_a_picture_of_the_folder_nor_the_model_is_replaced() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Path picture = Files.writeString(pictures.resolve("1.jpg"), "a picture");
        Path model = Files.writeString(folder.resolve("own.onnx"), "a model");
        for (Path output : List.of(picture, model)) {
            int code =
                    room.run(
                            "watch",
                            "--source=" + pictures,
                            "--model=" + model,
                            "--csv=" + output,
                            "--replace");

            assertThat(code).isEqualTo(ExitCode.OUTPUT);
        }
        assertThat(picture).hasContent("a picture");
        assertThat(model).hasContent("a model");
    }

    @Test
    void a_file_of_someone_else_s_is_replaced_only_when_asked() throws IOException {
        Files.writeString(csv(), "marks of class 7b");
        String[] asked = {"watch", "--csv", csv().toString()};

        assertThat(room.run(asked)).isEqualTo(ExitCode.OUTPUT);
        assertThat(csv()).hasContent("marks of class 7b");
        assertThat(room.model).isEmpty();
        assertThat(room.run("watch", "--replace", "--csv", csv().toString())).isZero();
        assertThat(room.run(asked)).as("its own may be replaced").isZero();
    }

    @Test
    void a_dash_writes_the_timeline_to_standard_output_and_the_summary_beside_it() {
        assertThat(room.run("watch", "--csv", "-")).isEqualTo(ExitCode.OK);

        assertThat(room.out.toString().lines()).hasSize(3).first().asString().startsWith("time,");
        assertThat(room.err.toString()).contains("Mood of the room");
        assertThat(Path.of("-")).doesNotExist();
        assertThat(room.run("watch", "--csv", "-", "--json")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_timeline_in_a_missing_folder_is_refused_before_anything_runs() {
        Path nowhere = folder.resolve("missing/mood.csv");

        assertThat(room.run("watch", "--csv", nowhere.toString())).isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("there is no folder");
        assertThat(room.model).isEmpty();
    }

    @Test
    void a_device_is_not_replaced_by_a_timeline() {
        assertThat(room.run("watch", "--csv", folder.toString())).isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("not an ordinary file");
        assertThat(folder).isDirectory();
    }

    @Test
    void a_run_that_fails_leaves_an_older_timeline_as_it_was() throws IOException {
        Files.writeString(csv(), "time,seconds,older");
        room.unusable = Optional.of(new UserProblem("no model"));
        room.run("watch", "--csv", csv().toString());

        assertThat(csv()).hasContent("time,seconds,older");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(csv());
        }
    }

    @Test
    void a_run_without_a_frame_leaves_an_older_timeline_as_it_was() throws IOException {
        Files.writeString(csv(), "time,seconds,older");
        room.frames = 0;

        assertThat(room.run("watch", "--csv", csv().toString())).isEqualTo(ExitCode.SOURCE);
        assertThat(csv()).hasContent("time,seconds,older");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be removed there")
    void a_timeline_that_cannot_take_its_place_is_told_and_the_summary_still_printed()
            throws IOException {
        Path vanishing = Files.createDirectory(folder.resolve("vanishing"));
        room.facesAtFrame =
                frame -> {
                    if (frame == 60) {
                        remove(vanishing);
                    }
                    return 12;
                };

        assertThat(room.run("watch", "--json", "--csv", vanishing.resolve("mood.csv").toString()))
                .isEqualTo(ExitCode.OUTPUT);
        assertThat(room.err.toString()).contains("there is no folder " + vanishing);
        assertThat(json().get("buckets").asLong()).isEqualTo(2);
    }

    private static void remove(Path vanishing) {
        try (Stream<Path> files = Files.list(vanishing)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(vanishing);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
