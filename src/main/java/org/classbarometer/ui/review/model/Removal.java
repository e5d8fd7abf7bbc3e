package org.classbarometer.ui.review.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.text.Text;
import org.classbarometer.ui.task.Notice;
import org.classbarometer.ui.task.Undo;

/// Deletes sessions: they are gone from every list at once, and from the file [Undo#TIME] later, until
/// when it can be undone. Where the program ends before that, the store deletes them as it closes, or as it
/// is next opened. JavaFX thread.
public final class Removal {
    private final SessionStore store;
    private final Supplier<Optional<SessionId>> storing;
    private final ReviewTasks tasks;
    private final SessionChoice choice;
    private final Undo undo;
    private final Runnable refresh;
    private List<SessionId> pending = List.of();

    /// @param storing the session that is being stored: that one cannot be deleted here
    /// @param refresh lists the sessions anew
    Removal(
            SessionStore store,
            Supplier<Optional<SessionId>> storing,
            ReviewTasks tasks,
            SessionChoice choice,
            Undo undo,
            Runnable refresh) {
        this.store = store;
        this.storing = storing;
        this.tasks = tasks;
        this.choice = choice;
        this.undo = undo;
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
        undo.settle();
        tasks.run(
                () -> {
                    store.discard(gone);
                    return gone;
                },
                this::discarded);
    }

    private void discarded(List<SessionId> gone) {
        choice.chooseNone();
        refresh.run();
        offerUndo(gone, Text.of("review.deleted", gone.size(), Undo.TIME.toSeconds()), false);
    }

    private void offerUndo(List<SessionId> gone, String text, boolean problem) {
        Notice.Action back = new Notice.Action(Text.of("review.deleted.undo"), this::undo);
        Notice offer = new Notice(text, problem, Optional.of(back));
        tasks.showNotice(offer);
        // Makes the deletion before this one final, which is of other sessions.
        undo.offer(() -> erase(gone, offer));
        pending = gone;
    }

    /// Brings back what was deleted last, if that is not too long ago.
    public void undo() {
        if (!undo.take()) {
            return;
        }
        List<SessionId> back = pending;
        pending = List.of();
        tasks.run(
                () -> {
                    store.restore(back);
                    return back;
                },
                _ -> {
                    refresh.run();
                    tasks.showNotice(Notice.done(Text.of("review.restored", back.size())));
                },
                // What cannot be brought back now, because another program has the file, may be a
                // moment later.
                why -> offerUndo(back, why, true));
    }

    private void erase(List<SessionId> gone, Notice offer) {
        pending = List.of();
        tasks.run(
                () -> {
                    store.erase(gone);
                    return gone;
                },
                _ -> {
                    if (tasks.notice().get().filter(offer::equals).isPresent()) {
                        tasks.showNotice(Notice.done(Text.of("review.erased", gone.size())));
                    }
                },
                why -> tellLater(gone, why));
    }

    // Out of every list, but still in the file: that must not be taken for gone.
    private void tellLater(List<SessionId> gone, String why) {
        Notice.Action again =
                new Notice.Action(
                        Text.of("review.erase.again"),
                        () -> tasks.notice().get().ifPresent(now -> erase(gone, now)));
        tasks.showNotice(
                new Notice(
                        Text.of("review.erase.later", why, gone.size()), true, Optional.of(again)));
    }
}
