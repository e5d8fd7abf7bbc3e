package org.classbarometer.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.UseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LawTest {
    private static Optional<UseContext> use(String country, Purpose purpose) {
        return Optional.of(new UseContext(new Place(country), purpose));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE", "FR", "IE", "HR", "IS", "LI", "NO", "AX", "GF", "GP", "MF", "MQ", "RE", "YT"
            })
    void a_class_in_the_eu_or_eea_is_neither_watched_nor_stored(String country) {
        Optional<UseContext> context = use(country, Purpose.CLASS);
        assertThat(Refusal.ofWatching(context, new SourceChoice.Camera(0)).orElseThrow())
                .contains("5(1)(f)");
        assertThat(Refusal.ofStoring(context).orElseThrow()).contains("5(1)(f)");
        assertThat(Refusal.ofWatching(context, new SourceChoice.Demo())).isEmpty();
        assertThat(Refusal.ofWatching(context, new SourceChoice.File(Path.of("actors.mp4"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US", "CH", "GB", "BR", "GL", "FO", "NC", "PF", "AW", "CW", "BQ", "SX", "BL", "PM",
                "WF"
            })
    void a_class_elsewhere_may_be_watched_and_stored(String country) {
        Optional<UseContext> context = use(country, Purpose.CLASS);
        assertThat(Refusal.ofWatching(context, new SourceChoice.Camera(0))).isEmpty();
        assertThat(Refusal.ofStoring(context)).isEmpty();
    }

    @Test
    void self_check_shows_no_class_and_stores_none() {
        Optional<UseContext> context = use("US", Purpose.SELF_CHECK);
        assertThat(Refusal.ofWatching(context, new SourceChoice.Camera(0))).isPresent();
        assertThat(Refusal.ofStoring(context)).isPresent();
    }

    @Test
    void the_law_is_readable_in_every_language_and_says_that_it_is_no_advice() {
        Document english = Document.law(Locale.ENGLISH);
        Document german = Document.law(Locale.GERMANY);
        assertThat(english.title()).isEqualTo("Law");
        assertThat(german.title()).isEqualTo("Recht");
        assertThat(german.blocks()).hasSameSizeAs(english.blocks());
        assertThat(english.blocks().getFirst().text())
                .contains("no legal advice")
                .doesNotContain("*");
        assertThat(Document.law(Locale.FRENCH)).isEqualTo(english);
    }

    @Test
    void the_statement_is_the_same_in_every_language_and_carries_its_version() {
        OptInStatement english = OptInStatement.in(Locale.UK);
        OptInStatement german = OptInStatement.in(Locale.of("de", "CH"));
        assertThat(german.text().blocks()).hasSameSizeAs(english.text().blocks());
        assertThat(german.version()).isEqualTo(english.version());
        assertThat(german.language()).isEqualTo("de");
        assertThat(OptInStatement.in(Locale.FRENCH).language()).isEqualTo("en");
    }

    @Test
    void the_page_for_the_browser_needs_nothing_else() {
        String html = StatementPage.html(OptInStatement.in(Locale.ENGLISH));
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>Do you opt in?</h1>", "<li>", "version 1")
                .doesNotContain("<img", "<script", "http", "src=", "url(");
        assertThat(html.split("<ul>", -1)).hasSameSizeAs(html.split("</ul>", -1));
    }
}
