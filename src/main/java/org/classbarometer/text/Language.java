package org.classbarometer.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages the texts exist in, or the system's. The one list of them.
public enum Language {
    SYSTEM("", ""),
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch");

    /// All but [#SYSTEM].
    public static final List<Language> WRITTEN =
            Arrays.stream(values()).filter(language -> language != SYSTEM).toList();

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /// The written language with this ISO 639 code.
    public static Optional<Language> of(String tag) {
        return WRITTEN.stream().filter(language -> language.tag.equals(tag)).findFirst();
    }

    /// ISO 639 code; empty for [#SYSTEM].
    public String tag() {
        return tag;
    }

    /// What its speakers call it; empty for [#SYSTEM].
    public String ownName() {
        return ownName;
    }

    /// Always one that is written, with its own digits and calendar: English on a machine in a third
    /// language is English throughout, dates and numbers included. The country stays.
    ///
    /// @param system the display language the program was started with
    public Locale locale(Locale system) {
        if (this != SYSTEM) {
            return Locale.of(tag);
        }
        String written = of(system.getLanguage()).orElse(ENGLISH).tag;
        return Locale.of(written, system.getCountry());
    }
}
