package org.classbarometer.ui.review.model;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.session.SessionStore;

/// A class over weeks. JavaFX thread.
public final class WeeksModel {
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final SessionStore store;
    private final ReviewTasks tasks;
    private final SessionChoice choice;
    private final ReadOnlyObjectWrapper<Optional<WeekGrid>> grid =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    private int which;

    WeeksModel(SessionStore store, ReviewTasks tasks, SessionChoice choice) {
        this.store = store;
        this.tasks = tasks;
        this.choice = choice;
    }

    void load() {
        Optional<String> name = className();
        if (name.isEmpty()) {
            clear();
            return;
        }
        tasks.run(
                () -> WeekGrid.of(store.timelines(name.get(), Instant.EPOCH, ALWAYS)),
                loaded -> {
                    if (name.equals(className())) {
                        grid.set(loaded);
                    }
                });
    }

    void clear() {
        grid.set(Optional.empty());
    }

    /// The class whose weeks are shown: the one the list is of, else that of the session shown.
    public Optional<String> className() {
        return choice.filter()
                .get()
                .className()
                .or(() -> choice.first().map(SessionChoice::className));
    }

    /// @param label index of the label whose shares are shown
    public void show(int label) {
        which = label;
    }

    /// Index of the label whose shares are shown.
    public int which() {
        return which;
    }

    public ReadOnlyObjectProperty<Optional<WeekGrid>> grid() {
        return grid.getReadOnlyProperty();
    }
}
