package org.classbarometer.planted.circle.one;

import org.classbarometer.planted.circle.two.Second;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.NO_CIRCLES_OF_PACKAGES)
public final class First {
    private First() {}

    static Class<?> next() {
        return Second.class;
    }
}
