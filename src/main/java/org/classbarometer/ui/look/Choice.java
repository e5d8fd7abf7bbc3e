package org.classbarometer.ui.look;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A list to choose one of. With the keyboard as with the mouse a choice takes effect when the list
/// closes, not at each step of an arrow key on the way to it; Escape leaves everything as it was.
///
/// @param <T> what is chosen among
public final class Choice<T> extends ComboBox<T> {
    private T chosen;
    private boolean heeded;

    /// @param now one of the values
    /// @param name what a value is called
    /// @param take told another value once it is chosen
    public Choice(List<T> values, T now, Function<T, String> name, Consumer<T> take) {
        chosen = now;
        getItems().setAll(values);
        setValue(now);
        setMaxWidth(Double.MAX_VALUE);
        Nodes.names(this, name);
        // Closed, an arrow key opens the list instead of choosing unseen.
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean step = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN;
                    if (step && !isShowing()) {
                        show();
                        event.consume();
                    }
                    forgetOnEscape(event);
                });
        showingProperty()
                .subscribe(showing -> {
                    if (showing) {
                        heedEscape();
                    } else {
                        settle(take);
                    }
                });
        // What sets the value otherwise, such as a screen reader, chooses too.
        valueProperty()
                .subscribe(_ -> {
                    if (!isShowing()) {
                        settle(take);
                    }
                });
    }

    // The list hides on Escape by itself, and would take with it what was only passed by.
    private void heedEscape() {
        if (!heeded && getSkin() instanceof ComboBoxListViewSkin<?> skin) {
            heeded = true;
            skin.getPopupContent().addEventFilter(KeyEvent.KEY_PRESSED, this::forgetOnEscape);
        }
    }

    private void forgetOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isShowing()) {
            setValue(chosen);
        }
    }

    private void settle(Consumer<T> take) {
        T now = getValue();
        if (now != null && !now.equals(chosen)) {
            chosen = now;
            take.accept(now);
        }
    }
}
