package org.classbarometer.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/// Looks up user-visible texts. Thread-safe; the language is the JVM's display locale, which the
/// program sets once at start from the settings.
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
        String bundle = key.substring(0, key.indexOf('.'));
        String pattern =
                ResourceBundle.getBundle("org.classbarometer.text." + bundle, locale, CONTROL)
                        .getString(key);
        return new MessageFormat(pattern, locale).format(plain(arguments));
    }

    // Names come from files: they must not move a terminal's cursor, colour it, or turn a line
    // around.
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private static Object[] plain(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof String text
                                ? CONTROLS.matcher(text).replaceAll("\uFFFD")
                                : argument)
                .toArray();
    }

    // English is the base bundle: a reader of English on a German machine must not get German.
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
