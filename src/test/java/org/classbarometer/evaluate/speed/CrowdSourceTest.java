package org.classbarometer.evaluate.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.classbarometer.face.FaceFinder;
import org.classbarometer.face.Masks;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.face.follow.FollowingFinder;
import org.classbarometer.face.haar.HaarDetector;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.system.SystemFrameSources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

class CrowdSourceTest {
    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12})
    void a_crowd_shows_as_many_faces_as_asked_for_in_a_picture_of_the_same_size(int people)
            throws Exception {
        Mat picture = new Mat();
        Mat grey = new Mat();
        try (FrameSource crowd =
                        new CrowdSource(
                                new SystemFrameSources().open(new SourceChoice.Demo()),
                                people,
                                25);
                FaceFinder finder = new FollowingFinder(HaarDetector.open(Path.of("cascades")))) {
            OptionalLong first = crowd.read(picture);
            Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
            List<TrackedFace> faces = finder.find(grey, Masks.NONE, 0);

            assertThat(first).hasValue(0);
            assertThat(crowd.read(picture)).hasValue(40_000_000);
            assertThat(picture.cols()).isEqualTo(1280);
            assertThat(picture.rows()).isEqualTo(720);
            assertThat(faces).hasSize(people);
        } finally {
            picture.release();
            grey.release();
        }
    }
}
