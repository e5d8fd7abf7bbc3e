package org.classbarometer.ui.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.text.Text;
import org.classbarometer.ui.task.Notice;

/// Deletes sessions: they are gone from every list at once, and from the file [#UNDO] later, until when
/// it can be undone. Where the program ends before that, the store deletes them as it closes, or as it
/// is next opened. JavaFX thread.
public final class Removal {
    /// How long a deletion can be undone.
    public static final Duration UNDO = Duration.ofSeconds(10);

    private final SessionStore store;
    private final Supplier<Optional<SessionId>> storing;
    private final ReviewTasks tasks;
    private final SessionChoice choice;
    private final Executor later;
    private final Runnable refresh;
    private List<SessionId> pending = List.of();

    /// @param storing the session that is being stored: that one cannot be deleted here
    /// @param later runs on the JavaFX thread, [#UNDO] from now
    /// @param refresh lists the sessions anew
    Removal(
            SessionStore store,
            Supplier<Optional<SessionId>> storing,
            ReviewTasks tasks,
            SessionChoice choice,
            Executor later,
            Runnable refresh) {
        this.store = store;
        this.storing = storing;
        this.tasks = tasks;
        this.choice = choice;
        this.later = later;
        this.refresh = refresh;
    }

    /// Deletes the chosen sessions, with everything derived from them. The screen has asked before.
    public void remove() {
        List<SessionId> gone =
                choice.chosen().get().stream()
                        .map(SessionOverview::session)
                        .map(session -> session.id())
                        .toList();
        if (storing.get().filter(gone::contains).isPresent()) {
            tasks.showNotice(Notice.problem(Text.of("review.delete.running")));
            return;
        }
        erase();
        tasks.run(
                () -> {
                    store.discard(gone);
                    return gone;
                },
                this::discarded);
    }

    private void discarded(List<SessionId> gone) {
        pending = gone;
        choice.chooseNone();
        refresh.run();
        tasks.showNotice(
                Notice.done(
                        Text.of("review.deleted", gone.size(), UNDO.toSeconds()),
                        new Notice.Action(Text.of("review.deleted.undo"), this::undo)));
        later.execute(() -> {
            if (pending.equals(gone)) {
                erase();
                tasks.showNotice(Notice.done(Text.of("review.erased", gone.size())));
            }
        });
    }

    /// Brings back what was deleted last, if that is not too long ago.
    public void undo() {
        List<SessionId> back = pending;
        pending = List.of();
        if (back.isEmpty()) {
            return;
        }
        tasks.run(
                () -> {
                    store.restore(back);
                    return back;
                },
                _ -> {
                    refresh.run();
                    tasks.showNotice(Notice.done(Text.of("review.restored", back.size())));
                });
    }

    private void erase() {
        List<SessionId> gone = pending;
        pending = List.of();
        if (!gone.isEmpty()) {
            tasks.run(
                    () -> {
                        store.erase(gone);
                        return gone;
                    },
                    _ -> {});
        }
    }
}
