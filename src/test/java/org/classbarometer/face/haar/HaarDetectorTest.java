package org.classbarometer.face.haar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.face.follow.FollowingFinder;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class HaarDetectorTest {
    private static final Path CASCADES = Path.of("cascades");
    private static final long FRAME = 40_000_000L;

    /// The first frame of the demo class: twelve faces of about 110 pixels.
    private static Mat classroom;

    private FaceFinder finder;

    @BeforeAll
    static void readClassroom() throws Exception {
        OpenCv.load();
        Mat image = new Mat();
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            demo.read(image);
        }
        classroom = new Mat();
        Imgproc.cvtColor(image, classroom, Imgproc.COLOR_BGR2GRAY);
    }

    @BeforeEach
    void open() throws CascadeException {
        finder = new FollowingFinder(HaarDetector.open(CASCADES));
    }

    @AfterEach
    void close() {
        finder.close();
    }

    private static Mat blank(int width, int height) {
        return new Mat(height, width, CvType.CV_8UC1, new Scalar(128));
    }

    private static Mat scaled(double factor) {
        Mat result = new Mat();
        Imgproc.resize(classroom, result, new Size(), factor, factor, Imgproc.INTER_AREA);
        return result;
    }

    @Test
    void a_single_picture_shows_its_faces_at_once() {
        assertThat(finder.find(classroom, Masks.NONE, 0))
                .hasSize(12)
                .allSatisfy(face -> assertThat(face.found()).isTrue())
                .extracting(TrackedFace::track)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,700", "23,23", "24,24", "25,600", "641,479", "3000,40"})
    void a_blank_picture_of_any_size_has_no_face(int width, int height) {
        assertThat(finder.find(blank(width, height), Masks.NONE, 0)).isEmpty();
        assertThat(finder.find(blank(width, height), Masks.NONE, FRAME)).isEmpty();
    }

    @Test
    void a_picture_without_a_pixel_has_no_face() {
        assertThat(finder.find(new Mat(), Masks.NONE, 0)).isEmpty();
    }

    @Test
    void faces_are_found_in_a_picture_of_8000_by_6000() {
        Mat large = blank(8000, 6000);
        Mat faces = scaled(6000.0 / 1280);
        faces.copyTo(large.submat(new Rect(0, 0, faces.cols(), faces.rows())));
        assertThat(finder.find(large, Masks.NONE, 0)).hasSizeGreaterThanOrEqualTo(11);
    }

    @Test
    void small_faces_are_found_and_so_is_one_that_fills_the_picture() {
        assertThat(finder.find(scaled(0.3), Masks.NONE, 0)).hasSizeGreaterThanOrEqualTo(10);

        finder.reset();
        Box face = finder.find(classroom, Masks.NONE, 0).getFirst().box();
        int margin = face.height() / 6;
        Rect part = new Rect(face.x() - margin, face.y() - margin, face.width() + 2 * margin, 0);
        part.height = part.width;
        Mat portrait = new Mat();
        Imgproc.resize(classroom.submat(part), portrait, new Size(720, 720));
        finder.reset();
        assertThat(finder.find(portrait, Masks.NONE, 0))
                .singleElement()
                .satisfies(found -> assertThat(found.box().height()).isGreaterThan(400));
    }

    @Test
    void the_frame_may_change_its_size_while_it_plays() {
        finder.find(classroom, Masks.NONE, 0);
        List<TrackedFace> halved = finder.find(scaled(0.5), Masks.NONE, FRAME);

        assertThat(halved).hasSizeGreaterThanOrEqualTo(11);
        assertThat(halved).allSatisfy(face -> assertThat(face.track()).isGreaterThan(12));
    }

    @Test
    void no_face_is_reported_under_a_mask_drawn_now() {
        finder.find(classroom, Masks.NONE, 0);
        Masks leftHalf = new Masks(List.of(new Masks.Region(0, 0, 0.5, 1)));

        List<TrackedFace> faces = finder.find(classroom, leftHalf, FRAME);

        assertThat(faces).hasSize(6);
        assertThat(faces).allSatisfy(face -> assertThat(face.box().x()).isGreaterThan(600));
    }

    @Test
    void a_cut_to_another_scene_ends_every_track_at_once() {
        finder.find(classroom, Masks.NONE, 0);
        Mat turned = new Mat();
        Core.flip(classroom, turned, -1);
        assertThat(finder.find(turned, Masks.NONE, FRAME))
                .allSatisfy(face -> assertThat(face.track()).isGreaterThan(12));
    }

    @Test
    void the_same_class_after_a_long_pause_gets_new_numbers() {
        finder.find(classroom, Masks.NONE, 0);
        assertThat(finder.find(classroom, Masks.NONE, 1_000_000_000L))
                .allSatisfy(face -> assertThat(face.track()).isLessThanOrEqualTo(12));
        assertThat(finder.find(classroom, Masks.NONE, 20_000_000_000L))
                .hasSize(12)
                .allSatisfy(face -> assertThat(face.track()).isGreaterThan(12));
    }

    @Test
    void someone_who_comes_in_later_is_found_within_two_seconds() {
        Mat empty = classroom.clone();
        Box last = finder.find(classroom, Masks.NONE, 0).getLast().box();
        finder.reset();
        Imgproc.rectangle(
                empty,
                new Rect(last.x() - 20, last.y() - 30, last.width() + 40, last.height() + 60),
                new Scalar(90),
                Imgproc.FILLED);
        assertThat(finder.find(empty, Masks.NONE, 0)).hasSize(11);
        int faces = 0;
        for (int i = 1; i <= 50 && faces < 12; i++) {
            faces = finder.find(classroom, Masks.NONE, i * FRAME).size();
        }
        assertThat(faces).isEqualTo(12);
    }

    @Test
    void a_reset_begins_to_count_from_one() {
        finder.find(classroom, Masks.NONE, 0);
        finder.reset();
        assertThat(finder.find(classroom, Masks.NONE, 0).getFirst().track()).isEqualTo(1);
    }

    @Test
    void a_missing_damaged_or_foreign_cascade_is_named(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> HaarDetector.open(folder))
                .isInstanceOf(CascadeException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("frontalface_default");

        for (String name : List.of("default", "alt2", "alt")) {
            String file = "haarcascade_frontalface_" + name + ".xml";
            Files.copy(CASCADES.resolve(file), folder.resolve(file));
        }
        Path profile = folder.resolve("haarcascade_profileface.xml");
        byte[] whole = Files.readAllBytes(CASCADES.resolve(profile.getFileName()));
        byte[] truncated = java.util.Arrays.copyOf(whole, whole.length / 2);
        for (byte[] content :
                List.of(truncated, "<opencv_storage/>".getBytes(UTF_8), new byte[0])) {
            Files.write(profile, content);
            assertThatThrownBy(() -> HaarDetector.open(folder))
                    .isInstanceOf(CascadeException.class)
                    .hasMessageContaining(profile.toString());
        }
        Files.write(profile, whole);
        try (FaceFinder repaired = open(folder)) {
            assertThat(repaired.find(blank(50, 50), Masks.NONE, 0)).isEmpty();
        }
    }

    private static FaceFinder open(Path folder) {
        try {
            return new FollowingFinder(HaarDetector.open(folder));
        } catch (CascadeException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
