package org.classbarometer.planted;

import javafx.scene.paint.Color;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.JAVAFX_IS_FOR_THE_SCREENS)
final class JavaFxBelowTheScreens {
    private JavaFxBelowTheScreens() {}

    static Color colour() {
        return Color.RED;
    }
}
