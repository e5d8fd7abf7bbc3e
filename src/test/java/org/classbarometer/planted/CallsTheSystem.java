package org.classbarometer.planted;

import java.lang.foreign.Linker;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.ONLY_THE_WINDOW_SOURCE_CALLS_THE_SYSTEM)
final class CallsTheSystem {
    private CallsTheSystem() {}

    static Linker linker() {
        return Linker.nativeLinker();
    }
}
