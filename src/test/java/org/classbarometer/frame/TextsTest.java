package org.classbarometer.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.classbarometer.text.Text;
import org.junit.jupiter.api.Test;

class TextsTest {
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
