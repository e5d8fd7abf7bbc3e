package org.classbarometer.ui.review.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.ui.task.Notice;
import org.classbarometer.ui.task.Undo;

/// What the review shows and what can be done in it, put together of its parts; knows no control.
/// JavaFX thread only; the store is asked in the background.
public final class ReviewViewModel {
    /// What is shown beside the list.
    public enum Panel {
        LESSON,
        COMPARE,
        WEEKS
    }

    /// Whether there is anything to show.
    public enum Status {
        LOADING,
        EMPTY,
        READY
    }

    private final SessionStore store;
    private final ReviewTasks tasks;
    private final SessionChoice choice = new SessionChoice();
    private final LessonModel lesson;
    private final CompareModel compare;
    private final WeeksModel weeks;
    private final Removal removal;
    private final ExportModel export;
    private final ReadOnlyObjectWrapper<Status> status =
            new ReadOnlyObjectWrapper<>(Status.LOADING);
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.LESSON);

    /// @param storing the session that is being stored: that one cannot be deleted here
    /// @param background one thread
    /// @param screen runs on the JavaFX thread
    public ReviewViewModel(
            SessionStore store,
            Supplier<Optional<SessionId>> storing,
            Executor background,
            Executor screen) {
        this(store, storing, background, screen, Undo.afterTime(screen));
    }

    /// @param later runs on the JavaFX thread, [Undo#TIME] from now
    ReviewViewModel(
            SessionStore store,
            Supplier<Optional<SessionId>> storing,
            Executor background,
            Executor screen,
            Executor later) {
        this.store = store;
        tasks = new ReviewTasks(background, screen);
        lesson = new LessonModel(store, tasks, choice);
        compare = new CompareModel(store, tasks, choice, lesson);
        weeks = new WeeksModel(store, tasks, choice);
        removal = new Removal(store, storing, tasks, choice, new Undo(later), this::refresh);
        export = new ExportModel(store, tasks, screen);
        choice.chosen().subscribe((_, now) -> chosen(now));
        choice.filter().subscribe((_, _) -> loadPanel());
    }

    /// Asks the store anew: when the room is entered, and after a change.
    public void refresh() {
        tasks.run(store::sessions, this::listed);
    }

    /// Shows one lesson, whatever was chosen or filtered before.
    public void see(SessionId id) {
        choice.want(id);
        panel.set(Panel.LESSON);
        refresh();
    }

    private void listed(List<SessionOverview> now) {
        status.set(now.isEmpty() ? Status.EMPTY : Status.READY);
        choice.setAll(now);
    }

    private void chosen(List<SessionOverview> now) {
        if (now.isEmpty()) {
            compare.clear();
            weeks.clear();
            panel.set(Panel.LESSON);
        } else if (now.size() == 2) {
            panel.set(Panel.COMPARE);
        }
        lesson.follow();
        loadPanel();
    }

    public void show(Panel now) {
        panel.set(now);
        loadPanel();
    }

    /// Loads what the panel needs beside the lesson.
    private void loadPanel() {
        switch (panel.get()) {
            case LESSON -> {}
            case COMPARE -> compare.load();
            case WEEKS -> weeks.load();
        }
    }

    /// Gives the lesson that is shown a title, for the list and the exports; blank takes it away.
    public void entitle(String title) {
        lesson.entitle(title, this::refresh);
    }

    /// The sessions, the filter and the choice.
    public SessionChoice choice() {
        return choice;
    }

    /// The first chosen session.
    public LessonModel lesson() {
        return lesson;
    }

    /// The session beside it.
    public CompareModel compare() {
        return compare;
    }

    public WeeksModel weeks() {
        return weeks;
    }

    public Removal removal() {
        return removal;
    }

    public ExportModel export() {
        return export;
    }

    public ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Panel> panel() {
        return panel.getReadOnlyProperty();
    }

    /// Whether the store is being asked.
    public ReadOnlyBooleanProperty busy() {
        return tasks.busy();
    }

    public void dismissNotice() {
        tasks.dismiss();
    }

    public ReviewTasks tasks() {
        return tasks;
    }

    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return tasks.notice();
    }
}
