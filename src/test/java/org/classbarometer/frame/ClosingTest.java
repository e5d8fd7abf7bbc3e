package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.classbarometer.frame.TestClips.Kind;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Mat;

/// Whoever closes a source need not know whether somebody did before.
class ClosingTest {
    @TempDir Path folder;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static void closeTwice(FrameSource source) throws FrameSourceException {
        Mat image = new Mat();
        assertThat(source.read(image)).as(source.name()).isPresent();
        source.close();
        assertThatCode(source::close).as(source.name()).doesNotThrowAnyException();
        image.release();
    }

    private static void openAndCloseTwice(SourceChoice choice) throws FrameSourceException {
        closeTwice(new SystemFrameSources().open(choice));
    }

    private byte[] clip(String format) throws Exception {
        Path file = folder.resolve("clip." + format);
        TestClips.write(file, new Kind(format, AV_CODEC_ID_H264, 320, 240, 20), 20, Map.of());
        return Files.readAllBytes(file);
    }

    @Test
    void a_recording_a_picture_a_folder_and_the_demo_class_may_be_closed_twice() throws Exception {
        byte[] jpeg = TestClips.jpeg(320, 240);
        clip("mp4");
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("one.jpg"), jpeg);
        Path motion = Files.write(folder.resolve("motion.mjpeg"), jpeg);
        Files.write(motion, jpeg, StandardOpenOption.APPEND);

        openAndCloseTwice(new SourceChoice.Demo());
        for (Path path :
                List.of(
                        folder.resolve("clip.mp4"),
                        pictures.resolve("one.jpg"),
                        pictures,
                        motion)) {
            openAndCloseTwice(new SourceChoice.File(path));
        }
    }

    @Test
    void a_network_camera_may_be_closed_twice() throws Exception {
        try (MjpegServer server =
                        new MjpegServer(0, List.of(TestClips.jpeg(320, 240)), clip("mp4"));
                RtspServer rtsp = new RtspServer(0, clip("h264"), 20)) {
            openAndCloseTwice(address("http", server.port(), "/video"));
            openAndCloseTwice(address("http", server.port(), "/clip"));
            openAndCloseTwice(address("rtsp", rtsp.port(), "/class"));
        }
    }

    private static SourceChoice address(String scheme, int port, String path) {
        return new SourceChoice.Stream(URI.create(scheme + "://127.0.0.1:" + port + path));
    }
}
