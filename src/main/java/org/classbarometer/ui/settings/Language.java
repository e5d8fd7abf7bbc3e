package org.classbarometer.ui.settings;

import java.util.Locale;

/// The languages the texts exist in, or the system's.
public enum Language {
    SYSTEM("", ""),
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /// What its speakers call it; empty for [#SYSTEM].
    public String ownName() {
        return ownName;
    }

    /// @param system the display language the program was started with
    public Locale locale(Locale system) {
        return this == SYSTEM ? system : Locale.of(tag);
    }
}
