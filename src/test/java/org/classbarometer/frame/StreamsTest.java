package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.classbarometer.frame.TestClips.Kind;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Mat;

class StreamsTest {
    private static final long PROMPT_MILLIS = 3_000;

    @TempDir Path folder;

    private static SourceChoice address(String scheme, int port, String path) {
        return new SourceChoice.Stream(URI.create(scheme + "://127.0.0.1:" + port + path));
    }

    private static Recording play(SourceChoice choice) {
        return Recording.of(choice, Capture.Pace.SOURCE);
    }

    private static MjpegServer camera(int port) throws IOException {
        return new MjpegServer(port, List.of(TestClips.jpeg(320, 240)), new byte[0]);
    }

    private byte[] clip(String format) throws Exception {
        Path file = folder.resolve("clip." + format);
        TestClips.write(file, new Kind(format, AV_CODEC_ID_H264, 320, 240, 20), 40, Map.of());
        return Files.readAllBytes(file);
    }

    @Test
    void a_web_camera_plays_breaks_off_and_goes_on_by_itself() throws Exception {
        MjpegServer server = camera(0);
        int port = server.port();
        try (Recording recording = play(address("http", port, "/video"))) {
            recording.awaitFrames(10);
            assertThat(recording.all(SourceState.Playing.class)).hasSize(1);
            assertThat(recording.frame(0).width()).isEqualTo(320);

            server.close();
            assertThat(recording.await(SourceState.Waiting.class).problem()).contains("broke off");
            int before = recording.frames().size();

            try (MjpegServer _ = camera(port)) {
                recording.awaitFrames(before + 10);
                assertThat(recording.all(SourceState.Playing.class)).hasSize(2);
                assertThat(recording.all(SourceState.Waiting.class))
                        .as("told once a reason")
                        .doesNotHaveDuplicates();
                assertThat(recording.all(SourceState.Opening.class)).hasSize(1);
                assertThat(recording.frames()).extracting(Recording.Seen::sequence).isSorted();
                assertThat(recording.frames())
                        .extracting(Recording.Seen::sourceNanos)
                        .isSorted()
                        .doesNotHaveDuplicates();
                assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
            }
        } finally {
            server.close();
        }
    }

    @Test
    void a_web_camera_is_timed_by_arrival() throws Exception {
        try (MjpegServer server = camera(0);
                Recording recording = play(address("http", server.port(), "/video"))) {
            recording.awaitFrames(20);
            Recording.Seen first = recording.frame(5);
            Recording.Seen last = recording.frame(19);
            double source = last.sourceNanos() - first.sourceNanos();
            double real = last.capturedNanos() - first.capturedNanos();
            assertThat(source / real)
                    .as("twelve pictures a second are not taken for twenty-five")
                    .isBetween(0.7, 1.4);
        }
    }

    @Test
    void a_stream_may_change_its_resolution() throws Exception {
        List<byte[]> pictures = List.of(TestClips.jpeg(320, 240), TestClips.jpeg(641, 361));
        try (MjpegServer server = new MjpegServer(0, pictures, new byte[0]);
                Recording recording = play(address("http", server.port(), "/video"))) {
            recording.awaitFrames(12);
            assertThat(recording.frames()).extracting(Recording.Seen::width).contains(320, 641);
        }
    }

    @Test
    void a_recording_on_a_web_server_plays_like_a_file() throws Exception {
        try (MjpegServer server = new MjpegServer(0, List.of(), clip("mp4"));
                Recording recording =
                        Recording.of(
                                address("http", server.port(), "/clip"),
                                Capture.Pace.EVERY_FRAME)) {
            recording.await(SourceState.Ended.class);
            recording.awaitFrames(40);
            assertThat(recording.frame(39).sourceNanos()).isEqualTo(1_950_000_000L);
        }
    }

    @Test
    void a_recording_whose_server_sends_no_parts_fails_with_a_way_out() throws Exception {
        byte[] indexAtEnd;
        try (InputStream demo =
                Objects.requireNonNull(
                        StreamsTest.class.getResourceAsStream(
                                "/org/classbarometer/demo/classroom.mp4"))) {
            indexAtEnd = demo.readAllBytes();
        }
        try (MjpegServer server = new MjpegServer(0, List.of(), indexAtEnd);
                Recording recording = play(address("http", server.port(), "/clip"))) {
            assertThat(recording.await(SourceState.Failed.class).problem())
                    .contains("the server cannot send parts of it")
                    .contains("Download it");
        }
    }

    @Test
    void an_rtsp_camera_plays_breaks_off_and_goes_on_by_itself() throws Exception {
        byte[] h264 = clip("h264");
        RtspServer server = new RtspServer(0, h264, 20);
        int port = server.port();
        try (Recording recording = play(address("rtsp", port, "/class"))) {
            recording.awaitFrames(20);
            assertThat(recording.frame(0).width()).isEqualTo(320);
            // The middle one of the steps: a busy machine may have dropped a frame or seen one
            // twice.
            long step =
                    IntStream.range(9, 19)
                            .mapToLong(i ->
                                    recording.frame(i + 1).sourceNanos()
                                            - recording.frame(i).sourceNanos())
                            .sorted()
                            .skip(5)
                            .findFirst()
                            .orElseThrow();
            assertThat(step)
                    .as("by the camera's own clock")
                    .isCloseTo(50_000_000L, within(1_000_000L));

            server.close();
            recording.await(SourceState.Waiting.class);
            int before = recording.frames().size();

            try (RtspServer _ = new RtspServer(port, h264, 20)) {
                recording.awaitFrames(before + 10);
                assertThat(recording.frames()).extracting(Recording.Seen::sourceNanos).isSorted();
                assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
            }
        } finally {
            server.close();
        }
    }

    @Test
    void the_pictures_of_an_rtsp_camera_are_right() throws Exception {
        OpenCv.load();
        Mat image = new Mat();
        try (RtspServer server = new RtspServer(0, clip("h264"), 20);
                FrameSource source =
                        new SystemFrameSources().open(address("rtsp", server.port(), "/class"))) {
            assertThat(source.recorded()).isFalse();
            for (int i = 0; i < 5; i++) {
                assertThat(source.read(image)).isPresent();
                assertThat(TestClips.looksRight(image)).isTrue();
            }
        }
        image.release();
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, there is nothing at this address",
        "/private, wants another user name or password",
        "/text, is no video"
    })
    void a_server_without_the_video_fails_at_once(String path, String reason) throws Exception {
        try (MjpegServer server = camera(0);
                Recording recording = play(address("http", server.port(), path))) {
            assertThat(recording.await(SourceState.Failed.class).problem())
                    .contains(":" + server.port() + path)
                    .contains(reason);
            assertThat(recording.all(SourceState.Waiting.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "rtsp"})
    void a_refused_connection_fails_at_once(String scheme) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Recording recording = play(address(scheme, port, "/video"))) {
            assertThat(recording.await(SourceState.Failed.class).problem())
                    .contains("cannot be reached: Connection refused");
        }
    }

    @Test
    void an_unknown_host_fails_by_name() {
        SourceChoice choice =
                new SourceChoice.Stream(URI.create("http://user:secret@nowhere.invalid/video"));
        try (Recording recording = play(choice)) {
            assertThat(recording.await(SourceState.Failed.class).problem())
                    .contains("the host nowhere.invalid is not known")
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "rtsp"})
    void a_server_that_never_answers_does_not_delay_stopping(String scheme) throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Recording recording = play(address(scheme, mute.getLocalPort(), "/video"))) {
            try (var _ = mute.accept()) {
                assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
                assertThat(recording.states()).hasSize(1);
            }
        }
    }

    @Test
    void a_stream_that_falls_silent_is_noticed_and_does_not_delay_stopping() throws Exception {
        try (MjpegServer server = camera(0);
                Recording recording = play(address("http", server.port(), "/silent"))) {
            recording.awaitFrames(1);
            assertThat(recording.await(SourceState.Waiting.class).problem())
                    .contains("sends nothing");
            recording.awaitFrames(2);
            int told = recording.states().size();
            assertThat(recording.stopMillis()).isLessThan(PROMPT_MILLIS);
            assertThat(recording.states()).as("stopping is no trouble").hasSize(told);
        }
    }
}
