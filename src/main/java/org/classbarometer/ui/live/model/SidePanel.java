package org.classbarometer.ui.live.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.classbarometer.monitor.Monitor.Explained;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.LiveMonitor;

/// What the panel beside the picture shows, and which face's reading it explains. JavaFX thread only.
public final class SidePanel {
    /// What the panel shows.
    public enum Content {
        MOOD,
        WHY,
        MASKS
    }

    private final LiveMonitor monitor;
    private final ObservableValue<Optional<LiveFrame>> frame;
    private final ObservableValue<Boolean> faceLabels;
    private final ReadOnlyObjectWrapper<Content> content =
            new ReadOnlyObjectWrapper<>(Content.MOOD);
    private final ReadOnlyIntegerWrapper chosenTrack = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<Optional<Explained>> explanation =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    SidePanel(
            LiveMonitor monitor,
            ObservableValue<Optional<LiveFrame>> frame,
            ObservableValue<Boolean> faceLabels) {
        this.monitor = monitor;
        this.frame = frame;
        this.faceLabels = faceLabels;
        faceLabels.subscribe(on -> {
            if (!on) {
                stopExplaining();
            }
        });
    }

    /// Opens or closes the masks.
    public void toggleMasks() {
        if (content.get() == Content.MASKS) {
            content.set(Content.MOOD);
        } else {
            showMasks();
        }
    }

    void showMasks() {
        stopExplaining();
        content.set(Content.MASKS);
    }

    /// Goes back to the mood of the room, whatever the panel shows.
    public void showMood() {
        stopExplaining();
        content.set(Content.MOOD);
    }

    /// Opens the "why" view of a face; nothing while single faces are not labelled.
    public void explain(int track) {
        if (!faceLabels.getValue()) {
            return;
        }
        explanation.set(Optional.empty());
        chosenTrack.set(track);
        monitor.explain(track);
        content.set(Content.WHY);
    }

    /// Explains the face after the chosen one, by track number, round and round.
    public void explainNext() {
        List<Integer> tracks =
                frame.getValue().stream()
                        .flatMap(shown -> shown.faces().stream())
                        .map(face -> face.face().track())
                        .toList();
        if (!tracks.isEmpty()) {
            int chosen = chosenTrack.get();
            explain(
                    tracks.stream()
                            .filter(track -> track > chosen)
                            .findFirst()
                            .orElse(tracks.getFirst()));
        }
    }

    public void stopExplaining() {
        if (chosenTrack.get() != 0) {
            chosenTrack.set(0);
            monitor.explain(0);
            explanation.set(Optional.empty());
        }
        if (content.get() == Content.WHY) {
            content.set(Content.MOOD);
        }
    }

    /// Another frame was analysed: takes what it says of the chosen face.
    void frameShown() {
        if (chosenTrack.get() != 0) {
            explanation.set(
                    monitor.explanation().filter(seen -> seen.track() == chosenTrack.get()));
        }
    }

    public ReadOnlyObjectProperty<Content> content() {
        return content.getReadOnlyProperty();
    }

    /// The track whose "why" is shown; 0 while none is.
    public ReadOnlyIntegerProperty chosenTrack() {
        return chosenTrack.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Explained>> explanation() {
        return explanation.getReadOnlyProperty();
    }
}
