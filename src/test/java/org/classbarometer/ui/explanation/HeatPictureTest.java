package org.classbarometer.ui.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.classbarometer.expression.ExplanationMap;
import org.junit.jupiter.api.Test;

class HeatPictureTest {
    private static final ExplanationMap MAP =
            new ExplanationMap(
                    new byte[] {0, (byte) 200, 100, 50},
                    2,
                    2,
                    new float[][] {{0, 4, 0, 0}, {0.1f, 0.1f, 0.1f, 0.1f}},
                    2,
                    2,
                    new float[] {0.9f, 0.1f});

    private static int alpha(int argb) {
        return argb >>> 24;
    }

    @Property
    void the_glow_grows_with_the_evidence(
            @ForAll @FloatRange(max = 1) float a, @ForAll @FloatRange(max = 1) float b) {
        assertThat(alpha(HeatPicture.glow(Math.max(a, b))))
                .isGreaterThanOrEqualTo(alpha(HeatPicture.glow(Math.min(a, b))));
    }

    @Test
    void where_nothing_spoke_for_the_label_the_face_is_clear() {
        assertThat(alpha(HeatPicture.glow(0))).isZero();
    }

    @Test
    void the_glow_is_where_the_map_is_high() {
        var heat = HeatPicture.heat(MAP, 0).getPixelReader();
        int last = HeatPicture.SIZE - 1;
        assertThat(alpha(heat.getArgb(last, 0))).isGreaterThan(150);
        assertThat(alpha(heat.getArgb(0, last))).isZero();
    }

    @Test
    void weak_evidence_looks_weak_beside_strong() {
        var heat = HeatPicture.heat(MAP, 1).getPixelReader();
        assertThat(alpha(heat.getArgb(48, 48))).isLessThan(60);
    }

    @Test
    void the_crop_is_what_the_model_saw() {
        var crop = HeatPicture.crop(MAP).getPixelReader();
        assertThat(crop.getArgb(1, 0)).isEqualTo(0xffc8c8c8);
    }
}
