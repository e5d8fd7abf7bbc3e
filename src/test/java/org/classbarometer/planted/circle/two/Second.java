package org.classbarometer.planted.circle.two;

import org.classbarometer.planted.circle.one.First;

public final class Second {
    private Second() {}

    static Class<?> next() {
        return First.class;
    }
}
