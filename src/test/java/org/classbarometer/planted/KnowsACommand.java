package org.classbarometer.planted;

import org.classbarometer.cli.ClassBarometerCommand;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.ONLY_MAIN_KNOWS_SCREENS_AND_COMMANDS)
final class KnowsACommand {
    private KnowsACommand() {}

    static Class<?> command() {
        return ClassBarometerCommand.class;
    }
}
