package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.classbarometer.frame.WireServer.bytes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;

/// JPEGs one after another, as cameras on the network and files have them.
class OddCamerasTest {
    private static final int PICTURES = 6;

    @TempDir Path folder;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static List<byte[]> camera(String contentType, String before, String after) {
        byte[] picture = TestClips.jpeg(320, 240);
        List<byte[]> wire = new ArrayList<>();
        String type = contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n";
        wire.add(bytes("HTTP/1.0 200 OK\r\n" + type + "\r\n"));
        for (int i = 0; i < PICTURES; i++) {
            wire.add(bytes(before.translateEscapes().replace("LENGTH", "" + picture.length)));
            wire.add(picture);
            wire.add(bytes(after.translateEscapes()));
        }
        return wire;
    }

    private static int pictures(SourceChoice choice) throws Exception {
        Mat image = new Mat();
        int seen = 0;
        try (FrameSource source = new SystemFrameSources().open(choice)) {
            while (seen < PICTURES && source.read(image).isPresent()) {
                assertThat(TestClips.looksRight(image)).isTrue();
                seen++;
            }
        }
        image.release();
        return seen;
    }

    private static SourceChoice at(WireServer server, String path) {
        return new SourceChoice.Stream(URI.create(server.address("http", path)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "multipart/x-mixed-replace; boundary=f|--f\\r\\nContent-Type: image/jpeg\\r\\n\\r\\n|\\r\\n",
                "multipart/x-mixed-replace; boundary=f|--f\\r\\nContent-Type: image/jpg\\r\\nContent-Length: LENGTH\\r\\n\\r\\n|\\r\\n",
                "multipart/x-mixed-replace; boundary=f|--f\\r\\n\\r\\n|\\r\\n",
                "multipart/x-mixed-replace;boundary=\"a b\"|--a b\\r\\nContent-Type: image/jpeg\\r\\n\\r\\n|\\r\\n",
                "multipart/x-mixed-replace; boundary=--f|--f\\r\\nContent-Type: image/jpeg\\r\\n\\r\\n|\\r\\n",
                "multipart/x-mixed-replace; boundary=f|f\\r\\nContent-Type: image/jpeg\\r\\n\\r\\n|\\r\\n",
                "multipart/x-mixed-replace; boundary=f|--f\\nContent-Type: image/jpeg\\n\\n|\\n",
                "multipart/x-mixed-replace; boundary=f|Content-Type: image/jpeg\\r\\nContent-Length: LENGTH\\r\\n\\r\\n|\\r\\n--f\\r\\n",
                "multipart/x-mixed-replace; boundary=f|--f\\r\\nContent-Length: 17\\r\\n\\r\\n|\\r\\n",
                "|--f\\r\\nContent-Type: image/jpeg\\r\\n\\r\\n|\\r\\n",
                "application/octet-stream|--f\\r\\nContent-Type: image/jpeg\\r\\n\\r\\n|\\r\\n",
                "image/jpeg||",
                "video/x-motion-jpeg||",
            })
    void an_odd_camera_plays(String contentType, String before, String after) throws Exception {
        List<byte[]> wire =
                camera(
                        contentType == null ? "" : contentType,
                        before == null ? "" : before,
                        after == null ? "" : after);
        try (WireServer server = new WireServer("127.0.0.1", _ -> wire)) {
            assertThat(pictures(at(server, "/video"))).isEqualTo(PICTURES);
        }
    }

    @Test
    void one_picture_on_a_server_is_shown_once() throws Exception {
        byte[] picture = TestClips.jpeg(320, 240);
        try (WireServer server =
                        new WireServer("127.0.0.1", _ -> WireServer.found("image/jpeg", picture));
                Recording recording =
                        Recording.of(at(server, "/snapshot.jpg"), Capture.Pace.EVERY_FRAME)) {
            recording.await(SourceState.Ended.class);
            recording.awaitFrames(1);

            assertThat(recording.frames()).hasSize(1);
        }
    }

    @Test
    void a_picture_that_never_ends_is_given_up_and_not_kept_in_memory() throws Exception {
        List<byte[]> wire = new ArrayList<>();
        wire.add(
                bytes(
                        "HTTP/1.0 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\u00FF\u00D8\u00FF\u00DA\0\2"));
        wire.addAll(Collections.nCopies(2_000, new byte[1 << 20]));
        try (WireServer server = new WireServer("127.0.0.1", _ -> wire);
                Recording recording = Recording.of(at(server, "/video"), Capture.Pace.SOURCE)) {
            assertThat(recording.await(SourceState.Failed.class).problem()).contains("is no video");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PICTURES})
    void a_file_of_pictures_plays_like_a_recording(int count) throws Exception {
        Path file = folder.resolve("clip.mjpeg");
        for (int i = 0; i < count; i++) {
            append(file, TestClips.jpeg(320, 240));
        }

        assertThat(pictures(new SourceChoice.File(file))).isEqualTo(count);
    }

    private static void append(Path file, byte[] picture) throws IOException {
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        byte[] both = java.util.Arrays.copyOf(before, before.length + picture.length);
        System.arraycopy(picture, 0, both, before.length, picture.length);
        Files.write(file, both);
    }

    @Test
    void a_capital_scheme_is_an_address_too() throws Exception {
        List<byte[]> wire = camera("image/jpeg", "", "");
        try (WireServer server = new WireServer("127.0.0.1", _ -> wire)) {
            SourceChoice choice = SourceChoice.parse("HTTP://127.0.0.1:" + server.port() + "/v");

            assertThat(pictures(choice)).isEqualTo(PICTURES);
        }
    }
}
