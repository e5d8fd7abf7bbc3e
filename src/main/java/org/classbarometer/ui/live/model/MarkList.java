package org.classbarometer.ui.live.model;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The moments marked while a session is stored, for the running chart. JavaFX thread only.
public final class MarkList {
    private final ObservableList<Mark> marks = FXCollections.observableArrayList();

    /// A moment that was marked while a session is stored.
    ///
    /// @param id the marker's
    /// @param second number of the second, on the clock of [MoodHistory.Sample]
    public record Mark(long id, long second, String note) {}

    /// Shows a marker in the running chart; one of the same id is replaced.
    public void put(Mark mark) {
        marks.removeIf(before -> before.id() == mark.id());
        marks.add(mark);
    }

    /// Another session begins, or another source plays.
    public void clear() {
        marks.clear();
    }

    /// In the order they were set or changed in.
    public ObservableList<Mark> all() {
        return FXCollections.unmodifiableObservableList(marks);
    }
}
