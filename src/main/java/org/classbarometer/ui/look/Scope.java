package org.classbarometer.ui.look;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// What a screen watches while it is there. The view model outlives its views (a new language builds
/// new ones), so every view watches through a scope that ends with it. JavaFX thread.
public final class Scope implements AutoCloseable {
    private Subscription all = Subscription.EMPTY;

    /// Tells the value now and whenever it changes.
    public <T> void watch(ObservableValue<T> value, Consumer<? super T> listener) {
        all = all.and(value.subscribe(listener));
    }

    /// Runs when the value changes.
    public void onChange(ObservableValue<?> value, Runnable run) {
        all = all.and(value.subscribe((_, _) -> run.run()));
    }

    /// Tells what changes in a list.
    public <T> void watchList(ObservableList<T> list, ListChangeListener<T> listener) {
        list.addListener(listener);
        all = all.and(() -> list.removeListener(listener));
    }

    @Override
    public void close() {
        all.unsubscribe();
    }
}
