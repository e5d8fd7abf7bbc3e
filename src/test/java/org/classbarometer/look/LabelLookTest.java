package org.classbarometer.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.classbarometer.expression.LabelSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelLookTest {
    private static final LabelSet ENGAGEMENT =
            new LabelSet(
                    "engagement", List.of("engaged", "bored", "confused", "frustrated", "angry"));

    // Machado, Oliveira, Fernandes (2009), severity 1, on linear RGB.
    private static final Map<String, double[][]> EYES =
            Map.of(
                    "all colours",
                    new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                    "no red",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
                    "no green",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968},
                        {0.280085, 0.672501, 0.047413},
                        {-0.011820, 0.042940, 0.968881}
                    },
                    "no blue",
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    });

    private static Stream<LabelSet> sets() {
        return Stream.concat(LabelSet.VIEWS.stream(), Stream.of(ENGAGEMENT));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void no_two_labels_of_a_set_share_a_colour_a_pattern_a_glyph_or_a_name(LabelSet labels) {
        List<LabelLook> looks = LabelLook.stack(labels);

        assertThat(looks).hasSize(labels.size() + 1);
        assertThat(looks).extracting(look -> look.fill().colour()).doesNotHaveDuplicates();
        assertThat(looks).extracting(look -> look.fill().pattern()).doesNotHaveDuplicates();
        assertThat(looks).extracting(LabelLook::glyph).doesNotHaveDuplicates();
        assertThat(looks).extracting(LabelLook::name).doesNotHaveDuplicates();
        assertThat(looks)
                .extracting(look -> look.fill().pattern())
                .doesNotContain(Fill.SUPPRESSED.pattern());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void ink_is_legible_on_every_colour_and_strokes_are_seen(LabelSet labels) {
        for (LabelLook look : LabelLook.stack(labels)) {
            Fill fill = look.fill();
            assertThat(contrast(fill.colour().light(), Hue.INK.light()))
                    .as(look.label())
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(fill.colour().light(), fill.strokes().light()))
                    .as(look.label())
                    .satisfies(seen ->
                            assertThat(fill.pattern() == Pattern.PLAIN || seen >= 3).isTrue());
            assertThat(contrast(fill.colour().dark(), fill.strokes().dark()))
                    .as(look.label())
                    .satisfies(seen ->
                            assertThat(fill.pattern() == Pattern.PLAIN || seen >= 3).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void colours_stay_apart_for_every_kind_of_eye_on_either_ground(LabelSet labels) {
        List<LabelLook> looks = LabelLook.stack(labels);
        for (Map.Entry<String, double[][]> eye : EYES.entrySet()) {
            for (boolean dark : new boolean[] {false, true}) {
                List<double[]> seen = new ArrayList<>();
                for (LabelLook look : looks) {
                    Hue hue = look.fill().colour();
                    seen.add(oklab(eye.getValue(), dark ? hue.dark() : hue.light()));
                }
                for (int i = 0; i < seen.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        // 2 is about the least that can be seen; the old colours came to 0.8.
                        assertThat(distance(seen.get(i), seen.get(j)))
                                .as(
                                        "%s: %s, %s",
                                        eye.getKey(), looks.get(i).label(), looks.get(j).label())
                                .isGreaterThan(8.5);
                    }
                }
            }
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] c = linear(colour);
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    }

    private static double[] linear(String colour) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    // Björn Ottosson (2020), times 100.
    private static double[] oklab(double[][] eye, String colour) {
        double[] c = times(eye, linear(colour));
        for (int i = 0; i < 3; i++) {
            c[i] = Math.clamp(c[i], 0, 1);
        }
        double[] cones =
                times(
                        new double[][] {
                            {0.4122214708, 0.5363325363, 0.0514459929},
                            {0.2119034982, 0.6806995451, 0.1073969566},
                            {0.0883024619, 0.2817188376, 0.6299787005}
                        },
                        c);
        for (int i = 0; i < 3; i++) {
            cones[i] = 100 * Math.cbrt(cones[i]);
        }
        return times(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                cones);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2)
                        + Math.pow(one[1] - other[1], 2)
                        + Math.pow(one[2] - other[2], 2));
    }
}
