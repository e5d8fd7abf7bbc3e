package org.classbarometer.ui.review.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionOverview;

/// The sessions there are, those that are listed, and those that are chosen. JavaFX thread.
public final class SessionChoice {
    private List<SessionOverview> all = List.of();
    private final ObservableList<SessionOverview> listed = FXCollections.observableArrayList();
    private final ObservableList<String> classes = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<SessionFilter> filter =
            new ReadOnlyObjectWrapper<>(SessionFilter.ALL);
    private final ReadOnlyObjectWrapper<List<SessionOverview>> chosen =
            new ReadOnlyObjectWrapper<>(List.of());

    private Optional<SessionId> wanted = Optional.empty();

    SessionChoice() {}

    static String className(SessionOverview overview) {
        return overview.session().plan().className();
    }

    static SessionId id(SessionOverview overview) {
        return overview.session().id();
    }

    /// @param now as the store lists them
    void setAll(List<SessionOverview> now) {
        all = List.copyOf(now);
        List<String> names = now.stream().map(SessionChoice::className).distinct().toList();
        classes.setAll(names.stream().sorted(Comparator.naturalOrder()).toList());
        if (filter.get().className().filter(name -> !names.contains(name)).isPresent()) {
            filter.set(filter.get().withClass(Optional.empty()));
        }
        list();
        wanted.flatMap(this::of).ifPresent(this::chooseWanted);
    }

    /// Chooses a session as soon as it is known, and lists all again where the filter hides it.
    void want(SessionId id) {
        wanted = Optional.of(id);
    }

    private Optional<SessionOverview> of(SessionId id) {
        return all.stream().filter(one -> id(one).equals(id)).findFirst();
    }

    private void chooseWanted(SessionOverview one) {
        wanted = Optional.empty();
        if (!filter.get().matches(one)) {
            show(SessionFilter.ALL);
        }
        choose(List.of(one));
    }

    private void list() {
        List<SessionId> before = chosen.get().stream().map(SessionChoice::id).toList();
        listed.setAll(all.stream().filter(filter.get()::matches).toList());
        List<SessionOverview> still =
                listed.stream().filter(one -> before.contains(id(one))).toList();
        choose(still.isEmpty() ? listed.stream().limit(1).toList() : still);
    }

    /// Lists other sessions; what is chosen stays so while it is listed.
    public void show(SessionFilter which) {
        if (!which.equals(filter.get())) {
            filter.set(which);
            list();
        }
    }

    /// Chooses listed sessions. The first is shown; with two, they are compared.
    public void choose(List<SessionOverview> now) {
        chosen.set(List.copyOf(now));
    }

    void chooseNone() {
        chosen.set(List.of());
    }

    /// The one that is shown.
    public Optional<SessionOverview> first() {
        return chosen.get().stream().findFirst();
    }

    Optional<SessionId> firstId() {
        return first().map(SessionChoice::id);
    }

    /// Every session, whatever the filter; newest first.
    public List<SessionOverview> all() {
        return all;
    }

    /// Those of the filter; newest first.
    public ObservableList<SessionOverview> listed() {
        return FXCollections.unmodifiableObservableList(listed);
    }

    public ObservableList<String> classes() {
        return FXCollections.unmodifiableObservableList(classes);
    }

    public ReadOnlyObjectProperty<SessionFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<SessionOverview>> chosen() {
        return chosen.getReadOnlyProperty();
    }
}
