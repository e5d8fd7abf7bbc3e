package org.classbarometer.ui.review.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Pane;
import org.classbarometer.expression.LabelSet;
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

    @Test
    void what_is_not_told_of_an_expression_is_hatched_and_not_a_share_of_nothing()
            throws Exception {
        WeekGrid grid =
                WeekGrid.of(
                                List.of(
                                        Lessons.timeline(
                                                12, _ -> Optional.of(Lessons.happy(20, 2, 0.4)))))
                        .orElseThrow();
        int happy = LabelSet.FOUR.labels().indexOf("happiness");
        int sad = LabelSet.FOUR.labels().indexOf("sadness");
        assertThat(grid.weeks().getFirst().cells().getFirst().shares()[sad]).isZero();

        assertThat(coloursOfACell(grid, happy)).isEqualTo(1);
        assertThat(coloursOfACell(grid, sad)).isGreaterThan(1);
    }

    /// Left of its number; the only one.
    private static long coloursOfACell(WeekGrid grid, int label) throws Exception {
        return waitFor(
                20,
                TimeUnit.SECONDS,
                asyncFx(() -> {
                    HeatMap map = new HeatMap(Optional.empty());
                    Scene _ = new Scene(new Pane(map), 1000, 100);
                    map.palette(new Palette(false));
                    map.show(Optional.of(grid), label);
                    map.resize(1000, 100);
                    map.layout();
                    PixelReader pixels = map.snapshot(null, null).getPixelReader();
                    return IntStream.range(0, 40)
                            .map(x -> pixels.getArgb(300 + x, 34))
                            .distinct()
                            .count();
                }));
    }
}
