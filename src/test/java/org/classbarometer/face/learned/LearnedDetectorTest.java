package org.classbarometer.face.learned;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.face.follow.FollowingFinder;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Finders;
import org.classbarometer.setup.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class LearnedDetectorTest {
    @TempDir private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("face.onnx"), bytes);
    }

    private List<Sighting> whole(TinyFinder tiny, int level) throws Exception {
        return look(0, tiny, level, 320, 240);
    }

    /// What one look of the plan finds in a picture of one grey.
    private List<Sighting> look(int number, TinyFinder tiny, int level, int width, int height)
            throws Exception {
        List<Sighting> found = new ArrayList<>();
        try (LearnedDetector detector = LearnedDetector.open(file(tiny.bytes()));
                Pyramid frame = new Pyramid()) {
            Mat grey = new Mat(height, width, CvType.CV_8UC1, new Scalar(level));
            frame.begin(grey);
            detector.plan(width, height).get(number).search().in(frame, found::add);
            grey.release();
        }
        return found;
    }

    @Test
    void boxes_that_cover_each_other_are_one_face_framed_as_a_cascade_frames_it() throws Exception {
        TinyFinder tiny = new TinyFinder();
        tiny.box = new float[] {10, 20, 40, 60};
        tiny.metadata.put("framing", "0.5,0.25,0.5,0.5");

        assertThat(whole(tiny, 200))
                .singleElement()
                .satisfies(face -> {
                    assertThat(face.size()).isEqualTo(0.5 * 40 + 0.25 * 60);
                    assertThat(face.centreX()).isEqualTo(10 + 0.5 * 40);
                    assertThat(face.centreY()).isEqualTo(20 + 0.5 * 60);
                    assertThat(face.score()).isGreaterThan(Sighting.SURE);
                });
    }

    @Test
    void a_look_from_further_away_leaves_small_faces_to_the_one_before() throws Exception {
        TinyFinder tiny = new TinyFinder();
        tiny.box = new float[] {40, 40, 30, 30};
        assertThat(look(1, tiny, 200, 640, 480))
                .singleElement()
                .matches(face -> face.size() == 2 * 30);

        tiny.box = new float[] {40, 40, 20, 20};
        assertThat(look(0, tiny, 200, 640, 480)).hasSize(1);
        assertThat(look(1, tiny, 200, 640, 480)).isEmpty();
    }

    @Test
    void a_weak_box_keeps_a_face_alive_and_begins_none() throws Exception {
        assertThat(whole(new TinyFinder(), 110))
                .singleElement()
                .satisfies(face ->
                        assertThat(face.score()).isBetween(Sighting.DOUBTFUL, Sighting.LIKELY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind",
                "strides",
                "threshold",
                "weak_threshold",
                "overlap",
                "smallest_face",
                "largest_face",
                "framing",
                "trained_on",
                "licence",
                "version",
                "card"
            })
    void a_missing_key_is_named(String key) throws IOException {
        TinyFinder tiny = new TinyFinder();
        tiny.metadata.remove(key);
        Path file = file(tiny.bytes());

        assertThatThrownBy(() -> LearnedDetector.open(file))
                .isInstanceOf(FinderException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(key);
    }

    @Test
    void a_number_out_of_its_range_is_named() throws IOException {
        TinyFinder tiny = new TinyFinder();
        tiny.metadata.put("weak_threshold", "0.9");
        Path file = file(tiny.bytes());

        assertThatThrownBy(() -> LearnedDetector.open(file))
                .hasMessageContaining("weak_threshold")
                .hasMessageContaining("0.9");
    }

    @Test
    void missing_truncated_and_foreign_files_are_refused_by_name() throws IOException {
        byte[] whole = new TinyFinder().bytes();
        assertThatThrownBy(() -> LearnedDetector.open(folder.resolve("none.onnx")))
                .isInstanceOf(FinderException.class)
                .hasMessageContaining("none.onnx");
        for (byte[] broken :
                List.of(
                        Arrays.copyOf(whole, whole.length / 2),
                        "a text".getBytes(UTF_8),
                        new byte[0])) {
            Path file = file(broken);
            assertThatThrownBy(() -> LearnedDetector.open(file))
                    .isInstanceOf(FinderException.class)
                    .hasMessageContaining("face.onnx");
        }
        assertThatThrownBy(() -> LearnedDetector.open(Path.of("models/expression.onnx")))
                .isInstanceOf(FinderException.class)
                .hasMessageContaining("kind");
    }

    @Test
    void a_file_that_answers_with_no_numbers_is_refused() throws IOException {
        TinyFinder tiny = new TinyFinder();
        tiny.box = new float[] {0, 0, Float.NaN, 10};
        Path file = file(tiny.bytes());

        assertThatThrownBy(() -> LearnedDetector.open(file)).isInstanceOf(FinderException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 31, 33, 640, 2000})
    void pictures_of_any_size_are_looked_at(int side) throws Exception {
        try (FaceFinder finder =
                new FollowingFinder(LearnedDetector.open(file(new TinyFinder().bytes())))) {
            Mat black = new Mat(side, 2 * side, CvType.CV_8UC1, new Scalar(0));
            assertThat(finder.find(black, Masks.NONE, 0)).isEmpty();
            black.release();
        }
    }

    @Test
    void a_file_that_sees_thousands_of_faces_in_noise_gets_a_bounded_answer() throws Exception {
        TinyFinder tiny = new TinyFinder();
        tiny.scatter = 0.3f;
        tiny.box = new float[] {300, 200, 12, 12};
        tiny.metadata.put("threshold", "0.3");
        Mat noise = new Mat(480, 640, CvType.CV_8UC1);
        Core.setRNGSeed(5);
        Core.randu(noise, 0, 256);
        try (FaceFinder finder = new FollowingFinder(LearnedDetector.open(file(tiny.bytes())))) {
            assertThat(finder.find(noise, Masks.NONE, 0)).hasSizeBetween(20, 200);
            assertThat(finder.find(noise, Masks.NONE, 40_000_000L)).hasSizeLessThanOrEqualTo(200);
        } finally {
            noise.release();
        }
    }

    @Test
    void a_learned_face_is_followed_under_one_number() throws Exception {
        TinyFinder tiny = new TinyFinder();
        tiny.box = new float[] {100, 80, 60, 60};
        try (FaceFinder finder = new FollowingFinder(LearnedDetector.open(file(tiny.bytes())))) {
            Mat white = new Mat(240, 320, CvType.CV_8UC1, new Scalar(220));
            for (int i = 0; i < 20; i++) {
                List<TrackedFace> faces = finder.find(white, Masks.NONE, i * 110_000_001L);
                assertThat(faces)
                        .anySatisfy(face -> {
                            assertThat(face.track()).isEqualTo(1);
                            assertThat(face.box().overlap(new Box(100, 80, 60, 60)))
                                    .isGreaterThan(0.7);
                        });
            }
            white.release();
        }
    }

    @Test
    void without_a_usable_file_faces_are_found_by_haar_and_the_reason_is_told() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.writeString(models.resolve("face.onnx"), "broken");
        Path home = Files.createDirectories(folder.resolve("cascades"));
        try (var all = Files.list(Path.of("cascades"))) {
            for (Path one : all.toList()) {
                Files.copy(one, home.resolve(one.getFileName()));
            }
        }
        Installation installation = new Installation(folder, folder);
        try (FaceFinder finder = Finders.open(installation, FinderChoice.BOTH)) {
            assertThat(finder.notice())
                    .hasValueSatisfying(
                            told -> assertThat(told).contains("face.onnx").contains("Haar"));
        }
        try (FaceFinder finder = Finders.open(installation, FinderChoice.HAAR)) {
            assertThat(finder.notice()).isEmpty();
        }
    }
}
