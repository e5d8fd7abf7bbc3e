package org.classbarometer.ui.record;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.session.Recorder;
import org.classbarometer.ui.record.RecordingViewModel.Phase;
import org.classbarometer.ui.record.RecordingViewModel.Progress;

/// Where the storing stands: the session that runs, and what there is of it. JavaFX thread only.
final class Storing {
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.NONE);
    private Optional<Recorder> recorder = Optional.empty();
    private int markers;

    void enter(Phase next) {
        phase.set(next);
    }

    boolean is(Phase one) {
        return phase.get() == one;
    }

    /// Another session runs from now on.
    void run(Recorder fresh) {
        recorder = Optional.of(fresh);
        markers = 0;
    }

    /// The session that just ended is to be ended in another way, or once more.
    void takeUp(Recorder ended) {
        recorder = Optional.of(ended);
        phase.set(Phase.STORING);
    }

    /// No session runs any more.
    ///
    /// @param elapsed how long the last one was
    void leave(Recorder last, Duration elapsed) {
        progress.set(progressOf(last, elapsed));
        recorder = Optional.empty();
    }

    /// Brings the progress up to date.
    void tick() {
        recorder.ifPresent(now -> progress.set(progressOf(now, elapsed(now))));
    }

    private Progress progressOf(Recorder of, Duration elapsed) {
        Recorder.Progress stored = of.progress();
        return new Progress(elapsed, stored.stored(), stored.suppressed(), markers);
    }

    /// Since its beginning, until now.
    Duration elapsed(Recorder of) {
        return of.elapsed();
    }

    /// Counts a marker of the session that runs.
    ///
    /// @return its number, from 1 on
    int countMarker() {
        return ++markers;
    }

    /// Of the session that runs; empty while none does.
    Optional<Recorder> recorder() {
        return recorder;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }
}
