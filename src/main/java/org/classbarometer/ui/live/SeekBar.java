package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;

/// Where in a recording the picture is, and the way to another place: dragged, or by the arrow keys
/// five seconds, by Page Up and Page Down a minute, by Home and End to its ends. Takes no room while
/// what plays has no length.
public final class SeekBar extends HBox {
    private static final double STEP_SECONDS = 5;
    private static final double PAGE_SECONDS = 60;

    private final LiveViewModel model;
    private final Slider slider = Nodes.named(new Slider(), "seek");
    private final Label time = Nodes.named(new Label(), "seek-time", Styles.TEXT_MUTED);
    private boolean following;

    public SeekBar(LiveViewModel model, Scope scope) {
        super(10);
        this.model = model;
        Nodes.named(this, "seek-bar", "seek-bar");
        setAlignment(Pos.CENTER_LEFT);
        slider.setAccessibleText(Text.of("ui.seek"));
        slider.setAccessibleHelp(Text.of("ui.seek.help"));
        slider.setBlockIncrement(STEP_SECONDS);
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::page);
        HBox.setHgrow(slider, Priority.ALWAYS);
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(slider, time);
        slider.valueProperty()
                .subscribe((_, value) -> {
                    if (!following && !slider.isValueChanging()) {
                        seek(value.doubleValue());
                    }
                });
        slider.valueChangingProperty()
                .subscribe((_, dragged) -> {
                    if (!dragged) {
                        seek(slider.getValue());
                    }
                });
        scope.watch(model.playhead().length(), this::show);
        scope.watch(model.playhead().position(), _ -> follow());
        scope.watch(
                model.fixedPlace(),
                why -> {
                    slider.setDisable(why.isPresent());
                    Tooltip.install(this, new Tooltip(why.orElse(Text.of("ui.seek.help"))));
                });
    }

    private void seek(double seconds) {
        model.seek(Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    private void page(KeyEvent event) {
        boolean back = event.getCode() == KeyCode.PAGE_DOWN;
        if (back || event.getCode() == KeyCode.PAGE_UP) {
            double by = back ? -PAGE_SECONDS : PAGE_SECONDS;
            slider.setValue(Math.clamp(slider.getValue() + by, 0, slider.getMax()));
            event.consume();
        }
    }

    private void show(Optional<Duration> length) {
        following = true;
        slider.setMax(length.map(SeekBar::seconds).orElse(1.0));
        following = false;
        Nodes.show(this, length.isPresent());
        follow();
    }

    private void follow() {
        Duration at = model.playhead().position().get();
        Optional<Duration> length = model.playhead().length().get();
        if (!slider.isValueChanging()) {
            following = true;
            slider.setValue(seconds(at));
            following = false;
        }
        String text =
                length.map(all ->
                                Text.of(
                                        "ui.seek.at",
                                        LessonTexts.clock(at),
                                        LessonTexts.clock(all)))
                        .orElse("");
        if (!text.equals(time.getText())) {
            time.setText(text);
            slider.setAccessibleText(Text.of("ui.seek") + ": " + text);
        }
    }

    private static double seconds(Duration of) {
        return of.toMillis() / 1_000.0;
    }
}
