package org.classbarometer.ui.room;

import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What the window can show, in the order of the rail.
public enum Room {
    LIVE("live", "Alt+1"),
    REVIEW("review", "Alt+2"),
    SELF_CHECK("selfcheck", "Alt+3");

    private final String word;
    private final String keys;

    Room(String word, String keys) {
        this.word = word;
        this.keys = keys;
    }

    /// Key of its name.
    public String textKey() {
        return "room." + word;
    }

    /// Key of the text that says what it is for.
    public String helpKey() {
        return "room." + word + ".help";
    }

    public KeyCombination keys() {
        return KeyCombination.valueOf(keys);
    }

    String id() {
        return "room-" + word;
    }

    Ikon icon() {
        return switch (this) {
            case LIVE -> MaterialDesignP.PULSE;
            case REVIEW -> MaterialDesignC.CHART_TIMELINE_VARIANT;
            case SELF_CHECK -> MaterialDesignA.ACCOUNT_HEART_OUTLINE;
        };
    }
}
