package org.classbarometer.ui.record;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Recorder;
import org.classbarometer.session.SessionStore;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MarkList.Mark;
import org.classbarometer.ui.record.RecordingViewModel.Phase;
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.task.Tasks;

/// Marks moments of the session that runs, each with a note. JavaFX thread only; the store is called
/// in the background.
public final class Marking {
    private final Storing storing;
    private final LiveViewModel live;
    private final StoreChoices choices;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Marker>> last =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    // When the last marker was set, on the clock of the running chart.
    private long lastMarked;

    Marking(Storing storing, LiveViewModel live, StoreChoices choices, Tasks tasks) {
        this.storing = storing;
        this.live = live;
        this.choices = choices;
        this.tasks = tasks;
    }

    /// Another session has begun.
    void clear() {
        live.marks().clear();
        last.set(Optional.empty());
    }

    /// Sets a marker now; its note can be changed afterwards.
    public void mark() {
        if (!storing.is(Phase.STORING)) {
            return;
        }
        String note = Text.of("record.marker.note", storing.countMarker());
        Recorder to = storing.recorder().orElseThrow();
        long second = Math.floorDiv(System.nanoTime(), 1_000_000_000L);
        tasks.run(
                () -> to.mark(note),
                set -> {
                    last.set(Optional.of(set));
                    lastMarked = second;
                    live.marks().put(new Mark(set.id(), second, set.note()));
                    storing.tick();
                },
                live::showNotice);
    }

    /// Gives the last marker another note; a blank one leaves it as it is.
    public void note(String words) {
        Optional<Recorder> recorder = storing.recorder();
        Optional<Marker> marker = last.get();
        if (recorder.isEmpty() || marker.isEmpty() || words.isBlank()) {
            return;
        }
        Marker changed = new Marker(marker.get().id(), marker.get().at(), words.strip());
        Recorder of = recorder.get();
        SessionStore store = choices.store().orElseThrow();
        tasks.run(
                () -> {
                    store.change(of.session(), changed);
                    return changed;
                },
                now -> {
                    last.set(Optional.of(now));
                    live.marks().put(new Mark(now.id(), lastMarked, now.note()));
                },
                live::showNotice);
    }

    /// The marker whose note can be changed.
    public ReadOnlyObjectProperty<Optional<Marker>> last() {
        return last.getReadOnlyProperty();
    }
}
