package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// Pictures come upright and with square pixels, however the camera was held and stored them.
class UprightTest {
    @TempDir Path folder;
    private final FrameSources sources = new SystemFrameSources();

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static Path input(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(UprightTest.class.getResource("/inputs/" + name)).toURI());
    }

    private Mat first(Path file) throws Exception {
        Mat image = new Mat();
        try (FrameSource source = sources.open(new SourceChoice.File(file))) {
            assertThat(source.read(image)).isPresent();
        }
        return image;
    }

    private static double difference(Mat one, Mat other) {
        Mat difference = new Mat();
        Core.absdiff(one, other, difference);
        Scalar mean = Core.mean(difference);
        difference.release();
        return (mean.val[0] + mean.val[1] + mean.val[2]) / 3;
    }

    @ParameterizedTest
    @CsvSource({
        "rot90.mp4, 1280, 720",
        "rot180.mp4, 1280, 720",
        "hflip.mp4, 1280, 720",
        "sar_43.mp4, 1280, 720",
        "sar_pal169.mp4, 1024, 576"
    })
    void a_phones_or_televisions_recording_looks_as_players_show_it(
            String name, int width, int height) throws Exception {
        Mat upright = first(input("ref.mp4"));
        Mat image = first(input(name));

        assertThat(image.size()).isEqualTo(new Size(width, height));
        Imgproc.resize(upright, upright, image.size());
        assertThat(difference(image, upright)).as("grey levels a pixel").isLessThan(6);
        image.release();
        upright.release();
    }

    @Test
    void the_size_told_is_the_size_shown() throws Exception {
        try (Recording recording =
                Recording.of(new SourceChoice.File(input("rot90.mp4")), Capture.Pace.EVERY_FRAME)) {
            SourceState.Playing playing = recording.await(SourceState.Playing.class);
            recording.awaitFrames(1);

            assertThat(playing.width()).isEqualTo(recording.frame(0).width());
            assertThat(playing.height()).isEqualTo(recording.frame(0).height());
        }
    }

    private static Mat quarters(int width, int height) {
        Mat image = new Mat(height, width, CvType.CV_8UC3, new Scalar(220, 30, 30));
        paint(image, width / 2, 0, new Scalar(30, 220, 30));
        paint(image, 0, height / 2, new Scalar(30, 30, 220));
        paint(image, width / 2, height / 2, new Scalar(220, 220, 220));
        return image;
    }

    private static void paint(Mat image, int x, int y, Scalar colour) {
        Mat quarter = image.submat(new Rect(x, y, image.cols() / 2, image.rows() / 2));
        quarter.setTo(colour);
        quarter.release();
    }

    /// OpenCV turns JPEGs by itself: what it shows is how the others must look too.
    private static Mat turnedByOpenCv(Mat stored, int orientation) {
        MatOfByte jpeg = new MatOfByte(HeldCameras.file("jpg", stored, orientation));
        Mat image = Imgcodecs.imdecode(jpeg, Imgcodecs.IMREAD_COLOR);
        jpeg.release();
        return image;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp", "tiff"})
    void a_picture_is_turned_as_the_camera_was_held(String type) throws Exception {
        Mat stored = quarters(64, 32);
        for (int orientation = 1; orientation <= 8; orientation++) {
            Path file = folder.resolve(orientation + "." + type);
            Files.write(file, HeldCameras.file(type, stored, orientation));
            Mat expected = turnedByOpenCv(stored, orientation);
            Mat image = first(file);

            assertThat(image.size()).as("%s %d", type, orientation).isEqualTo(expected.size());
            assertThat(difference(image, expected)).as("%s %d", type, orientation).isLessThan(8);
            image.release();
            expected.release();
        }
    }
}
