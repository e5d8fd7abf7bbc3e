package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

class ImageFoldersTest {
    @TempDir Path folder;
    private final FrameSources sources = new SystemFrameSources();

    private FrameSource open(Path path) throws FrameSourceException {
        return sources.open(new SourceChoice.File(path));
    }

    private void write(String name, Mat image) {
        assertThat(Imgcodecs.imwrite(folder.resolve(name).toString(), image)).isTrue();
        image.release();
    }

    private static Mat converted(int width, int height, int code) {
        Mat image = TestClips.image(width, height);
        Imgproc.cvtColor(image, image, code);
        return image;
    }

    private static List<Size> sizes(FrameSource source) throws FrameSourceException {
        List<Size> sizes = new ArrayList<>();
        Mat image = new Mat();
        long expected = 0;
        for (OptionalLong time = source.read(image); time.isPresent(); time = source.read(image)) {
            assertThat(time).hasValue(expected);
            assertThat(image.type()).isEqualTo(CvType.CV_8UC3);
            expected += 1_000_000_000L;
            sizes.add(image.size());
        }
        image.release();
        return sizes;
    }

    @Test
    void images_are_shown_one_a_second_in_the_order_a_person_counts() throws Exception {
        write("img10.jpg", TestClips.image(10, 8));
        write("img9.jpg", TestClips.image(9, 8));
        write("IMG1.png", TestClips.image(1, 8));
        write("img2.bmp", TestClips.image(2, 8));
        write("img3.webp", TestClips.image(3, 8));
        write("img4.tiff", TestClips.image(4, 8));
        Files.writeString(folder.resolve("notes.txt"), "not shown");
        Files.write(folder.resolve("._img1.jpg"), new byte[] {1, 2, 3});
        Files.createDirectory(folder.resolve("img5.jpg"));

        try (FrameSource source = open(folder)) {
            assertThat(source.recorded()).isTrue();
            assertThat(source.framesPerSecond()).isEqualTo(1);
            assertThat(sizes(source))
                    .extracting(size -> size.width)
                    .containsExactly(1., 2., 3., 4., 9., 10.);
            assertThat(source.name())
                    .isEqualTo(folder.getFileName() + " (2 files left out: img5.jpg, notes.txt)");
        }
    }

    @Test
    void grey_alpha_and_deep_images_become_ordinary_ones() throws Exception {
        OpenCv.load();
        write("1-alpha.png", converted(40, 20, Imgproc.COLOR_BGR2BGRA));
        Mat deep = TestClips.image(40, 20);
        deep.convertTo(deep, CvType.CV_16UC3, 257);
        write("2-deep.png", deep);
        Mat image = new Mat();

        try (FrameSource source = open(folder)) {
            for (int i = 0; i < 2; i++) {
                assertThat(source.read(image)).isPresent();
                assertThat(image.type()).isEqualTo(CvType.CV_8UC3);
                assertThat(TestClips.looksRight(image)).isTrue();
            }
        }
        write("3-grey.png", new Mat(20, 40, CvType.CV_8UC1, new Scalar(77)));
        write("4-deep-grey.png", new Mat(20, 40, CvType.CV_16UC1, new Scalar(77 * 257)));
        for (String grey : List.of("3-grey.png", "4-deep-grey.png")) {
            try (FrameSource source = open(folder.resolve(grey))) {
                assertThat(source.read(image)).isPresent();
                assertThat(image.get(5, 5)).containsExactly(77, 77, 77);
            }
        }
        image.release();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void the_smallest_image_works_and_a_huge_one_is_scaled_down(String type) throws Exception {
        OpenCv.load();
        write("1." + type, TestClips.image(1, 1));
        write("2." + type, TestClips.image(8000, 6000));
        write("3." + type, TestClips.image(50, 5000));
        Mat image = new Mat();

        try (FrameSource source = open(folder)) {
            assertThat(source.read(image)).isPresent();
            assertThat(image.size()).isEqualTo(new Size(1, 1));
            assertThat(source.read(image)).isPresent();
            assertThat(image.size()).isEqualTo(new Size(1920, 1440));
            assertThat(TestClips.looksRight(image)).isTrue();
            assertThat(source.read(image)).isPresent();
            assertThat(image.size()).isEqualTo(new Size(19, 1920));
        }
        image.release();
    }

    @Test
    void an_image_that_cannot_be_read_is_left_out_counted_and_named() throws Exception {
        OpenCv.load();
        write("1.jpg", TestClips.image(16, 16));
        Files.writeString(folder.resolve("2.jpg"), "no image");
        Files.createFile(folder.resolve("3.jpg"));
        write("4.jpg", TestClips.image(16, 16));

        try (Recording recording =
                Recording.of(new SourceChoice.File(folder), Capture.Pace.EVERY_FRAME)) {
            SourceState.Ended ended = recording.await(SourceState.Ended.class);

            assertThat(ended.name())
                    .isEqualTo(folder.getFileName() + " (2 files left out: 2.jpg, 3.jpg)");
            assertThat(recording.all(SourceState.Playing.class)).hasSize(2);
            recording.awaitFrames(2);
        }
    }

    @Test
    void a_folder_of_nothing_but_unreadable_images_is_refused_by_name() throws Exception {
        Files.writeString(folder.resolve("1.jpg"), "no image");
        Files.writeString(folder.resolve("2.png"), "neither");

        try (Recording recording =
                Recording.of(new SourceChoice.File(folder), Capture.Pace.SOURCE)) {
            assertThat(recording.await(SourceState.Failed.class).problem())
                    .contains("nothing in it can be shown (1.jpg, 2.png)");
        }
    }

    @Test
    void a_folder_without_images_is_refused() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "no image");

        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining(folder + " holds no images")
                .hasMessageContaining("notes.txt");
    }

    @Test
    void one_image_is_a_source_too() throws Exception {
        OpenCv.load();
        write("only.jpg", TestClips.image(64, 48));

        try (FrameSource source = open(folder.resolve("only.jpg"))) {
            assertThat(source.name()).isEqualTo("only.jpg");
            assertThat(sizes(source)).containsExactly(new Size(64, 48));
        }
    }

    @Test
    void a_picture_too_large_is_refused_before_it_is_decoded() throws Exception {
        OpenCv.load();
        // The headers of pictures of 32,000 by 32,000 pixels: decoded they would be 3 gigabytes.
        Files.write(folder.resolve("1.png"), sized(".png", 16, 32_000));
        Files.write(folder.resolve("2.bmp"), sized(".bmp", 18, Integer.reverseBytes(32_000)));
        write("3.jpg", TestClips.image(16, 16));
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("4.jpg").toFile(), "rw")) {
            sparse.write(TestClips.jpeg(16, 16));
            sparse.setLength(600_000_000);
        }

        try (FrameSource source = open(folder)) {
            assertThat(sizes(source)).containsExactly(new Size(16, 16));
            assertThat(source.name())
                    .endsWith(
                            " (3 files left out: 1.png (too large), 2.bmp (too large), 4.jpg (too"
                                    + " large))");
        }
    }

    private static byte[] sized(String type, int place, int side) {
        Mat image = TestClips.image(16, 16);
        MatOfByte bytes = new MatOfByte();
        Imgcodecs.imencode(type, image, bytes);
        byte[] file = bytes.toArray();
        ByteBuffer.wrap(file).putInt(place, side).putInt(place + 4, side);
        image.release();
        bytes.release();
        return file;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_is_refused_instead_of_waited_for() throws Exception {
        Path pipe = folder.resolve("pipe.mp4");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        assertThatThrownBy(() -> open(pipe))
                .isInstanceOf(FrameSourceException.class)
                .hasMessageContaining(pipe + " is no file or folder but a device or a pipe");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_in_a_folder_is_passed_over_and_named() throws Exception {
        write("1.jpg", TestClips.image(16, 16));
        Path pipe = folder.resolve("2.jpg");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        try (FrameSource source = open(folder)) {
            assertThat(sizes(source)).hasSize(1);
            assertThat(source.name()).endsWith(" (one file left out: 2.jpg)");
        }
    }
}
