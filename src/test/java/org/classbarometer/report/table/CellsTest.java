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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x;=1+1",
                "x\t@sum",
                "x\n-1",
                "x\r\n+1",
                "x; \u200b=1",
                "x;\"=1",
                ";=1",
                "'x;'=1",
                "\t=1",
                "\r\n'=;;=",
                "plain; 'quoted'"
            })
    void no_separator_inside_begins_a_formula_and_the_text_comes_back(String text) {
        String cell = Cells.text(text);

        assertThat(cell.split("[;\t\r\n]"))
                .noneMatch(part -> part.matches("[\\s\"\\u200b]*[=+\\-@].*"));
        assertThat(cell.replaceAll("(^|[;\t\r\n])'", "$1")).isEqualTo(text);
    }
}
