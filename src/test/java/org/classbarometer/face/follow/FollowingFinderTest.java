package org.classbarometer.face.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.classbarometer.budget.Budget;
import org.classbarometer.budget.JobCosts;
import org.classbarometer.face.Box;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.face.Look;
import org.classbarometer.face.Masks;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// What the follower makes of a detector whose every word is known beforehand.
class FollowingFinderTest {
    private static final long FRAME = 40_000_000L;
    private static final double SURE = 4;
    private static final int SIDE = 48;

    private final Script script = new Script();
    private final FollowingFinder finder = new FollowingFinder(script);
    private final Mat face = texture();
    private final Mat frame = new Mat(240, 320, CvType.CV_8UC1);
    private long now;

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @AfterEach
    void free() {
        finder.close();
        face.release();
        frame.release();
    }

    /// Says what it is told to, and counts how often it is asked.
    private static final class Script implements FaceDetector {
        private long period = 10 * FRAME;
        private List<Sighting> seen = List.of();
        private double examined = SURE;
        private double framing = 1;
        private long lookNanos;
        private long clock;
        private int looks;
        private int examinations;

        @Override
        public List<Look> plan(int width, int height) {
            Look.Visibility all = _ -> true;
            return List.of(
                    new Look(
                            "scripted",
                            1,
                            period,
                            false,
                            all,
                            (_, found) -> {
                                looks++;
                                clock += lookNanos;
                                seen.forEach(found);
                            }));
        }

        @Override
        public Sighting examine(Pyramid frame, Sighting place) {
            examinations++;
            return place.scored(examined);
        }

        @Override
        public Optional<Sighting> framed(Pyramid frame, Sighting face) {
            return framing == 1
                    ? Optional.empty()
                    : Optional.of(Sighting.place(160, 120, framing * SIDE));
        }

        @Override
        public String examination() {
            return "scripted examination";
        }

        @Override
        public void close() {}
    }

    private static Mat texture() {
        Mat small = new Mat(12, 12, CvType.CV_8UC1);
        byte[] bytes = new byte[144];
        new Random(7).nextBytes(bytes);
        small.put(0, 0, bytes);
        Mat large = new Mat();
        Imgproc.resize(small, large, new Size(SIDE, SIDE), 0, 0, Imgproc.INTER_CUBIC);
        small.release();
        return large;
    }

    private static Sighting at(double x, double y, boolean examined) {
        return new Sighting(x, y, SIDE, 0, examined, examined ? SURE : 0);
    }

    private List<TrackedFace> show(int centreX, int centreY, Budget budget) {
        frame.setTo(new Scalar(120));
        Mat place = frame.submat(new Rect(centreX - SIDE / 2, centreY - SIDE / 2, SIDE, SIDE));
        face.copyTo(place);
        place.release();
        now += FRAME;
        return finder.find(frame, Masks.NONE, now, budget);
    }

    private List<TrackedFace> show(int centreX, int centreY) {
        return show(centreX, centreY, Budget.unlimited());
    }

    @Test
    void between_two_looks_a_face_is_carried_along_by_what_the_pictures_show() {
        script.seen = List.of(at(100, 100, true));
        show(100, 100);
        script.seen = List.of();
        Box box = new Box(1, 1, 1, 1);
        for (int i = 1; i <= 9; i++) {
            box = show(100 + 4 * i, 100 + i).getFirst().box();
        }
        assertThat(script.looks).isEqualTo(1);
        assertThat(box.centreX()).isCloseTo(136, within(2.0));
        assertThat(box.centreY()).isCloseTo(109, within(2.0));
    }

    @Test
    void a_face_is_shown_in_the_square_that_it_is_framed_by_wherever_the_detector_saw_it() {
        script.framing = 1.25;
        script.seen = List.of(at(156, 122, true));
        List<TrackedFace> faces = show(160, 120);
        for (int i = 0; i < 40; i++) {
            faces = show(160, 120);
        }
        assertThat(faces)
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.box().width()).isEqualTo(60);
                    assertThat(shown.box().centreX()).isCloseTo(160, within(1.0));
                    assertThat(shown.box().centreY()).isCloseTo(120, within(1.0));
                });
    }

    @Test
    void what_is_merely_proposed_is_a_face_once_it_was_examined() {
        script.examined = Sighting.NOTHING;
        script.seen = List.of(at(100, 100, false));
        assertThat(show(100, 100)).isEmpty();
        assertThat(script.examinations).isEqualTo(1);

        script.examined = SURE;
        List<TrackedFace> faces = new ArrayList<>();
        for (int i = 0; i < 12 && faces.isEmpty(); i++) {
            faces.addAll(show(100, 100));
        }
        assertThat(faces).hasSize(1);
    }

    @Test
    void a_face_that_the_looks_do_not_see_any_more_is_examined_and_given_up() {
        script.seen = List.of(at(100, 100, true));
        show(100, 100);
        script.seen = List.of();
        script.examined = Sighting.NOTHING;
        int frames = 0;
        while (!show(100, 100).isEmpty()) {
            assertThat(frames++).isLessThan(60);
        }
        assertThat(script.examinations).isGreaterThan(1);
    }

    @Test
    void a_look_dearer_than_a_frame_may_cost_is_done_now_and_then_and_no_frame_pays_twice() {
        script.period = 1;
        script.lookNanos = 30_000_000;
        Budget budget = new Budget(new JobCosts(() -> script.clock));
        for (int i = 0; i < 60; i++) {
            budget.grant(10_000_000);
            show(100, 100, budget);
        }
        // Three frames' time each.
        assertThat(script.looks).isBetween(10, 21);
    }
}
