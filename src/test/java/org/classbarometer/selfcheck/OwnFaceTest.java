package org.classbarometer.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.face.Box;
import org.classbarometer.face.TrackedFace;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/// Own face only: which face that is, and that nothing else is left in the frame.
class OwnFaceTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final long FRAME_NANOS = 40_000_000;
    private static final TrackedFace ME = face(1, 500, 200, 240);
    private static final TrackedFace FRIEND = face(2, 900, 220, 210);

    private OwnFace ownFace = new OwnFace();
    private long nanos;

    static {
        OpenCv.load();
    }

    @BeforeEach
    void begin() {
        ownFace = new OwnFace();
    }

    @AfterEach
    void close() {
        ownFace.close();
    }

    private static TrackedFace face(int track, int x, int y, int side) {
        return new TrackedFace(track, new Box(x, y, side, side), true);
    }

    private static Mat noise() {
        Mat frame = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3);
        Core.randu(frame, 0, 255);
        return frame;
    }

    private Set<Integer> during(double seconds, TrackedFace... faces) {
        Set<Integer> read = new HashSet<>();
        Mat frame = new Mat(HEIGHT, WIDTH, CvType.CV_8UC3, Scalar.all(90));
        for (int i = 0; i < seconds * 1e9 / FRAME_NANOS; i++) {
            nanos += FRAME_NANOS;
            List<TrackedFace> kept = ownFace.attend(frame, List.of(faces), nanos);
            assertThat(kept).hasSizeLessThan(2);
            read.add(kept.isEmpty() ? 0 : kept.getFirst().track());
        }
        frame.release();
        return read;
    }

    private double contrast(Mat frame, int x, int y, int width, int height) {
        Mat part = frame.submat(y, y + height, x, x + width);
        org.opencv.core.MatOfDouble mean = new org.opencv.core.MatOfDouble();
        org.opencv.core.MatOfDouble deviation = new org.opencv.core.MatOfDouble();
        Core.meanStdDev(part, mean, deviation);
        double result = deviation.toArray()[0];
        part.release();
        mean.release();
        deviation.release();
        return result;
    }

    @Test
    void only_the_largest_face_is_read_and_shown_and_everything_else_is_unrecognisable() {
        during(1, ME, FRIEND);
        Mat frame = noise();
        nanos += FRAME_NANOS;

        assertThat(ownFace.attend(frame, List.of(ME, FRIEND), nanos)).containsExactly(ME);
        assertThat(contrast(frame, 560, 260, 120, 120)).as("own face").isGreaterThan(60);
        assertThat(contrast(frame, 900, 220, 210, 210)).as("the friend").isLessThan(15);
        assertThat(contrast(frame, 0, 0, 300, HEIGHT)).as("a corner with nobody").isLessThan(15);
        frame.release();
    }

    @Test
    void a_friend_who_leans_close_is_hidden_up_to_the_own_face() {
        TrackedFace close = face(2, 720, 210, 200);
        during(1, ME, close);
        Mat frame = noise();
        nanos += FRAME_NANOS;
        ownFace.attend(frame, List.of(ME, close), nanos);

        assertThat(contrast(frame, 750, 240, 150, 150)).isLessThan(15);
        assertThat(contrast(frame, 560, 260, 110, 110)).isGreaterThan(60);
        frame.release();
    }

    @Test
    void while_nobody_is_in_front_the_whole_frame_is_hidden() {
        Mat frame = noise();
        assertThat(ownFace.attend(frame, List.of(), 1)).isEmpty();
        assertThat(contrast(frame, 0, 0, WIDTH, HEIGHT)).isLessThan(15);
        frame.release();
    }

    @Test
    void somebody_walking_by_behind_is_never_read() {
        assertThat(during(5, face(3, 200, 200, 80))).containsOnly(0);
    }

    @Test
    void when_the_person_leaves_nobody_is_read_for_a_while() {
        during(1, ME, FRIEND);

        assertThat(during(1.8, FRIEND)).containsOnly(0);
        assertThat(during(1, FRIEND)).contains(2);
    }

    @Test
    void a_face_that_is_hidden_for_a_moment_stays_the_own_one() {
        during(1, ME, FRIEND);
        during(0.6, FRIEND);

        assertThat(during(3, ME, FRIEND)).containsOnly(1);
    }

    @Test
    void somebody_much_closer_takes_over_only_when_they_stay() {
        TrackedFace closer = face(3, 100, 100, 400);
        during(1, ME);

        assertThat(during(1.5, ME, closer)).containsOnly(1);
        during(0.2, ME);
        assertThat(during(1.5, ME, closer)).containsOnly(1);
        assertThat(during(2.2, ME, closer)).contains(3);
    }

    @Test
    void another_source_starts_anew() {
        during(1, ME);
        ownFace.reset();

        assertThat(during(0.3, face(1, 500, 200, 240))).containsOnly(0);
    }

    @Property(tries = 200)
    void two_people_beside_each_other_are_never_mixed(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.75, max = 1.25) double ratio,
            @ForAll @IntRange(min = 100, max = 300) int side) {
        Random random = new Random(seed);
        SteadyChoice choice = new SteadyChoice();
        List<Integer> chosen = new ArrayList<>();
        for (long frame = 0; frame < 250; frame++) {
            // A cascade's boxes jitter by some hundredths of their size.
            int mine = (int) (side * (0.95 + 0.1 * random.nextDouble()));
            int other = (int) (side * ratio * (0.95 + 0.1 * random.nextDouble()));
            choice.of(
                            List.of(face(1, 100, 100, mine), face(2, 600, 100, other)),
                            HEIGHT,
                            frame * FRAME_NANOS)
                    .ifPresent(face -> chosen.add(face.track()));
        }
        assertThat(new HashSet<>(chosen)).hasSize(1);
    }
}
