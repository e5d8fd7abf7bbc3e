package org.classbarometer.face;

import static org.assertj.core.api.Assertions.assertThat;

import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class LightTest {
    private final Light light = new Light();

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @AfterEach
    void free() {
        light.close();
    }

    private static Mat grey(double level) {
        return new Mat(120, 160, CvType.CV_8UC1, new Scalar(level));
    }

    private int brightened(double level) {
        Mat dark = grey(level);
        int after = (int) light.enough(dark).get(60, 80)[0];
        dark.release();
        return after;
    }

    @Test
    void a_lit_picture_is_left_as_it_is() {
        Mat lit = grey(140);
        assertThat(light.enough(lit)).isSameAs(lit);
        lit.release();
    }

    @Test
    void a_dark_picture_is_brightened_to_that_of_a_lit_room() {
        assertThat(brightened(40)).isBetween(180, 200);
    }

    @Test
    void a_black_picture_is_not_brightened_without_end() {
        assertThat(brightened(3)).isEqualTo(30);
    }

    @Test
    void a_flicker_does_not_change_what_is_done_to_the_picture() {
        assertThat(brightened(40)).isEqualTo(190);
        // The same gain of 4.75: what follows faces compares one frame with the next.
        assertThat(brightened(42)).isBetween(199, 200);
    }

    @Test
    void when_the_light_goes_on_the_picture_is_left_alone_again() {
        brightened(30);
        Mat lit = grey(140);
        assertThat(light.enough(lit)).isSameAs(lit);
        lit.release();
    }

    @Test
    void a_few_bright_lamps_do_not_hide_that_a_room_is_dark() {
        Mat room = grey(30);
        Mat lamp = room.submat(0, 10, 0, 40);
        lamp.setTo(new Scalar(255));
        assertThat((int) light.enough(room).get(60, 80)[0]).isGreaterThan(150);
        lamp.release();
        room.release();
    }
}
