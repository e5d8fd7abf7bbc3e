package org.classbarometer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar-EG",
                "fa-IR",
                "mr-IN",
                "my-MM",
                "hi-IN-u-nu-deva",
                "ja-JP-u-ca-japanese",
                "th-TH-u-ca-buddhist-nu-thai",
                "zh-CN",
                "ka-GE"
            })
    void english_on_a_machine_in_a_third_language_has_english_numbers_and_dates(String tag) {
        Locale locale = Language.SYSTEM.locale(Locale.forLanguageTag(tag));

        assertThat(locale.getLanguage()).isEqualTo("en");
        assertThat(locale.getCountry()).isEqualTo(Locale.forLanguageTag(tag).getCountry());
        assertThat(String.format(locale, "%d:%02d", 12, 5)).isEqualTo("12:05");
        assertThat(NumberFormat.getPercentInstance(locale).format(0.58)).isEqualTo("58%");
        assertThat(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(locale)
                                .format(LocalDate.of(2026, 11, 23)))
                .contains("2026", "23", "November", "Monday")
                .matches("\\p{ASCII}*");
    }

    @Test
    void german_keeps_its_country_and_loses_foreign_digits() {
        assertThat(Language.SYSTEM.locale(Locale.forLanguageTag("de-CH-u-nu-arab")))
                .isEqualTo(Locale.of("de", "CH"));
        assertThat(Language.GERMAN.locale(Locale.forLanguageTag("ar-EG"))).isEqualTo(Locale.GERMAN);
    }
}
