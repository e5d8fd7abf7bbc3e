package org.classbarometer.face.learned;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
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
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class FaceCheckTest {
    @TempDir private Path folder;

    private final TinyFinder tiny = new TinyFinder();

    private LearnedDetector finder() throws Exception {
        return LearnedDetector.open(Files.write(folder.resolve("face.onnx"), tiny.bytes()));
    }

    private TinyCheck check() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(tiny.bytes());
        return new TinyCheck(HexFormat.of().formatHex(digest));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("face-check.onnx"), bytes);
    }

    /// What the whole look finds in a picture of one grey.
    private List<Sighting> look(LearnedDetector detector, int level) {
        Mat grey = new Mat(240, 320, CvType.CV_8UC1, new Scalar(level));
        List<Sighting> found = look(detector, grey);
        grey.release();
        return found;
    }

    private static List<Sighting> look(LearnedDetector detector, Mat grey) {
        List<Sighting> found = new ArrayList<>();
        try (Pyramid frame = new Pyramid()) {
            frame.begin(grey);
            detector.plan(grey.cols(), grey.rows()).getFirst().search().in(frame, found::add);
        }
        return found;
    }

    @Test
    void what_it_takes_for_no_face_is_none_however_sure_the_finder_was() throws Exception {
        TinyCheck check = check();
        check.bias = -12;
        try (LearnedDetector detector = finder()) {
            assertThat(look(detector, 250)).isNotEmpty();
            detector.checkWith(file(check.bytes()));

            assertThat(look(detector, 250)).isEmpty();
        }
    }

    @Test
    void what_it_takes_for_a_face_is_one_though_the_finder_alone_was_not_sure() throws Exception {
        TinyCheck check = check();
        check.bias = 6;
        try (LearnedDetector detector = finder()) {
            assertThat(look(detector, 110))
                    .singleElement()
                    .matches(face -> face.score() < Sighting.LIKELY);
            detector.checkWith(file(check.bytes()));

            double sum = Math.log(110.0 / (255 - 110)) + 0.5 * 6;
            assertThat(look(detector, 110))
                    .singleElement()
                    .satisfies(face ->
                            assertThat(face.score())
                                    .isCloseTo(
                                            Sighting.SURE + sum - Math.log(0.6 / 0.4),
                                            within(1e-3)));
        }
    }

    @Test
    void a_sum_between_its_thresholds_keeps_a_face_alive_and_begins_none() throws Exception {
        try (LearnedDetector detector = finder()) {
            detector.checkWith(file(check().bytes()));

            assertThat(look(detector, 125))
                    .singleElement()
                    .satisfies(face ->
                            assertThat(face.score()).isBetween(Sighting.DOUBTFUL, Sighting.LIKELY));
        }
    }

    @Test
    void it_is_not_asked_about_what_the_finder_scores_too_low() throws Exception {
        TinyCheck check = check();
        check.bias = 50;
        check.metadata.put("lowest", "0.5");
        try (LearnedDetector detector = finder()) {
            detector.checkWith(file(check.bytes()));

            assertThat(look(detector, 125)).isEmpty();
            assertThat(look(detector, 130)).isNotEmpty();
        }
    }

    @Test
    void it_is_not_asked_about_what_the_finder_is_sure_of() throws Exception {
        TinyCheck check = check();
        check.bias = -12;
        check.metadata.put("sure", "0.9");
        try (LearnedDetector detector = finder()) {
            detector.checkWith(file(check.bytes()));

            assertThat(look(detector, 250)).isNotEmpty();
            assertThat(look(detector, 225)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void it_is_shown_the_square_around_the_box_in_frames_of_any_size(int times) throws Exception {
        tiny.box = new float[] {100, 80, 60, 60};
        TinyCheck check = check();
        // Above 0 only where nearly all it sees is white.
        check.gain = 1;
        check.bias = -250;
        double factor = Math.min(1, 640.0 / (320 * times));
        int middleX = (int) (130 / factor);
        int middleY = (int) (110 / factor);
        int half = (int) Math.round(0.8 * 60 / factor);
        try (LearnedDetector detector = finder()) {
            detector.checkWith(file(check.bytes()));
            Mat grey = new Mat(240 * times, 320 * times, CvType.CV_8UC1, new Scalar(0));
            Rect square = new Rect(middleX - half, middleY - half, 2 * half, 2 * half);
            grey.submat(square).setTo(new Scalar(255));

            assertThat(look(detector, grey)).anyMatch(face -> face.score() > Sighting.SURE);

            grey.setTo(new Scalar(0));
            square.x += half / 4;
            grey.submat(square).setTo(new Scalar(255));
            assertThat(look(detector, grey)).isEmpty();
            grey.release();
        }
    }

    @Test
    void it_is_shown_as_many_squares_as_it_names_reaches_each_of_its_own_size() throws Exception {
        tiny.box = new float[] {100, 80, 60, 60};
        TinyCheck check = check();
        check.metadata.put("reach", "1.6, 3.2");
        check.squares = 2;
        // Above 0 only where nearly all of the wider square is white.
        check.secondGain = 1;
        check.bias = -250;
        try (LearnedDetector detector = finder()) {
            detector.checkWith(file(check.bytes()));
            Mat grey = new Mat(240, 320, CvType.CV_8UC1, new Scalar(0));
            grey.submat(new Rect(34, 14, 192, 192)).setTo(new Scalar(255));

            assertThat(look(detector, grey)).anyMatch(face -> face.score() > Sighting.SURE);

            grey.submat(new Rect(34, 14, 192, 20)).setTo(new Scalar(0));
            assertThat(look(detector, grey)).isEmpty();
            grey.release();
        }
    }

    @Test
    void an_examination_shows_it_what_is_around_the_place_too() throws Exception {
        tiny.box = new float[] {32, 32, 40, 40};
        TinyCheck check = check();
        check.metadata.put("reach", "1.6,2.4");
        check.squares = 2;
        check.secondGain = -1;
        check.bias = 200;
        Sighting place = Sighting.place(160, 120, 40);
        Mat white = new Mat(240, 320, CvType.CV_8UC1, new Scalar(250));
        try (LearnedDetector detector = finder();
                Pyramid frame = new Pyramid()) {
            detector.checkWith(file(check.bytes()));
            frame.begin(white);
            assertThat(detector.examine(frame, place).score()).isEqualTo(Sighting.NOTHING);

            white.submat(new Rect(100, 60, 120, 30)).setTo(new Scalar(0));
            white.submat(new Rect(100, 150, 120, 30)).setTo(new Scalar(0));
            frame.begin(white);
            assertThat(detector.examine(frame, place).score()).isGreaterThan(Sighting.SURE);
        } finally {
            white.release();
        }
    }

    @Test
    void it_judges_examinations_too() throws Exception {
        tiny.box = new float[] {32, 32, 40, 40};
        TinyCheck check = check();
        check.bias = -12;
        Sighting place = Sighting.place(160, 120, 40);
        Mat white = new Mat(240, 320, CvType.CV_8UC1, new Scalar(250));
        try (LearnedDetector detector = finder();
                Pyramid frame = new Pyramid()) {
            frame.begin(white);
            assertThat(detector.examine(frame, place).score()).isGreaterThan(Sighting.SURE);
            detector.checkWith(file(check.bytes()));

            assertThat(detector.examine(frame, place).score()).isEqualTo(Sighting.NOTHING);
        } finally {
            white.release();
        }
    }

    @Test
    void a_place_unlike_the_sure_faces_of_its_picture_loses_what_the_file_says() throws Exception {
        TinyCheck check = check();
        Sighting face = Sighting.place(200, 120, 40).scored(Sighting.SURE + 6);
        Sighting like = Sighting.place(60, 125, 42).scored(Sighting.SURE + 0.5);
        Sighting unlike = Sighting.place(100, 230, 9).scored(Sighting.SURE + 0.5);
        List<Sighting> seen = List.of(face, like, unlike);
        try (LearnedDetector detector = finder()) {
            assertThat(detector.together(seen, List.of())).containsExactlyElementsOf(seen);
            detector.checkWith(file(check.bytes()));
            assertThat(detector.together(seen, List.of())).containsExactlyElementsOf(seen);

            check.metadata.put("company", "2");
            detector.checkWith(file(check.bytes()));
            assertThat(detector.together(seen, List.of()))
                    .satisfiesExactly(
                            one -> assertThat(one).isEqualTo(face),
                            one -> assertThat(one.score()).isGreaterThan(Sighting.SURE),
                            one -> assertThat(one.score()).isLessThan(Sighting.LIKELY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind",
                "finder",
                "reach",
                "lowest",
                "weight",
                "threshold",
                "weak_threshold",
                "trained_on",
                "licence",
                "version",
                "card"
            })
    void a_missing_key_is_named(String key) throws Exception {
        refused(check -> check.metadata.remove(key), key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weight=0",
                "weight=NaN",
                "reach=100",
                "reach=1.6,",
                "reach=1,1,1,1,1",
                "lowest=-1",
                "sure=0",
                "sure=often",
                "company=-1",
                "company=few",
                "weak_threshold=0.7"
            })
    void a_number_out_of_its_range_is_named(String wrong) throws Exception {
        String[] parts = wrong.split("=", -1);
        refused(check -> check.metadata.put(parts[0], parts[1]), parts[0]);
    }

    @Test
    void one_that_answers_with_no_numbers_is_refused() throws Exception {
        refused(check -> check.bias = Float.NaN, "numbers");
    }

    @Test
    void one_that_names_more_squares_than_it_takes_is_refused() throws Exception {
        refused(check -> check.metadata.put("reach", "1.6,3.2"), "face-check.onnx");
    }

    @Test
    void one_that_belongs_to_another_finder_is_refused() throws Exception {
        refused(check -> check.metadata.put("finder", "0".repeat(64)), "another face finder");
    }

    private void refused(Consumer<TinyCheck> spoil, String named) throws Exception {
        TinyCheck check = check();
        spoil.accept(check);
        refused(file(check.bytes()), named);
    }

    private void refused(Path file, String named) throws Exception {
        try (LearnedDetector detector = finder()) {
            List<Sighting> alone = look(detector, 200);
            assertThatThrownBy(() -> detector.checkWith(file))
                    .isInstanceOf(FinderException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining(named);
            assertThat(look(detector, 200)).isEqualTo(alone).isNotEmpty();
            assertThat(detector.check()).isEmpty();
        }
    }

    @Test
    void missing_truncated_and_foreign_files_are_refused_by_name() throws Exception {
        byte[] whole = check().bytes();
        refused(folder.resolve("none.onnx"), "none.onnx");
        for (byte[] broken :
                List.of(
                        Arrays.copyOf(whole, whole.length / 2),
                        "a text".getBytes(UTF_8),
                        new byte[0])) {
            refused(file(broken), "face-check.onnx");
        }
        refused(Path.of("models", "expression.onnx"), "kind");
        refused(Path.of("models", "face.onnx"), "face-finder");
    }

    @Test
    void thousands_of_faces_in_noise_get_a_bounded_answer() throws Exception {
        tiny.scatter = 0.3f;
        tiny.box = new float[] {300, 200, 12, 12};
        TinyCheck check = check();
        check.bias = 3;
        Mat noise = new Mat(480, 640, CvType.CV_8UC1);
        Core.setRNGSeed(5);
        Core.randu(noise, 0, 256);
        LearnedDetector detector = finder();
        detector.checkWith(file(check.bytes()));
        try (FaceFinder finder = new FollowingFinder(detector)) {
            assertThat(finder.find(noise, Masks.NONE, 0)).hasSizeBetween(20, 200);
        } finally {
            noise.release();
        }
    }

    @Test
    void the_shipped_check_belongs_to_the_shipped_finder() throws Exception {
        Installation installation = new Installation(Path.of("").toAbsolutePath(), folder);
        try (LearnedDetector detector = LearnedDetector.open(installation.faceModel())) {
            detector.checkWith(installation.faceCheck());

            CheckMetadata metadata = detector.check().orElseThrow();
            assertThat(installation.models().resolve(metadata.card())).isRegularFile();
        }
        try (FaceFinder finder = Finders.open(installation, FinderChoice.BOTH)) {
            assertThat(finder.notice()).isEmpty();
        }
    }

    @Test
    void without_a_usable_check_the_finder_goes_on_alone_and_says_so() throws Exception {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.copy(Path.of("models", "face.onnx"), models.resolve("face.onnx"));
        Files.writeString(models.resolve("face-check.onnx"), "broken");
        Path cascades = Files.createDirectories(folder.resolve("cascades"));
        try (var all = Files.list(Path.of("cascades"))) {
            for (Path one : all.toList()) {
                Files.copy(one, cascades.resolve(one.getFileName()));
            }
        }
        Installation installation = new Installation(folder, folder);
        try (FaceFinder finder = Finders.open(installation, FinderChoice.LEARNED)) {
            assertThat(finder.notice())
                    .hasValueSatisfying(told ->
                            assertThat(told).contains("face-check.onnx").doesNotContain("Haar"));
        }
    }
}
