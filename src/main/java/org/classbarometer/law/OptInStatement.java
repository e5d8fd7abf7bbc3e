package org.classbarometer.law;

import java.util.Locale;
import org.classbarometer.text.Language;

/// What people opt in to, in plain words. A statement that was once agreed to is never changed: other
/// words are another version, and every stored consent names the version it was given to.
///
/// @param version counts up from `1`
/// @param language ISO 639 code of the language it is in
public record OptInStatement(String version, String language, Document text) {
    private static final String NEWEST = "1";

    /// The newest version in a language, in English where there is no translation.
    public static OptInStatement in(Locale locale) {
        String language = Language.of(locale.getLanguage()).orElse(Language.ENGLISH).tag();
        return new OptInStatement(
                NEWEST,
                language,
                Document.read(
                        "/org/classbarometer/text/%s/statement-%s.md".formatted(language, NEWEST)));
    }

    /// In the language of the screen.
    public static OptInStatement shown() {
        return in(Locale.getDefault(Locale.Category.DISPLAY));
    }
}
