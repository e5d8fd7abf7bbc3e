package org.classbarometer.planted;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.classbarometer.ui.Ui;

@Breaks(Rule.ONLY_MAIN_KNOWS_SCREENS_AND_COMMANDS)
final class KnowsAScreen {
    private KnowsAScreen() {}

    static Class<?> screen() {
        return Ui.class;
    }
}
