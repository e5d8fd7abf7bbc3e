package org.classbarometer.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.classbarometer.text.Language;
import org.classbarometer.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExpressionTextsTest {
    @ParameterizedTest
    @FieldSource("org.classbarometer.text.Language#WRITTEN")
    void every_label_has_a_name_for_people(Language language) {
        Locale locale = Locale.of(language.tag());
        for (String label : LabelSet.KNOWN) {
            assertThat(Text.of(locale, "expression.label." + label)).isNotBlank();
        }
        assertThat(Text.of(locale, "expression.uncertain")).isNotBlank();
        assertThat(Text.of(locale, "expression.other")).isNotBlank();
    }
}
