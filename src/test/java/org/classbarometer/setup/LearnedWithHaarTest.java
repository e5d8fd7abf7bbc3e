package org.classbarometer.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.ClipTruth;
import org.classbarometer.face.Box;
import org.classbarometer.face.Look;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.haar.HaarDetector;
import org.classbarometer.face.learned.LearnedDetector;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

class LearnedWithHaarTest {
    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static LearnedWithHaar open(boolean proposing) throws Exception {
        return new LearnedWithHaar(
                LearnedDetector.open(Path.of("models", "face.onnx")),
                HaarDetector.open(Path.of("cascades")),
                proposing);
    }

    @Test
    void haar_proposes_in_spare_time_and_only_where_it_is_asked_to() throws Exception {
        try (LearnedWithHaar both = open(true);
                LearnedWithHaar learned = open(false)) {
            List<Look> looks = both.plan(640, 360);
            List<Look> haar = looks.stream().filter(look -> look.job().startsWith("haar")).toList();
            assertThat(haar).isNotEmpty().allMatch(Look::spare);
            assertThat(learned.plan(640, 360))
                    .hasSize(looks.size() - haar.size())
                    .noneMatch(look -> look.job().startsWith("haar"));
        }
    }

    @Test
    void a_face_seen_too_small_or_too_large_is_framed_alike_and_an_empty_wall_not_at_all()
            throws Exception {
        Mat image = new Mat();
        Mat grey = new Mat();
        try (LearnedWithHaar detector = open(false);
                Pyramid frame = new Pyramid();
                FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            demo.read(image);
            Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
            frame.begin(grey);
            int framed = 0;
            for (ClipTruth.Person person : ClipTruth.ofDemo().people(0)) {
                Box face = person.face();
                Sighting small = Sighting.place(face.centreX(), face.centreY(), 0.9 * face.width());
                Optional<Sighting> one = detector.framed(frame, small);
                Optional<Sighting> other = detector.framed(frame, small.sized(1.1 * face.width()));
                if (one.isPresent() && other.isPresent()) {
                    framed++;
                    double ratio = one.get().size() / other.get().size();
                    assertThat(ratio).isCloseTo(1, within(0.2));
                    assertThat(one.get().box().overlap(face)).isGreaterThan(0.7);
                }
            }
            assertThat(framed).isGreaterThanOrEqualTo(10);
            assertThat(detector.framed(frame, Sighting.place(320, 20, 40))).isEmpty();
        } finally {
            image.release();
            grey.release();
        }
    }
}
