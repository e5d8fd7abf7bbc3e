package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.classbarometer.face.Box;
import org.classbarometer.frame.OpenCv;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class FaceCropTest {
    static {
        OpenCv.load();
    }

    /// Every pixel says where it is: ten times the row plus the column.
    private static Mat numbered(int rows, int columns) {
        Mat grey = new Mat(rows, columns, CvType.CV_8UC1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                grey.put(row, column, 10 * row + column);
            }
        }
        return grey;
    }

    private static int[] crop(Mat grey, Box face, float margin, int height, int width) {
        try (FaceCrop crop = new FaceCrop(margin, height, width)) {
            byte[] pixels = crop.pixels(grey, face);
            int[] values = new int[pixels.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = pixels[i] & 0xff;
            }
            return values;
        }
    }

    @Test
    void a_box_of_the_wanted_size_is_copied_as_it_is() {
        assertThat(crop(numbered(8, 8), new Box(2, 3, 3, 2), 0, 2, 3))
                .containsExactly(32, 33, 34, 42, 43, 44);
    }

    @Test
    void a_margin_grows_the_box_on_every_side_by_a_share_of_its_width() {
        assertThat(crop(numbered(8, 8), new Box(3, 3, 2, 2), 0.5f, 4, 4))
                .startsWith(22, 23, 24, 25)
                .endsWith(52, 53, 54, 55);
        assertThat(crop(numbered(8, 8), new Box(2, 2, 4, 4), -0.25f, 2, 2))
                .containsExactly(33, 34, 43, 44);
    }

    @Test
    void what_lies_outside_the_frame_repeats_its_edge() {
        assertThat(crop(numbered(8, 8), new Box(-2, 0, 4, 2), 0, 2, 4))
                .containsExactly(0, 0, 0, 1, 10, 10, 10, 11);
        assertThat(crop(numbered(8, 8), new Box(6, 6, 4, 4), 0, 4, 4))
                .startsWith(66, 67, 67, 67)
                .endsWith(76, 77, 77, 77);
    }

    @Test
    void a_border_never_looks_at_pixels_outside_the_picture_given() {
        Mat whole = numbered(8, 8);
        Mat part = whole.submat(4, 8, 4, 8);
        assertThat(crop(part, new Box(-2, 0, 4, 2), 0, 2, 4))
                .containsExactly(44, 44, 44, 45, 54, 54, 54, 55);
    }

    @Test
    void a_box_wholly_outside_the_frame_sees_only_its_edge() {
        assertThat(crop(numbered(4, 4), new Box(100, 100, 5, 5), 0, 3, 3)).containsOnly(33);
        assertThat(crop(numbered(4, 4), new Box(-100, -100, 5, 5), 0, 3, 3)).containsOnly(0);
    }

    @Test
    void a_frame_of_one_pixel_is_enough() {
        Mat grey = new Mat(1, 1, CvType.CV_8UC1);
        grey.put(0, 0, 77);
        assertThat(crop(grey, new Box(0, 0, 1, 1), -0.05f, 48, 48)).containsOnly(77);
        assertThat(crop(grey, new Box(-5000, 3, 100_000, 90_000), 0.2f, 48, 48)).containsOnly(77);
    }

    @Test
    void shrinking_averages_areas() {
        Mat grey = new Mat(2, 2, CvType.CV_8UC1);
        grey.put(0, 0, new byte[] {0, (byte) 200, 100, 100});
        assertThat(crop(grey, new Box(0, 0, 2, 2), 0, 1, 1)).containsExactly(100);
    }

    @Test
    void floats_go_to_their_place_in_the_batch_and_nowhere_else() {
        FloatBuffer batch = FloatBuffer.allocate(12);
        try (FaceCrop crop = new FaceCrop(0, 2, 2)) {
            crop.into(numbered(8, 8), new Box(4, 2, 2, 2), batch, 4);
        }
        assertThat(batch.array()).containsExactly(0, 0, 0, 0, 24, 25, 34, 35, 0, 0, 0, 0);
        assertThat(batch.position()).isZero();
    }

    @Test
    void colour_and_empty_pictures_are_a_programming_error() {
        assertThatThrownBy(() -> crop(new Mat(4, 4, CvType.CV_8UC3), new Box(0, 0, 2, 2), 0, 2, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> crop(new Mat(), new Box(0, 0, 2, 2), 0, 2, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void no_box_however_absurd_invents_a_grey_value(
            @ForAll @IntRange(min = -50, max = 50) int x,
            @ForAll @IntRange(min = -50, max = 50) int y,
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 9) int columns) {
        int brightest = 10 * (rows - 1) + columns - 1;
        assertThat(crop(numbered(rows, columns), new Box(x, y, width, height), -0.05f, 6, 6))
                .satisfies(values ->
                        assertThat(Arrays.stream(values).max().orElseThrow())
                                .isLessThanOrEqualTo(brightest));
    }
}
