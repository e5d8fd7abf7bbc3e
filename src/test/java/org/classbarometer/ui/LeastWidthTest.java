package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.classbarometer.frame.ChildJvm;
import org.classbarometer.frame.VirtualScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// On a screen that has room for a large window, which the headless one has not.
class LeastWidthTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_language_or_text_size_chosen_in_a_large_window_does_not_keep_it_large()
            throws Exception {
        try (VirtualScreen screen = VirtualScreen.start(1920, 1080);
                ChildJvm window =
                        new ChildJvm(LargeWindowMain.class, List.of(), screen.environment())) {
            window.await("done", 0);
            List<Double> widths =
                    window.lines().stream()
                            .filter(line -> line.startsWith("least "))
                            .map(line -> Double.valueOf(line.substring("least ".length())))
                            .toList();

            assertThat(widths).hasSize(3).allMatch(width -> width < 1280);
        }
    }
}
