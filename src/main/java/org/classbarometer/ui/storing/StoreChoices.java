package org.classbarometer.ui.storing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.session.Departure;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.ui.task.Tasks;

/// The choices kept in the store, as the screens see them. JavaFX thread; the store is called in the
/// background.
public final class StoreChoices {
    private final Optional<SessionStore> store;
    private final Tasks tasks;
    private final Consumer<String> problems;
    private final ReadOnlyObjectWrapper<StoreSettings> settings;
    private final ReadOnlyObjectWrapper<List<Departure>> departures =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<InstantSource> clock = Optional.empty();
    private boolean deleting;

    /// @param store empty when it could not be opened
    /// @param first as the store has them
    /// @param background may block; one task at a time, in order
    /// @param screen runs on the JavaFX thread
    /// @param problems hears on the JavaFX thread what could not be saved
    public StoreChoices(
            Optional<SessionStore> store,
            StoreSettings first,
            Executor background,
            Executor screen,
            Consumer<String> problems) {
        this.store = store;
        tasks = new Tasks(background, screen, "record.unexpected");
        this.problems = problems;
        settings = new ReadOnlyObjectWrapper<>(first);
    }

    public ReadOnlyObjectProperty<StoreSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /// Empty when it could not be opened.
    public Optional<SessionStore> store() {
        return store;
    }

    /// Takes effect at once and is saved.
    public void change(UnaryOperator<StoreSettings> change) {
        StoreSettings changed = change.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            store.ifPresent(to ->
                    tasks.run(
                            () -> {
                                to.save(changed);
                                return changed;
                            },
                            _ -> announceAgain(),
                            problems));
        }
    }

    /// Asks which sessions will soon be deleted for their age, and notes that the user is told of them:
    /// now, and whenever they are kept longer or shorter.
    public void announceDepartures(InstantSource by) {
        clock = Optional.of(by);
        announceAgain();
    }

    private void announceAgain() {
        if (clock.isPresent() && store.isPresent()) {
            SessionStore from = store.get();
            Instant now = clock.get().instant();
            tasks.run(
                    () -> {
                        List<Departure> leaving = from.leaving(now);
                        from.announce(
                                leaving.stream().map(one -> one.session().id()).toList(), now);
                        return leaving;
                    },
                    departures::set,
                    problems);
        }
    }

    /// The sessions that will soon be deleted for their age; empty before it was asked.
    public ReadOnlyObjectProperty<List<Departure>> departures() {
        return departures.getReadOnlyProperty();
    }

    /// Deletes every session and these choices too. No session may be begun until it is over: it would
    /// be deleted while it is being recorded.
    ///
    /// @param done afterwards, when it succeeded; on the JavaFX thread
    public void deleteEverything(Runnable done) {
        store.ifPresent(to -> {
            deleting = true;
            tasks.run(
                    () -> {
                        to.deleteEverything();
                        return StoreSettings.DEFAULT;
                    },
                    fresh -> {
                        deleting = false;
                        settings.set(fresh);
                        done.run();
                    },
                    problem -> {
                        deleting = false;
                        problems.accept(problem);
                    });
        });
    }

    /// Whether everything is just being deleted.
    public boolean isDeletingEverything() {
        return deleting;
    }
}
