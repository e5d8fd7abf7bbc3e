package org.classbarometer.planted.nulls;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NULL_IS_NO_VALUE)
final class InAnUnmarkedPackage {
    private InAnUnmarkedPackage() {}

    static String word() {
        return "word";
    }
}
