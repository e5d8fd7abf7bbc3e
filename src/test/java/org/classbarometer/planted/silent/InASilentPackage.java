package org.classbarometer.planted.silent;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NULL_IS_NO_VALUE)
final class InASilentPackage {
    private InASilentPackage() {}

    static String word() {
        return "word";
    }
}
