package org.classbarometer.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.classbarometer.look.Drawing.Polygon;
import org.classbarometer.look.Drawing.Polyline;
import org.classbarometer.look.Drawing.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FieldTest {
    private static final Field FIELD = new Field(10, 20, 100, 50, 0, 10);
    private static final List<Fill> FILLS =
            List.of(Fill.READ, Fill.SUPPRESSED, LabelLook.UNCERTAIN.fill());

    @Test
    void a_single_span_is_a_box_from_edge_to_edge() {
        Field.Run run = Field.Run.even(2, 1, List.of(new double[] {0.25, 0, 0}));

        List<Shape> shapes = FIELD.stacked(run, FILLS);

        assertThat(shapes).hasSize(2);
        Polygon area = (Polygon) shapes.getFirst();
        assertThat(area.xs()).containsExactly(30, 35, 40, 40, 35, 30);
        assertThat(area.ys()).containsExactly(57.5, 57.5, 57.5, 70, 70, 70);
    }

    @Test
    void bands_lie_on_each_other_without_a_gap_and_fill_the_field() {
        Field.Run run =
                Field.Run.even(
                        0, 5, List.of(new double[] {0.2, 0.3, 0.5}, new double[] {0.6, 0, 0.4}));

        List<Polygon> areas =
                FIELD.stacked(run, FILLS).stream()
                        .filter(Polygon.class::isInstance)
                        .map(Polygon.class::cast)
                        .toList();

        assertThat(areas).hasSize(3);
        for (int band = 1; band < 3; band++) {
            double[] lower = areas.get(band - 1).ys();
            double[] upper = areas.get(band).ys();
            for (int i = 0; i < 4; i++) {
                assertThat(upper[7 - i]).isEqualTo(lower[i]);
            }
        }
        assertThat(areas.getLast().ys()).startsWith(20, 20, 20, 20);
        assertThat(areas.getFirst().ys()).endsWith(70, 70, 70, 70);
    }

    @Test
    void an_edge_stands_only_between_two_bands_that_are_there() {
        Field.Run run =
                Field.Run.even(
                        0, 5, List.of(new double[] {0.2, 0.3, 0.5}, new double[] {0.6, 0, 0.4}));

        List<Polyline> edges =
                FIELD.stacked(run, FILLS).stream()
                        .filter(Polyline.class::isInstance)
                        .map(Polyline.class::cast)
                        .toList();

        assertThat(edges).hasSize(2);
        assertThat(edges.getFirst().xs()).containsExactly(10, 35, 85, 110);
        assertThat(edges.getLast().xs()).containsExactly(10, 35);
    }

    @Test
    void a_place_gives_its_moment_back() {
        assertThat(FIELD.moment(FIELD.x(7))).isEqualTo(7);
        assertThat(FIELD.moment(-100)).isZero();
        assertThat(FIELD.moment(1000)).isEqualTo(10);
    }

    @Test
    void a_field_without_time_is_refused() {
        assertThatThrownBy(() -> new Field(0, 0, 1, 1, 3, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // The loop that looked for a step with room went on for ever where there was none.
    @Test
    @Timeout(10)
    void an_axis_without_room_or_length_has_one_tick() {
        for (double most : new double[] {0, -5, 0.5, Double.NaN}) {
            assertThat(Ticks.minutes(45, most)).hasSizeBetween(1, 2).startsWith(0);
        }
        assertThat(Ticks.minutes(0, 10)).containsExactly(0);
        assertThat(Ticks.minutes(-1, 10)).containsExactly(0);
    }

    @Test
    void ticks_are_round_and_no_more_than_fit() {
        assertThat(Ticks.minutes(45, 10)).containsExactly(0, 5, 10, 15, 20, 25, 30, 35, 40, 45);
        assertThat(Ticks.minutes((double) Duration.ofDays(1).toMinutes(), 10))
                .containsExactly(0, 240, 480, 720, 960, 1200, 1440);
        assertThat(Ticks.minutes(100_000, 10).size()).isLessThanOrEqualTo(11);
    }

    @Test
    void coordinates_have_the_digits_of_svg_in_every_language() {
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("ar-EG", "fa", "hi-IN-u-nu-deva", "mr", "de")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                String svg =
                        new SvgPen()
                                .shapes(
                                        new Drawing(
                                                100,
                                                50,
                                                List.of(
                                                        FIELD.level(0.37, Hue.GRID, 1.25, 3),
                                                        FIELD.span(
                                                                1,
                                                                2,
                                                                LabelLook.UNCERTAIN.fill()))));
                assertThat(svg).contains("points=\"10,51.5 110,51.5\"").matches("\\p{ASCII}*");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbers_are_as_short_as_they_can_be() {
        assertThat(SvgPen.number(3)).isEqualTo("3");
        assertThat(SvgPen.number(-0.001)).isEqualTo("0");
        assertThat(SvgPen.number(-2.5)).isEqualTo("-2.5");
        assertThat(SvgPen.number(0.07)).isEqualTo("0.07");
        assertThat(SvgPen.number(12.346)).isEqualTo("12.35");
    }
}
