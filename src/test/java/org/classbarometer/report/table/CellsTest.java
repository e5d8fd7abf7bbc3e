package org.classbarometer.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                " =1+1",
                "\u00a0=1",
                "\u200b=1",
                "\ufeff @x",
                "\u2028-1",
                "\u202e+1"
            })
    void a_formula_behind_a_blank_or_an_unseen_character_is_guarded_too(String text) {
        assertThat(Cells.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Group work", " begins", "\u200bquiet", "a = b"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(Cells.text(text)).isEqualTo(text);
    }
}
