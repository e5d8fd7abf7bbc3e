package org.classbarometer.ui.review.model;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.review.Comparison;
import org.classbarometer.session.Marker;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.task.Notice;

/// The lesson that is shown: the moment or the stretch of it that is looked at, and its markers.
/// JavaFX thread.
public final class LessonModel {
    private final SessionStore store;
    private final ReviewTasks tasks;
    private final SessionChoice choice;
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Duration>> moment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Stretch>> stretch =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<SessionId> shown = Optional.empty();

    /// A stretch of a lesson.
    ///
    /// @param from since the start
    /// @param to after `from`
    public record Stretch(Duration from, Duration to) {}

    LessonModel(SessionStore store, ReviewTasks tasks, SessionChoice choice) {
        this.store = store;
        this.tasks = tasks;
        this.choice = choice;
    }

    /// Takes up what is chosen now.
    void follow() {
        if (!shown.equals(choice.firstId())) {
            shown = choice.firstId();
            moment.set(Optional.empty());
            stretch.set(Optional.empty());
        }
        if (choice.first().isEmpty()) {
            lesson.set(Optional.empty());
        } else if (!isShown(choice.first().get())) {
            load(choice.first().get());
        }
    }

    // One that is being stored grows, and ends, while it is looked at.
    private boolean isShown(SessionOverview one) {
        return lesson.get()
                .map(Lesson::timeline)
                .filter(now -> now.session().equals(one.session()))
                .filter(now -> now.buckets().size() == one.buckets())
                .isPresent();
    }

    private void load(SessionOverview wanted) {
        SessionId id = SessionChoice.id(wanted);
        tasks.run(
                () -> store.timeline(id).map(Lesson::of),
                loaded -> {
                    // Something else may have been chosen meanwhile.
                    if (choice.firstId().filter(id::equals).isPresent()) {
                        lesson.set(loaded);
                        tellOfDamage(loaded.isEmpty());
                    }
                });
    }

    // An offer to undo is not put away by it.
    private void tellOfDamage(boolean unreadable) {
        Notice damaged = Notice.problem(Text.of("review.unreadable"));
        Optional<Notice> told = tasks.notice().get();
        if (unreadable && told.isEmpty()) {
            tasks.showNotice(damaged);
        } else if (!unreadable && told.filter(damaged::equals).isPresent()) {
            tasks.dismiss();
        }
    }

    /// Goes to a moment of the lesson.
    public void goTo(Duration at) {
        lesson.get()
                .ifPresent(now -> {
                    stretch.set(Optional.empty());
                    moment.set(Optional.of(within(now, at)));
                });
    }

    private static Duration within(Lesson now, Duration at) {
        Duration last = now.course().length();
        Duration cut = at.compareTo(last) > 0 ? last : at;
        return cut.isNegative() ? Duration.ZERO : cut;
    }

    /// Goes some way on, or back.
    public void goBy(Duration by) {
        goTo(moment.get().orElse(Duration.ZERO).plus(by));
    }

    /// Looks at the stretch between two moments, in any order.
    public void select(Duration one, Duration other) {
        lesson.get()
                .ifPresent(now -> {
                    Duration first = within(now, one.compareTo(other) < 0 ? one : other);
                    Duration last = within(now, one.compareTo(other) < 0 ? other : one);
                    stretch.set(
                            first.equals(last)
                                    ? Optional.empty()
                                    : Optional.of(new Stretch(first, last)));
                });
    }

    /// Moves the end of the stretch; without one, it begins at the moment.
    public void stretchBy(Duration by) {
        Duration anchor = moment.get().orElse(Duration.ZERO);
        moment.set(Optional.of(anchor));
        Duration end =
                stretch.get()
                        .map(now -> now.from().equals(anchor) ? now.to() : now.from())
                        .orElse(anchor);
        select(anchor, end.plus(by));
    }

    /// Looks at the whole again.
    public void clear() {
        stretch.set(Optional.empty());
        moment.set(Optional.empty());
    }

    /// Goes to the next marker or shift after the moment, or the one before it.
    ///
    /// @param on true for the next one
    public void jump(boolean on) {
        Optional<Lesson> now = lesson.get();
        if (now.isEmpty()) {
            return;
        }
        Duration here =
                moment.get().orElse(on ? Duration.ofSeconds(-1) : now.get().course().length());
        Stream<Duration> places =
                Stream.concat(
                        now.get().timeline().markers().stream().map(Marker::at),
                        now.get().shifts().stream().map(shift -> shift.at()));
        Optional<Duration> next =
                on
                        ? places.filter(at -> at.compareTo(here) > 0).min(Comparator.naturalOrder())
                        : places.filter(at -> at.compareTo(here) < 0)
                                .max(Comparator.naturalOrder());
        next.ifPresent(this::goTo);
    }

    /// What was before and after the moment.
    ///
    /// @return empty when no moment is chosen or too little is known beside it
    public Optional<Comparison> around() {
        return lesson.get().flatMap(now -> moment.get().flatMap(now.moments()::around));
    }

    /// The stretch (after) against the rest of the lesson (before).
    ///
    /// @return empty when there is none or too little is known of it or of the rest
    public Optional<Comparison> against() {
        return lesson.get()
                .flatMap(now ->
                        stretch.get()
                                .flatMap(part ->
                                        Comparison.ofPart(now.course(), part.from(), part.to())));
    }

    /// Gives the lesson a title; blank takes it away.
    ///
    /// @param then afterwards, when it is stored
    void entitle(String title, Runnable then) {
        choice.firstId()
                .ifPresent(id ->
                        tasks.run(
                                () -> {
                                    store.entitle(id, title.strip());
                                    return id;
                                },
                                _ -> then.run()));
    }

    public void mark(Duration at, String note) {
        changeMarkers(id -> store.mark(id, at, note), at);
    }

    public void change(Marker marker) {
        changeMarkers(id -> store.change(id, marker), marker.at());
    }

    public void unmark(Marker marker) {
        changeMarkers(id -> store.unmark(id, marker), marker.at());
    }

    @FunctionalInterface
    private interface MarkerChange {
        void of(SessionId session) throws UserProblem;
    }

    private void changeMarkers(MarkerChange change, Duration at) {
        Optional<SessionId> session = lesson.get().map(now -> now.timeline().session().id());
        session.ifPresent(id ->
                tasks.run(
                        () -> {
                            change.of(id);
                            return store.timeline(id);
                        },
                        now -> remarked(now, at)));
    }

    private void remarked(Optional<Timeline> now, Duration at) {
        now.filter(fresh -> Optional.of(fresh.session().id()).equals(choice.firstId()))
                .ifPresent(fresh -> {
                    lesson.set(Optional.of(Lesson.of(fresh)));
                    goTo(at);
                });
    }

    /// The first chosen session; empty while it is loaded.
    public ReadOnlyObjectProperty<Optional<Lesson>> lesson() {
        return lesson.getReadOnlyProperty();
    }

    /// The chosen moment of the lesson.
    public ReadOnlyObjectProperty<Optional<Duration>> moment() {
        return moment.getReadOnlyProperty();
    }

    /// The chosen stretch of the lesson.
    public ReadOnlyObjectProperty<Optional<Stretch>> stretch() {
        return stretch.getReadOnlyProperty();
    }
}
