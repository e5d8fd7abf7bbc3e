package org.classbarometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.classbarometer.ProgramProcess.Ended;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.frame.ChildJvm;
import org.classbarometer.frame.MjpegServer;
import org.classbarometer.frame.RtspServer;
import org.classbarometer.frame.StandInCamera;
import org.classbarometer.frame.TestClips;
import org.classbarometer.frame.TestClips.Kind;
import org.classbarometer.frame.VirtualScreen;
import org.classbarometer.frame.device.WindowMain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program from its very start, as the launchers start it: every source of README.md and every
/// sub-command.
class ProgramTest {
    private static final Path FACES = Path.of("src/test/resources/faces").toAbsolutePath();
    // Nothing listens there.
    private static final Map<String, String> DEAD_DISPLAY = Map.of("DISPLAY", ":4711");

    @TempDir Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private static void assertPlays(ProgramProcess program, String source) throws Exception {
        Ended watched = watch(program, source, "1s");
        if (watched.code() == ExitCode.SOURCE) {
            // What is live counts by the wall clock, which a busy machine may use up before a
            // frame.
            watched = watch(program, source, "15s");
        }

        assertThat(watched.code()).as(watched.said()).isEqualTo(ExitCode.OK);
        assertThat(json(watched.said()).get("exact").asBoolean())
                .as("whether %s is told exactly", source)
                .isEqualTo(source.equals("demo"));
    }

    private static Ended watch(ProgramProcess program, String source, String length)
            throws Exception {
        return program.run("watch", "--source", source, "--for", length, "--json");
    }

    private static JsonNode json(String said) {
        String object =
                said.lines().filter(line -> line.startsWith("{")).findFirst().orElse("none");
        return JsonMapper.shared().readTree(object);
    }

    @Test
    void recordings_pictures_and_streams_play() throws Exception {
        Path video = folder.resolve("clip.mp4");
        TestClips.write(video, new Kind("mp4", AV_CODEC_ID_H264, 320, 240, 20), 40, Map.of());
        Path h264 = folder.resolve("clip.h264");
        TestClips.write(h264, new Kind("h264", AV_CODEC_ID_H264, 320, 240, 20), 40, Map.of());

        try (ProgramProcess program = new ProgramProcess(data(), Map.of());
                MjpegServer web =
                        new MjpegServer(0, List.of(TestClips.jpeg(320, 240)), new byte[0]);
                RtspServer rtsp = new RtspServer(0, Files.readAllBytes(h264), 20)) {
            assertPlays(program, "demo");
            assertPlays(program, video.toString());
            assertPlays(program, FACES.toString());
            assertPlays(program, FACES.resolve("s01-happy.jpg").toString());
            assertPlays(program, "http://127.0.0.1:" + web.port() + "/video");
            assertPlays(program, "rtsp://127.0.0.1:" + rtsp.port() + "/class");
            assertThat(program.run("watch", "--source", "screen", "--for", "1s").code())
                    .as("no screen")
                    .isEqualTo(ExitCode.SOURCE);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_camera_the_screen_and_a_window_play() throws Exception {
        try (VirtualScreen screen = VirtualScreen.start();
                ChildJvm desktop =
                        new ChildJvm(WindowMain.class, List.of(), screen.environment())) {
            desktop.await("open", 0);
            Map<String, String> environment = new HashMap<>(screen.environment());
            environment.putAll(StandInCamera.build(folder).environment());
            try (ProgramProcess program = new ProgramProcess(data(), environment)) {
                assertPlays(program, "camera:0");
                assertPlays(program, "screen");
                assertPlays(program, "screen:100,50,320,240");
                assertPlays(program, "window:7b");
            }
        }
    }

    private void assertNoWindow(Map<String, String> environment, String why) throws Exception {
        try (ProgramProcess program = new ProgramProcess(data(), environment)) {
            Ended refused = program.run("--source", "demo");
            assertThat(refused.code()).as(refused.said()).isEqualTo(ExitCode.NO_DISPLAY);
            assertThat(refused.said())
                    .contains("No window can be opened here: " + why)
                    .contains("classbarometer watch")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void where_no_window_can_be_opened_it_says_why_and_the_way_out() throws Exception {
        Path noFonts = folder.resolve("fonts.conf");
        Files.writeString(
                noFonts,
                "<fontconfig><cachedir>" + folder.resolve("cache") + "</cachedir></fontconfig>");
        Path libraries = Files.createDirectory(folder.resolve("libraries"));
        Files.createFile(libraries.resolve("libXtst.so.6"));

        assertNoWindow(DEAD_DISPLAY, "the display does not answer");
        try (VirtualScreen screen = VirtualScreen.start()) {
            Map<String, String> fontless = new HashMap<>(screen.environment());
            fontless.put("FONTCONFIG_FILE", noFonts.toString());
            assertNoWindow(fontless, "this computer has no font");

            Map<String, String> broken = new HashMap<>(screen.environment());
            broken.put("LD_LIBRARY_PATH", libraries.toString());
            assertNoWindow(broken, "a library of the system is missing or broken (libXtst.so.6)");
        }
    }

    @Test
    void every_command_works_also_where_the_display_does_not_answer() throws Exception {
        try (ProgramProcess program = new ProgramProcess(data(), DEAD_DISPLAY)) {
            assertThat(program.run("--version").said()).startsWith("ClassBarometer ");
            assertThat(program.run("help", "watch").said()).contains("--source");

            Ended kept =
                    program.run(
                            "watch",
                            "--source",
                            "demo",
                            "--for",
                            "11s",
                            "--record",
                            "--class",
                            "7b",
                            "--opted-in",
                            "14",
                            "--place",
                            "CH",
                            "--purpose",
                            "class");
            assertThat(kept.code()).as(kept.said()).isEqualTo(ExitCode.OK);
            assertThat(program.run("sessions").said()).contains("7b");

            Path exports = folder.resolve("exports");
            Ended exported =
                    program.run(
                            "export",
                            "--all",
                            "--out",
                            exports.toString(),
                            "--format",
                            "csv,html,pdf");
            assertThat(exported.code()).as(exported.said()).isEqualTo(ExitCode.OK);
            assertThat(exports).isDirectoryContaining("glob:**.pdf");

            Path faces =
                    Files.writeString(
                            folder.resolve("faces.csv"),
                            "path,label\n" + FACES + "/s01-happy.jpg,happy\n");
            assertThat(program.run("evaluate", "--data", faces.toString()).said())
                    .contains("Faces scored");
            assertThat(
                            program.run(
                                            "measure",
                                            "speed",
                                            "--people",
                                            "1",
                                            "--warm-up",
                                            "1s",
                                            "--for",
                                            "1s")
                                    .said())
                    .contains("| 1 | live |");
            assertThat(program.run("doctor").said()).contains("ONNX Runtime");
            assertThat(program.run("sessions", "--delete", "1", "--yes").code())
                    .isEqualTo(ExitCode.OK);
            assertThat(program.run("no-such-command").code()).isEqualTo(ExitCode.USAGE);
        }
    }
}
