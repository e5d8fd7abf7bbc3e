package org.classbarometer.frame;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.classbarometer.frame.TestClips.Kind;
import org.classbarometer.frame.media.VideoSource;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;
import org.opencv.core.Mat;

class DemoClassTest {
    private static final int FRAMES = 444;

    @Test
    void the_demo_class_plays_round_and_round_with_time_going_on() throws Exception {
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            assertThat(demo.recorded()).isTrue();
            assertThat(demo.framesPerSecond()).isEqualTo(12);
            Mat image = new Mat();
            Mat first = new Mat();
            long last = -1;
            for (int i = 0; i < FRAMES + 24; i++) {
                OptionalLong time = demo.read(image);
                assertThat(time).isPresent();
                assertThat(time.getAsLong()).isGreaterThan(last);
                last = time.getAsLong();
                if (i == 0) {
                    image.copyTo(first);
                }
                if (i == FRAMES) {
                    assertThat(Core.norm(first, image)).as("starts again").isZero();
                }
            }
            assertThat(image.cols()).isEqualTo(1280);
            assertThat(image.rows()).isEqualTo(720);
            assertThat(last).isCloseTo(Math.round((FRAMES + 23) * 1e9 / 12), within(200_000_000L));
            image.release();
            first.release();
        }
    }

    @Test
    void many_sources_can_be_opened_after_another() throws Exception {
        Mat image = new Mat();
        for (int i = 0; i < 30; i++) {
            try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
                assertThat(demo.read(image)).isPresent();
            }
        }
        image.release();
    }

    private static byte[] clip() throws IOException {
        try (InputStream clip =
                VideoSource.class.getResourceAsStream("/org/classbarometer/demo/classroom.mp4")) {
            return requireNonNull(clip).readAllBytes();
        }
    }

    private static boolean saysDemo(SourceChoice choice) throws Exception {
        try (FrameSource source = new SystemFrameSources().open(choice)) {
            Mat image = new Mat();
            assertThat(source.read(image)).as(source.name()).isPresent();
            image.release();
            return source.isDemo();
        }
    }

    @Test
    void no_copy_of_its_pictures_is_the_demo_class(@TempDir Path folder) throws Exception {
        byte[] clip = clip();
        Path copy = Files.write(folder.resolve("classroom.mp4"), clip);
        Path demo = Files.write(folder.resolve("demo"), clip);
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Path picture = Files.write(pictures.resolve("one.jpg"), TestClips.jpeg(320, 240));

        assertThat(saysDemo(new SourceChoice.Demo())).isTrue();
        for (Path path : List.of(copy, demo, pictures, picture)) {
            assertThat(saysDemo(new SourceChoice.File(path))).as("%s", path).isFalse();
        }
        Path other = folder.resolve("other.mp4");
        TestClips.write(other, new Kind("mp4", AV_CODEC_ID_H264, 320, 240, 20), 20, Map.of());
        byte[] video = Files.readAllBytes(other);
        try (MjpegServer server = new MjpegServer(0, List.of(TestClips.jpeg(320, 240)), video)) {
            for (String path : List.of("/video", "/clip")) {
                URI address = URI.create("http://127.0.0.1:" + server.port() + path);
                assertThat(saysDemo(new SourceChoice.Stream(address))).as(path).isFalse();
            }
        }
    }

    // Cameras and the screen are not there on every computer: no other class may even say so.
    @Test
    void no_other_kind_of_source_can_say_that_it_is_the_demo_class() {
        assertThat(
                        new ClassFileImporter()
                                        .withImportOption(
                                                location -> !location.contains("test-classes"))
                                        .importPackages("org.classbarometer")
                                        .stream()
                                        .filter(type -> type.isAssignableTo(FrameSource.class))
                                        .filter(type -> !type.isInterface())
                                        .filter(type -> type.tryGetMethod("isDemo").isPresent())
                                        .map(JavaClass::getSimpleName))
                .containsExactly("VideoSource");
    }

    @Test
    void each_frame_says_whether_it_is_of_the_demo_class(@TempDir Path folder) throws Exception {
        byte[] clip = clip();
        Path copy = Files.write(folder.resolve("classroom.mp4"), clip);
        try (Recording recording = Recording.of(new SourceChoice.Demo(), Capture.Pace.SOURCE)) {
            recording.awaitFrames(2);
            assertThat(recording.frame(1).demo()).isTrue();
        }
        try (Recording recording =
                Recording.of(new SourceChoice.File(copy), Capture.Pace.EVERY_FRAME)) {
            recording.awaitFrames(2);
            assertThat(recording.frame(1).demo()).isFalse();
        }
    }

    @Test
    void played_live_it_takes_its_time() throws Exception {
        try (Recording recording = Recording.of(new SourceChoice.Demo(), Capture.Pace.SOURCE)) {
            recording.awaitFrames(12);
            assertThat(recording.frame(11).sourceNanos())
                    .isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
            assertThat(recording.elapsedNanos()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(900));
            assertThat(recording.last(SourceState.Playing.class))
                    .isEqualTo(Optional.of(new SourceState.Playing("Demo class", 1280, 720, 12)));
        }
    }
}
