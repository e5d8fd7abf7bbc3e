package org.classbarometer.report.sheet;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.classbarometer.text.Text;

/// Texts, numbers and times in the language of a report.
record SheetTexts(Locale locale) {
    /// @param key after `report.sheet.`
    String of(String key, Object... arguments) {
        return Text.of(locale, "report.sheet." + key, arguments);
    }

    /// BCP 47.
    String language() {
        return locale.toLanguageTag();
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale).format(share);
    }

    String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// `5 s`, `0.5 s`.
    String seconds(Duration span) {
        return of("seconds", span.toMillis() / 1000.0);
    }

    /// Minutes and seconds since the start: `12:05`.
    static String minutes(Duration span) {
        return "%d:%02d".formatted(span.toMinutes(), span.toSecondsPart());
    }

    String day(OffsetDateTime at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(at);
    }

    String clock(OffsetDateTime at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(at);
    }

    /// Day and time of day, short.
    String moment(OffsetDateTime at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at);
    }

    /// @param code ISO 3166-1 alpha-2
    String country(String code) {
        return Locale.of("", code).getDisplayCountry(locale);
    }

    /// A consent's role; one that the program does not know stands as it was written.
    String role(String role) {
        return role.equals("teacher") ? of("role.teacher") : role;
    }

    /// @param code ISO 639
    String languageName(String code) {
        return Locale.of(code).getDisplayLanguage(locale);
    }
}
