package org.classbarometer.planted.frame;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.classbarometer.store.SqliteSessionStore;

@Breaks(Rule.FRAMES_KNOW_NOTHING_BUT_PICTURES)
final class FrameThatKnowsTheStore {
    private FrameThatKnowsTheStore() {}

    static Class<?> store() {
        return SqliteSessionStore.class;
    }
}
