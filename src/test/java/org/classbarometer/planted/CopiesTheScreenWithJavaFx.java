package org.classbarometer.planted;

import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.ONLY_THE_SCREEN_SOURCE_LOOKS_AT_THE_SCREEN)
final class CopiesTheScreenWithJavaFx {
    private CopiesTheScreenWithJavaFx() {}

    static Color pixel(Robot robot) {
        return robot.getPixelColor(0, 0);
    }
}
