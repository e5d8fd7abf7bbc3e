package org.classbarometer.planted.review.chart;

import javafx.scene.image.ImageView;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.CHARTS_HOLD_NO_PICTURES)
final class HoldsAPicture {
    private HoldsAPicture() {}

    static ImageView picture() {
        return new ImageView();
    }
}
