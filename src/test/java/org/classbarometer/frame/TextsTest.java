package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.classbarometer.text.Text;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.classbarometer.text.frame", locale);
    }

    @Test
    void every_text_exists_in_both_languages_and_can_be_filled_in() {
        ResourceBundle english = bundle(Locale.ROOT);
        ResourceBundle german = bundle(Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(german.getString(key)).as(key).isNotEqualTo(english.getString(key));
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
                MessageFormat text = new MessageFormat(bundle(locale).getString(key), locale);
                assertThat(text.getFormatsByArgumentIndex())
                        .as(key)
                        .hasSameSizeAs(
                                new MessageFormat(english.getString(key), locale)
                                        .getFormatsByArgumentIndex());
            }
        }
    }

    @Test
    void numbers_of_images_are_told_as_people_say_them() {
        assertThat(Text.of(Locale.ENGLISH, "frame.folder.skipped", "trip", 1, "a.jpg"))
                .isEqualTo("trip (one file left out: a.jpg)");
        assertThat(Text.of(Locale.ENGLISH, "frame.folder.skipped", "trip", 3, "c.jpg"))
                .isEqualTo("trip (3 files left out: c.jpg)");
        assertThat(Text.of(Locale.ENGLISH, "frame.folder.unreadable", "trip", 1, "a.jpg"))
                .startsWith("trip: nothing in it can be shown (a.jpg). ");
        assertThat(Text.of(Locale.GERMAN, "frame.folder.skipped", "Ausflug", 2, "b.jpg"))
                .isEqualTo("Ausflug (2 Dateien ausgelassen: b.jpg)");
    }
}
