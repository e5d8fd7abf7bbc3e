package org.classbarometer.ui.review;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.classbarometer.report.ExportFormat;
import org.classbarometer.report.ExportOptions;
import org.classbarometer.report.SessionExport;
import org.classbarometer.review.Comparison;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.Timeline;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.task.Notice;
import org.classbarometer.ui.task.Tasks;

/// What the review shows and what can be done in it; knows no control. JavaFX thread only; the store
/// is asked in the background.
public final class ReviewViewModel {
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

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
    private final Supplier<Optional<SessionId>> storing;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<SessionOverview> all = List.of();
    private final ObservableList<SessionOverview> sessions = FXCollections.observableArrayList();
    private final ObservableList<String> classes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Status> status =
            new ReadOnlyObjectWrapper<>(Status.LOADING);
    private final ReadOnlyObjectWrapper<Panel> panel = new ReadOnlyObjectWrapper<>(Panel.LESSON);
    private final ReadOnlyObjectWrapper<Optional<String>> onlyClass =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<SessionOverview>> chosen =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Lesson>> lesson =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Lesson>> other =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Duration>> moment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<WeekGrid>> weeks =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param storing the session that is being stored: that one cannot be deleted here
    /// @param background one thread
    /// @param screen runs on the JavaFX thread
    public ReviewViewModel(
            SessionStore store,
            Supplier<Optional<SessionId>> storing,
            Executor background,
            Executor screen) {
        this.store = store;
        this.storing = storing;
        this.tasks = new Tasks(background, screen, "review.unexpected");
    }

    private <T> void run(Tasks.Task<T> task, Consumer<? super T> then) {
        tasks.run(task, then, problem -> showNotice(Notice.problem(problem)));
    }

    private void showNotice(Notice what) {
        notice.set(Optional.of(what));
    }

    // --- sessions

    /// Asks the store anew: when the room is entered, and after a change.
    public void refresh() {
        run(store::sessions, this::listed);
    }

    private void listed(List<SessionOverview> now) {
        all = now;
        List<String> names = now.stream().map(ReviewViewModel::className).distinct().toList();
        classes.setAll(names.stream().sorted(Comparator.naturalOrder()).toList());
        if (onlyClass.get().filter(name -> !names.contains(name)).isPresent()) {
            onlyClass.set(Optional.empty());
        }
        status.set(now.isEmpty() ? Status.EMPTY : Status.READY);
        filter();
    }

    private static String className(SessionOverview overview) {
        return overview.session().plan().className();
    }

    private static SessionId id(SessionOverview overview) {
        return overview.session().id();
    }

    private void filter() {
        List<SessionId> before = chosen.get().stream().map(ReviewViewModel::id).toList();
        sessions.setAll(
                all.stream()
                        .filter(one -> onlyClass.get().map(className(one)::equals).orElse(true))
                        .toList());
        List<SessionOverview> still =
                sessions.stream().filter(one -> before.contains(id(one))).toList();
        choose(still.isEmpty() ? sessions.stream().limit(1).toList() : still);
    }

    /// Shows the sessions of one class only, or of all.
    public void showClass(Optional<String> name) {
        if (!name.equals(onlyClass.get())) {
            onlyClass.set(name);
            filter();
        }
    }

    /// Chooses sessions of the list. The first is shown; with two, they are compared.
    public void choose(List<SessionOverview> now) {
        if (!first(now).equals(first(chosen.get()))) {
            moment.set(Optional.empty());
        }
        chosen.set(List.copyOf(now));
        if (now.size() == 2) {
            panel.set(Panel.COMPARE);
        }
        if (now.isEmpty() || !isShown(now.getFirst())) {
            load();
        }
        follow();
    }

    // One that is being stored grows, and ends, while it is looked at.
    private boolean isShown(SessionOverview one) {
        return lesson.get()
                .map(Lesson::timeline)
                .filter(shown -> shown.session().equals(one.session()))
                .filter(shown -> shown.buckets().size() == one.buckets())
                .isPresent();
    }

    private static Optional<SessionId> first(List<SessionOverview> of) {
        return of.stream().findFirst().map(ReviewViewModel::id);
    }

    private void load() {
        Optional<SessionId> wanted = first(chosen.get());
        if (wanted.isEmpty()) {
            lesson.set(Optional.empty());
            return;
        }
        run(
                () -> store.timeline(wanted.get()).map(Lesson::of),
                loaded -> {
                    // Something else may have been chosen meanwhile.
                    if (wanted.equals(first(chosen.get()))) {
                        lesson.set(loaded);
                    }
                });
    }

    // --- panels

    public void show(Panel now) {
        panel.set(now);
        follow();
    }

    /// Loads what the panel needs beside the lesson.
    private void follow() {
        switch (panel.get()) {
            case LESSON -> {}
            case COMPARE -> compare();
            case WEEKS -> loadWeeks();
        }
    }

    private void compare() {
        Optional<SessionOverview> with =
                chosen.get().size() > 1
                        ? Optional.of(chosen.get().get(1))
                        : comparable().stream()
                                .filter(one ->
                                        first(chosen.get()).stream().noneMatch(id(one)::equals))
                                .findFirst();
        with.ifPresentOrElse(this::compareWith, () -> other.set(Optional.empty()));
    }

    /// The sessions the first chosen one can be compared with, those of its class first: the one just
    /// before it, then the rest, newest first.
    public List<SessionOverview> comparable() {
        Optional<Session> base = chosen.get().stream().findFirst().map(SessionOverview::session);
        if (base.isEmpty()) {
            return List.of();
        }
        Instant start = base.get().plan().start().toInstant();
        return all.stream()
                .filter(one -> !id(one).equals(base.get().id()))
                .filter(one -> one.session().plan().labels().equals(base.get().plan().labels()))
                .sorted(
                        Comparator.comparing((SessionOverview one) ->
                                        !className(one).equals(base.get().plan().className()))
                                .thenComparing(one ->
                                        !one.session().plan().start().toInstant().isBefore(start)))
                .toList();
    }

    /// Puts another session beside the first chosen one.
    public void compareWith(SessionOverview with) {
        Optional<SessionId> base = first(chosen.get());
        run(
                () -> store.timeline(id(with)).map(Lesson::of),
                loaded -> {
                    if (base.equals(first(chosen.get()))) {
                        other.set(loaded);
                    }
                });
    }

    /// The first chosen lesson (after) against the other (before).
    ///
    /// @return empty when too little is known of one of them
    public Optional<Comparison> comparison() {
        return lesson.get()
                .flatMap(now ->
                        other.get()
                                .flatMap(then -> Comparison.between(then.course(), now.course())));
    }

    private void loadWeeks() {
        Optional<String> name = weeksClass();
        if (name.isEmpty()) {
            weeks.set(Optional.empty());
            return;
        }
        run(
                () -> WeekGrid.of(store.timelines(name.get(), Instant.EPOCH, ALWAYS)),
                grid -> {
                    if (name.equals(weeksClass())) {
                        weeks.set(grid);
                    }
                });
    }

    /// The class whose weeks are shown: the one chosen in the list, else that of the chosen session.
    public Optional<String> weeksClass() {
        return onlyClass
                .get()
                .or(() -> chosen.get().stream().findFirst().map(ReviewViewModel::className));
    }

    // --- moments and markers

    /// Goes to a moment of the lesson.
    public void goTo(Duration at) {
        lesson.get()
                .ifPresent(now -> {
                    Duration last = now.course().length();
                    Duration cut = at.compareTo(last) > 0 ? last : at;
                    moment.set(Optional.of(cut.isNegative() ? Duration.ZERO : cut));
                });
    }

    /// Goes some way on, or back.
    public void goBy(Duration by) {
        goTo(moment.get().orElse(Duration.ZERO).plus(by));
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
                run(
                        () -> {
                            change.of(id);
                            return store.timeline(id);
                        },
                        now -> remarked(now, at)));
    }

    private void remarked(Optional<Timeline> now, Duration at) {
        now.filter(fresh -> Optional.of(fresh.session().id()).equals(first(chosen.get())))
                .ifPresent(fresh -> {
                    lesson.set(Optional.of(Lesson.of(fresh)));
                    goTo(at);
                });
    }

    // --- deleting and exporting

    /// Deletes the chosen sessions from the file, with everything derived from them. The screen has
    /// asked before.
    public void delete() {
        List<SessionOverview> gone = chosen.get();
        Optional<SessionId> running = storing.get();
        if (running.isPresent()
                && gone.stream().map(ReviewViewModel::id).anyMatch(running.get()::equals)) {
            showNotice(Notice.problem(Text.of("review.delete.running")));
            return;
        }
        run(
                () -> {
                    for (SessionOverview one : gone) {
                        store.delete(id(one));
                    }
                    return store.sessions();
                },
                now -> {
                    lesson.set(Optional.empty());
                    other.set(Optional.empty());
                    moment.set(Optional.empty());
                    chosen.set(List.of());
                    weeks.set(Optional.empty());
                    panel.set(Panel.LESSON);
                    listed(now);
                    showNotice(Notice.done(Text.of("review.deleted", gone.size())));
                });
    }

    /// Exports sessions into a folder, in every format there is.
    ///
    /// @param which at least one
    /// @param folder made where it is missing
    public void export(List<SessionOverview> which, Path folder) {
        List<Session> wanted = which.stream().map(SessionOverview::session).toList();
        ExportOptions options =
                ExportOptions.of(EnumSet.allOf(ExportFormat.class)).withByteOrderMark(true);
        run(
                () ->
                        new SessionExport(store::timeline, options)
                                .write(wanted, folder, (_, _) -> {}),
                files ->
                        showNotice(
                                Notice.done(
                                        Text.of(
                                                "review.exported",
                                                wanted.size(),
                                                files.size(),
                                                folder))));
    }

    /// Every session, whatever the filter.
    public List<SessionOverview> everySession() {
        return all;
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    // --- what there is to see

    /// Newest first; those of the chosen class.
    public ObservableList<SessionOverview> sessions() {
        return FXCollections.unmodifiableObservableList(sessions);
    }

    public ObservableList<String> classes() {
        return FXCollections.unmodifiableObservableList(classes);
    }

    public ReadOnlyObjectProperty<Optional<String>> onlyClass() {
        return onlyClass.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Panel> panel() {
        return panel.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<SessionOverview>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The first chosen session; empty while it is loaded.
    public ReadOnlyObjectProperty<Optional<Lesson>> lesson() {
        return lesson.getReadOnlyProperty();
    }

    /// The session beside it, when two are compared.
    public ReadOnlyObjectProperty<Optional<Lesson>> other() {
        return other.getReadOnlyProperty();
    }

    /// The chosen moment of the lesson.
    public ReadOnlyObjectProperty<Optional<Duration>> moment() {
        return moment.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<WeekGrid>> weeks() {
        return weeks.getReadOnlyProperty();
    }

    /// Whether the store is being asked.
    public ReadOnlyBooleanProperty busy() {
        return tasks.busy();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }
}
