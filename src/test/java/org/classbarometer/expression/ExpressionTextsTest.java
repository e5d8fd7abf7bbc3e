package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.classbarometer.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTextsTest {
    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.classbarometer.text.expression",
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_label_has_a_name_for_people(String language) {
        Locale locale = Locale.of(language);
        for (String label : LabelSet.KNOWN) {
            assertThat(Text.of(locale, "expression.label." + label)).isNotBlank();
        }
        assertThat(Text.of(locale, "expression.uncertain")).isNotBlank();
        assertThat(Text.of(locale, "expression.other")).isNotBlank();
    }

    @Test
    void german_says_everything_that_english_says() {
        ResourceBundle english = bundle(Locale.ROOT);
        ResourceBundle german = bundle(Locale.GERMAN);
        assertThat(german.keySet()).isEqualTo(english.keySet());
        long translated =
                german.keySet().stream()
                        .filter(key -> !german.getString(key).equals(english.getString(key)))
                        .count();
        // A few words are the same in both languages.
        assertThat(translated).isGreaterThan(german.keySet().size() - 3L);
    }
}
