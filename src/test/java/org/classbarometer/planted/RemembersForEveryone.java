package org.classbarometer.planted;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NO_STATIC_STATE)
final class RemembersForEveryone {
    private static int count;

    private RemembersForEveryone() {}

    static int next() {
        return ++count;
    }
}
