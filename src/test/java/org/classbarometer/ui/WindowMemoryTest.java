package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.classbarometer.ui.settings.WindowPlace;
import org.junit.jupiter.api.Test;

class WindowMemoryTest {
    @Test
    void the_window_never_reaches_over_the_screen_at_twofold_scale() {
        Rectangle2D screen = new Rectangle2D(0, 0, 960, 540);

        assertThat(WindowMemory.fitted(WindowPlace.NONE, screen))
                .isEqualTo(new WindowPlace(0, 0, 960, 540, false));
    }

    @Test
    void a_window_that_was_on_a_larger_screen_comes_back_into_sight() {
        Rectangle2D screen = new Rectangle2D(0, 24, 1366, 744);

        assertThat(WindowMemory.fitted(new WindowPlace(1500, 900, 1200, 700, true), screen))
                .isEqualTo(new WindowPlace(166, 68, 1200, 700, true));
    }
}
