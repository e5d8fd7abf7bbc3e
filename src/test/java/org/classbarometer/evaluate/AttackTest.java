package org.classbarometer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.classbarometer.evaluate.detection.BoxAgreement;
import org.classbarometer.face.Box;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class AttackTest {
    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static Mat noise() {
        Mat picture = new Mat(120, 200, CvType.CV_8UC3);
        Core.setRNGSeed(3);
        Core.randu(picture, 60, 200);
        return picture;
    }

    private static double change(Mat one, Mat other) {
        return Core.norm(one, other, Core.NORM_L1) / one.total();
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void every_attack_but_none_changes_the_face_even_one_that_reaches_over_the_border(
            Attack attack) {
        Mat before = noise();
        Mat after = before.clone();
        attack.on(after, List.of(new Box(-15, 60, 60, 60)));
        assertThat(change(before, after) > 0).isEqualTo(attack != Attack.AS_IT_IS);
        before.release();
        after.release();
    }

    @Test
    void a_mask_covers_the_mouth_and_leaves_the_eyes() {
        Mat before = noise();
        Mat after = before.clone();
        Attack.MASK.on(after, List.of(new Box(50, 20, 80, 80)));
        Mat eyesBefore = before.submat(40, 56, 60, 120);
        Mat eyesAfter = after.submat(40, 56, 60, 120);
        assertThat(change(eyesBefore, eyesAfter)).isZero();
        assertThat(after.get(81, 90)).containsExactly(200, 180, 150);
        List.of(before, after, eyesBefore, eyesAfter).forEach(Mat::release);
    }

    @Test
    void thirty_percent_of_the_light_is_left() {
        Mat picture = new Mat(20, 20, CvType.CV_8UC3, Scalar.all(100));
        Attack.LIGHT_30.on(picture, List.of());
        assertThat(picture.get(5, 5)[0]).isCloseTo(30, within(1.0));
        picture.release();
    }

    @Test
    void boxes_are_compared_face_by_face() {
        List<List<Box>> haar = List.of(List.of(new Box(0, 0, 100, 100), new Box(300, 0, 50, 50)));
        List<List<Box>> other = List.of(List.of(new Box(300, 0, 55, 55), new Box(10, 0, 90, 90)));
        BoxAgreement agreement = BoxAgreement.of(haar, other);
        assertThat(agreement.pairs()).hasSize(2);
        List<String> lines = new ArrayList<>();
        agreement.row(BoxAgreement.table(lines::add), "both", "two");
        assertThat(lines.getLast()).startsWith("| both | two | 2 | 1.100 (0.900 to 1.100) |");
    }
}
