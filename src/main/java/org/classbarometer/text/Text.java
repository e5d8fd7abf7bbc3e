package org.classbarometer.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks up user-visible texts. Thread-safe; the language is the JVM's display locale, which the
/// program sets once at start from the settings. A text that a language lacks is in English.
public final class Text {
    private Text() {}

    /// @param key bundle name, dot, rest: `frame.camera.busy`
    /// @param arguments put into the text by [MessageFormat]
    /// @throws java.util.MissingResourceException when the key does not exist: a programming error
    public static String of(String key, Object... arguments) {
        Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
        return of(locale, key, arguments);
    }

    /// As [#of(String, Object...)], in a given language.
    public static String of(Locale locale, String key, Object... arguments) {
        String pattern = bundle(key.substring(0, key.indexOf('.')), locale).getString(key);
        return new MessageFormat(pattern, locale).format(plain(arguments));
    }

    /// All texts of one bundle, for a library that looks them up itself.
    ///
    /// @param name as in the keys: `frame`
    public static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, FOLDERS);
    }

    // Names come from files: they must not move a terminal's cursor, colour it, or turn a line
    // around. And whatever is told of an address, its password is not.
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    /// What came from a file or was typed, such as the name of a class, for one line of a terminal.
    public static String line(String text) {
        return CONTROLS.matcher(text).replaceAll("\uFFFD").replace('\n', '\uFFFD');
    }

    private static Object[] plain(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof String text
                                ? Secrets.without(CONTROLS.matcher(text).replaceAll("\uFFFD"))
                                : argument)
                .toArray();
    }

    /// A folder for each language: `de/frame.properties`. English, which stands for all others, is
    /// never looked for in the system's language: a reader of English on a German machine must not
    /// get German.
    private static final ResourceBundle.Control FOLDERS =
            new ResourceBundle.Control() {
                @Override
                public List<String> getFormats(String name) {
                    return FORMAT_PROPERTIES;
                }

                @Override
                public List<Locale> getCandidateLocales(String name, Locale locale) {
                    return Language.of(locale.getLanguage())
                            .filter(language -> language != Language.ENGLISH)
                            .map(language -> List.of(Locale.of(language.tag()), Locale.ROOT))
                            .orElse(List.of(Locale.ROOT));
                }

                @Override
                public @Nullable Locale getFallbackLocale(String name, Locale locale) {
                    return null;
                }

                @Override
                public String toBundleName(String name, Locale locale) {
                    String folder =
                            locale.equals(Locale.ROOT)
                                    ? Language.ENGLISH.tag()
                                    : locale.getLanguage();
                    return "org.classbarometer.text.%s.%s".formatted(folder, name);
                }
            };
}
