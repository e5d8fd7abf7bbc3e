package org.classbarometer.ui.review.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.classbarometer.review.Lessons;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.ui.look.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class HeatMapTest {
    // A new language builds the screen anew: weeks are shown and coloured before the window has
    // given the map a width. The painting never came back from it.
    @Test
    void weeks_are_painted_in_any_width_the_window_ever_has() throws Exception {
        WeekGrid grid =
                WeekGrid.of(
                                List.of(
                                        Lessons.timeline(
                                                540, _ -> Optional.of(Lessons.happy(20, 2, 0.4)))))
                        .orElseThrow();
        boolean painted =
                waitFor(
                        20,
                        TimeUnit.SECONDS,
                        asyncFx(() -> {
                            HeatMap map = new HeatMap(Optional.of((_, _) -> {}));
                            map.show(Optional.of(grid), 1);
                            map.palette(new Palette(true));
                            for (double width : new double[] {0, 1, 100, 138, 140, 141, 900}) {
                                map.resize(width, 200);
                                map.layout();
                                map.type(map.prefHeight(-1) > 0 ? 12 + width / 100 : 12);
                                map.palette(new Palette(false));
                            }
                            return true;
                        }));

        assertThat(painted).isTrue();
    }
}
