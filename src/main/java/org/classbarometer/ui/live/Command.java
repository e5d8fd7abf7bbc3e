package org.classbarometer.ui.live;

import javafx.scene.input.KeyCombination;

/// What can be done from the keyboard, on the live screen or anywhere in the window.
public enum Command {
    START_STOP("Shortcut+P", "ui.command.startstop"),
    PAUSE("Shortcut+Shift+P", "ui.command.pause"),
    SOURCE("Shortcut+O", "ui.command.source"),
    LABELS_FIRST("Shortcut+1", "ui.command.labels.first"),
    LABELS_SECOND("Shortcut+2", "ui.command.labels.second"),
    LABELS_THIRD("Shortcut+3", "ui.command.labels.third"),
    LABELS_FOURTH("Shortcut+4", "ui.command.labels.fourth"),
    FACE_LABELS("Shortcut+L", "ui.command.facelabels"),
    EXPLAIN("Shortcut+E", "ui.command.explain"),
    MASKS("Shortcut+M", "ui.command.masks"),
    ADD_MASK("Shortcut+N", "ui.command.addmask"),
    BACK("Esc", "ui.command.back"),
    SETTINGS("Shortcut+Comma", "ui.command.settings"),
    NOTICE("Shortcut+I", "ui.command.notice"),
    FULL_SCREEN("F11", "ui.command.fullscreen"),
    RECORD("Shortcut+R", "record.command.record"),
    MARKER("Shortcut+K", "record.command.marker"),
    HELP("F1", "ui.command.help"),
    QUIT("Shortcut+Q", "ui.command.quit");

    private final String keys;
    private final String textKey;

    Command(String keys, String textKey) {
        this.keys = keys;
        this.textKey = textKey;
    }

    public KeyCombination keys() {
        return KeyCombination.valueOf(keys);
    }

    /// Whether the window does it, whatever it shows; the others act on the live screen.
    public boolean anywhere() {
        return switch (this) {
            case SETTINGS, NOTICE, FULL_SCREEN, RECORD, MARKER, HELP, QUIT -> true;
            default -> false;
        };
    }

    /// Key of the text that says what it does.
    public String textKey() {
        return textKey;
    }
}
