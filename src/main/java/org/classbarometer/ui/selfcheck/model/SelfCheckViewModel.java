package org.classbarometer.ui.selfcheck.model;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.diary.StoredEntry;
import org.classbarometer.ui.task.Notice;

/// What the self-check screen shows and what can be done on it. JavaFX thread only.
public final class SelfCheckViewModel {
    /// What the right side shows.
    public enum Tab {
        NOW,
        DIARY,
        DAYS,
        /// What in the own face spoke for the reading.
        WHY
    }

    private final OwnCamera camera;
    private final DiaryModel diary;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Tab> page = new ReadOnlyObjectWrapper<>(Tab.NOW);
    private final ReadOnlyObjectWrapper<Optional<CheckIn>> checkIn =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<StoredEntry> editing = Optional.empty();
    private boolean diaryAsked;

    /// @param clock with the zone of the place
    public SelfCheckViewModel(OwnCamera camera, DiaryModel diary, Clock clock) {
        this.camera = camera;
        this.diary = diary;
        this.clock = clock;
    }

    /// The screen is shown, or not any more: then the camera goes off.
    public void shown(boolean now) {
        if (!now) {
            camera.stop();
        } else if (!diaryAsked) {
            diaryAsked = true;
            diary.open();
        }
    }

    public void show(Tab to) {
        page.set(to);
    }

    /// Writes about this moment with what was just read.
    public void holdReading() {
        camera.reading().get().ifPresent(read -> begin(Optional.of(read)));
    }

    /// Writes about this moment without the camera.
    public void writeWithoutReading() {
        begin(Optional.empty());
    }

    private void begin(Optional<MachineReading> reading) {
        editing = Optional.empty();
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        checkIn.set(Optional.of(new CheckIn(now, reading)));
        page.set(Tab.NOW);
    }

    /// Tells an entry anew.
    public void edit(StoredEntry stored) {
        editing = Optional.of(stored);
        checkIn.set(Optional.of(CheckIn.of(stored.entry())));
        page.set(Tab.NOW);
    }

    /// Whether the moment on the screen is already in the diary.
    public boolean isEditing() {
        return editing.isPresent();
    }

    /// Keeps the moment on the screen; does nothing while a word or a tone is missing.
    public void save() {
        Optional<Entry> entry = checkIn.get().flatMap(CheckIn::entry);
        if (entry.isEmpty()) {
            return;
        }
        if (diary.state().get() == DiaryModel.State.LOCKED) {
            // What was written waits on the first page until the diary is open.
            page.set(Tab.DIARY);
            return;
        }
        // What was written stays on the screen until it is on the disk, and is kept once.
        if (diary.busy().get()) {
            return;
        }
        Tab next = isEditing() ? Tab.DIARY : Tab.NOW;
        Runnable then =
                () -> {
                    page.set(next);
                    checkIn.set(Optional.empty());
                    editing = Optional.empty();
                };
        if (editing.isPresent()) {
            diary.change(new StoredEntry(editing.get().id(), entry.get()), then);
        } else {
            diary.add(entry.get(), then);
        }
    }

    /// Forgets the moment on the screen; nothing of it was stored.
    public void discard() {
        if (isEditing()) {
            page.set(Tab.DIARY);
        }
        checkIn.set(Optional.empty());
        editing = Optional.empty();
    }

    public OwnCamera camera() {
        return camera;
    }

    public DiaryModel diary() {
        return diary;
    }

    public ReadOnlyObjectProperty<Tab> page() {
        return page.getReadOnlyProperty();
    }

    /// The moment being written about.
    public ReadOnlyObjectProperty<Optional<CheckIn>> checkIn() {
        return checkIn.getReadOnlyProperty();
    }

    /// What went wrong with the diary or the camera comes before what was done.
    public ObservableValue<Optional<Notice>> notice() {
        // One made by Bindings was not heard any more by the screen of a new language.
        return diary.notice()
                .flatMap(done ->
                        camera.problem()
                                .map(problem ->
                                        done.filter(Notice::problem)
                                                .or(() -> problem.map(Notice::problem))
                                                .or(() -> done)));
    }
}
