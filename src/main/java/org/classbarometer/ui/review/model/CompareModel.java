package org.classbarometer.ui.review.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.review.Comparison;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.ui.lesson.Lesson;

/// Another lesson beside the one that is shown. JavaFX thread.
public final class CompareModel {
    private final SessionStore store;
    private final ReviewTasks tasks;
    private final SessionChoice choice;
    private final LessonModel shown;
    private final ReadOnlyObjectWrapper<Optional<Lesson>> other =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    CompareModel(SessionStore store, ReviewTasks tasks, SessionChoice choice, LessonModel shown) {
        this.store = store;
        this.tasks = tasks;
        this.choice = choice;
        this.shown = shown;
    }

    /// Takes the second of those chosen, else the one that compares best.
    void load() {
        List<SessionOverview> chosen = choice.chosen().get();
        Optional<SessionOverview> with =
                chosen.size() > 1 ? Optional.of(chosen.get(1)) : comparable().stream().findFirst();
        with.ifPresentOrElse(this::compareWith, this::clear);
    }

    void clear() {
        other.set(Optional.empty());
    }

    /// The sessions the one that is shown can be compared with, those of its class first: the one just
    /// before it, then the rest, newest first.
    public List<SessionOverview> comparable() {
        Optional<SessionOverview> base = choice.first();
        if (base.isEmpty()) {
            return List.of();
        }
        SessionPlan plan = base.get().session().plan();
        Instant start = plan.start().toInstant();
        return choice.all().stream()
                .filter(one -> !SessionChoice.id(one).equals(SessionChoice.id(base.get())))
                .filter(one -> one.session().plan().labels().equals(plan.labels()))
                .sorted(
                        Comparator.comparing((SessionOverview one) ->
                                        !SessionChoice.className(one).equals(plan.className()))
                                .thenComparing(one ->
                                        !one.session().plan().start().toInstant().isBefore(start)))
                .toList();
    }

    /// Puts another session beside the one that is shown.
    public void compareWith(SessionOverview with) {
        Optional<SessionId> base = choice.firstId();
        tasks.run(
                () -> store.timeline(SessionChoice.id(with)).map(Lesson::of),
                loaded -> {
                    if (base.equals(choice.firstId())) {
                        other.set(loaded);
                    }
                });
    }

    /// The lesson that is shown (after) against the other (before).
    ///
    /// @return empty when too little is known of one of them
    public Optional<Comparison> comparison() {
        return shown.lesson()
                .get()
                .flatMap(now ->
                        other.get()
                                .flatMap(then -> Comparison.between(then.course(), now.course())));
    }

    /// Empty until it is asked for, and where nothing compares.
    public ReadOnlyObjectProperty<Optional<Lesson>> other() {
        return other.getReadOnlyProperty();
    }
}
