package org.classbarometer.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.classbarometer.face.Masks.Region;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class MasksTest {
    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    private static Mat noise(int width, int height) {
        Mat image = new Mat(height, width, CvType.CV_8UC3);
        Core.setRNGSeed(7);
        Core.randu(image, 0, 256);
        return image;
    }

    /// Standard deviation of the Laplacian: how much fine detail there is.
    private static double detail(Mat image) {
        Mat grey = new Mat();
        Mat edges = new Mat();
        Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
        Imgproc.Laplacian(grey, edges, CvType.CV_64F);
        MatOfDouble deviation = new MatOfDouble();
        Core.meanStdDev(edges, new MatOfDouble(), deviation);
        return deviation.get(0, 0)[0];
    }

    @Test
    void a_blurred_region_keeps_no_detail_and_the_rest_stays_as_it_was() {
        Mat image = noise(640, 360);
        Mat before = image.clone();
        Masks masks = new Masks(List.of(new Region(0.25, 0.25, 0.5, 0.5)));

        masks.blur(image);

        Rect inside = new Rect(162, 92, 316, 176);
        assertThat(detail(image.submat(inside))).isLessThan(detail(before.submat(inside)) / 50);
        Mat difference = new Mat();
        Core.absdiff(image, before, difference);
        difference.submat(new Rect(160, 90, 320, 180)).setTo(new Scalar(0, 0, 0));
        assertThat(Core.norm(difference)).isZero();
    }

    @Test
    void two_pictures_with_the_same_tiles_look_the_same_once_blurred() {
        Mat stripes = new Mat(256, 256, CvType.CV_8UC3, new Scalar(0, 0, 0));
        for (int x = 0; x < 256; x += 2) {
            stripes.submat(0, 256, x, x + 1).setTo(new Scalar(200, 200, 200));
        }
        Mat plain = new Mat(256, 256, CvType.CV_8UC3, new Scalar(100, 100, 100));
        Masks all = new Masks(List.of(new Region(0, 0, 1, 1)));

        all.blur(stripes);
        all.blur(plain);

        assertThat(Core.norm(stripes, plain, Core.NORM_INF)).isLessThanOrEqualTo(1);
    }

    @Test
    void a_mask_round_one_large_face_leaves_at_most_a_few_tiles_of_it() {
        Mat image = noise(1280, 720);
        Mat steps = image.submat(new Rect(40, 36, 560, 640));

        new Masks(List.of(new Region(0, 0, 0.5, 1))).blur(image);

        Mat small = new Mat();
        Imgproc.resize(steps, small, new org.opencv.core.Size(4, 4), 0, 0, Imgproc.INTER_AREA);
        Mat again = new Mat();
        Imgproc.resize(small, again, steps.size(), 0, 0, Imgproc.INTER_CUBIC);
        assertThat(Core.norm(steps, again, Core.NORM_INF)).isLessThan(12);
    }

    @Test
    void masks_of_less_than_a_pixel_and_of_the_whole_picture_are_drawn() {
        Mat image = noise(64, 48);
        Mat tiny = noise(1, 1);

        Masks masks = new Masks(List.of(new Region(0.5, 0.5, 1e-6, 1e-6), new Region(0, 0, 1, 1)));
        masks.blur(image);
        masks.blur(tiny);

        assertThat(detail(image)).isLessThan(8);
    }

    @Test
    void a_region_covers_every_pixel_it_touches() {
        assertThat(new Region(0.101, 0.101, 0.1, 0.1).in(100, 100))
                .isEqualTo(new Rect(10, 10, 11, 11));
        assertThat(new Region(0, 0, 1, 1).in(7, 5)).isEqualTo(new Rect(0, 0, 7, 5));
    }

    @Test
    void a_region_outside_the_picture_cannot_be_made() {
        assertThatThrownBy(() -> new Region(0.6, 0, 0.5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region(Double.NaN, 0, 0.5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Region(0, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_face_is_hidden_by_a_mask_over_more_than_a_tenth_of_it() {
        Masks left = new Masks(List.of(new Region(0, 0, 0.5, 1)));

        assertThat(left.hides(new Box(10, 10, 20, 20), 100, 100)).isTrue();
        assertThat(left.hides(new Box(47, 10, 20, 20), 100, 100)).isTrue();
        assertThat(left.hides(new Box(49, 10, 20, 20), 100, 100)).isFalse();
        assertThat(left.hides(new Box(60, 10, 20, 20), 100, 100)).isFalse();
        assertThat(Masks.NONE.hides(new Box(0, 0, 10, 10), 100, 100)).isFalse();
    }
}
