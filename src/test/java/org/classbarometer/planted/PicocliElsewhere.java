package org.classbarometer.planted;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import picocli.CommandLine;

@Breaks(Rule.PICOCLI_IS_FOR_THE_COMMAND_LINE)
final class PicocliElsewhere {
    private PicocliElsewhere() {}

    static String version() {
        return CommandLine.VERSION.toString() + CommandLine.class;
    }
}
