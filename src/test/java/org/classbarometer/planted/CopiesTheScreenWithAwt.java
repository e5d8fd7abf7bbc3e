package org.classbarometer.planted;

import java.awt.Color;
import java.awt.Robot;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.ONLY_THE_SCREEN_SOURCE_LOOKS_AT_THE_SCREEN)
final class CopiesTheScreenWithAwt {
    private CopiesTheScreenWithAwt() {}

    static Color pixel(Robot robot) {
        return robot.getPixelColor(0, 0);
    }
}
