package org.classbarometer.evaluate.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.classbarometer.budget.Budget;
import org.classbarometer.evaluate.BlankClip;
import org.classbarometer.evaluate.ClipTruth;
import org.classbarometer.evaluate.ClipTruth.Person;
import org.classbarometer.evaluate.detection.ClipFaceEvaluation.Result;
import org.classbarometer.face.Box;
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
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;

class ClipFaceEvaluationTest {
    private static final Box LEFT = new Box(10, 10, 50, 50);
    private static final Box RIGHT = new Box(200, 10, 50, 50);

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void the_demo_class_is_found_without_false_boxes_and_nobody_changes_numbers() throws Exception {
        ClipTruth truth = ClipTruth.ofDemo();
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo());
                FaceFinder finder = new FollowingFinder(HaarDetector.open(Path.of("cascades")))) {
            Result result = ClipFaceEvaluation.run(demo, truth, finder);

            assertThat(result.frames()).isEqualTo(444);
            assertThat(result.faces()).isEqualTo(5328);
            assertThat(result.recall()).isGreaterThanOrEqualTo(0.99);
            assertThat(result.falseBoxesPer100Frames()).isLessThan(1);
            assertThat(result.ownerChanges()).isZero();
            assertThat(result.numberChanges()).isZero();
        }
    }

    @Test
    void misses_false_boxes_and_swapped_numbers_are_counted() throws Exception {
        Person left = new Person(0, "neutral", LEFT);
        Person right = new Person(1, "neutral", RIGHT);
        ClipTruth truth =
                new ClipTruth(
                        Map.of(0, List.of(left, right), 1, List.of(left, right), 2, List.of(left)));
        List<List<TrackedFace>> reported =
                List.of(
                        List.of(face(1, LEFT), face(2, RIGHT)),
                        List.of(face(2, LEFT), face(1, RIGHT)),
                        List.of(face(1, RIGHT)));

        Result result = ClipFaceEvaluation.run(new BlankClip(), truth, new Script(reported));

        assertThat(result.frames()).isEqualTo(3);
        assertThat(result.faces()).isEqualTo(5);
        assertThat(result.found()).isEqualTo(4);
        assertThat(result.falseBoxes()).isEqualTo(1);
        assertThat(result.ownerChanges()).isEqualTo(2);
        assertThat(result.numberChanges()).isEqualTo(2);
        assertThat(result.markdown()).contains("80.00 % (4 of 5)").contains("33.33");
    }

    @Test
    void the_truth_is_read_by_column_names() throws IOException {
        ClipTruth truth =
                ClipTruth.parse(new StringReader("seat,label,frame,h,w,y,x\n3,sad,7,4,3,2,1\n"));

        assertThat(truth.people(7)).containsExactly(new Person(3, "sadness", new Box(1, 2, 3, 4)));
        assertThat(truth.length()).isEqualTo(8);
    }

    private static TrackedFace face(int track, Box box) {
        return new TrackedFace(track, box, true);
    }

    private static final class Script implements FaceFinder {
        private final List<List<TrackedFace>> frames;
        private int next;

        Script(List<List<TrackedFace>> frames) {
            this.frames = frames;
        }

        @Override
        public List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos, Budget budget) {
            return frames.get(next++);
        }

        @Override
        public void reset() {
            next = 0;
        }

        @Override
        public void close() {}
    }
}
