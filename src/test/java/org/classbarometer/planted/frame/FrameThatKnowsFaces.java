package org.classbarometer.planted.frame;

import org.classbarometer.face.Box;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;

@Breaks(Rule.FRAMES_KNOW_NOTHING_BUT_PICTURES)
final class FrameThatKnowsFaces {
    private FrameThatKnowsFaces() {}

    static Class<?> face() {
        return Box.class;
    }
}
