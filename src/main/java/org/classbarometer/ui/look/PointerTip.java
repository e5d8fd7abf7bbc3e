package org.classbarometer.ui.look;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Says what lies under the pointer on a chart, beside it, at once. The keyboard's way to the same
/// words is the chart's own. JavaFX thread.
public final class PointerTip {
    private static final double ASIDE = 14;

    private PointerTip() {}

    /// @param words what is said of a place in the chart's coordinates; empty for nothing
    public static void install(Region chart, BiFunction<Double, Double, Optional<String>> words) {
        Tooltip tip = new Tooltip();
        tip.getStyleClass().add("chart-tip");
        chart.addEventHandler(
                MouseEvent.MOUSE_MOVED,
                event -> {
                    Optional<String> now = words.apply(event.getX(), event.getY());
                    now.ifPresent(text -> {
                        tip.setText(text);
                        tip.show(chart, event.getScreenX() + ASIDE, event.getScreenY() + ASIDE);
                    });
                    if (now.isEmpty()) {
                        tip.hide();
                    }
                });
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> tip.hide());
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> tip.hide());
        chart.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        tip.hide();
                    }
                });
    }
}
