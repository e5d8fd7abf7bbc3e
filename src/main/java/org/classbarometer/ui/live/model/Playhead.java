package org.classbarometer.ui.live.model;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.frame.SourceState;
import org.classbarometer.ui.feed.LiveFrame;

/// Where in a recording the live screen is. JavaFX thread.
public final class Playhead {
    private final ReadOnlyObjectWrapper<Optional<Duration>> length =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Duration> position =
            new ReadOnlyObjectWrapper<>(Duration.ZERO);

    Playhead() {}

    /// Another source is to play.
    void clear() {
        length.set(Optional.empty());
        position.set(Duration.ZERO);
    }

    void source(SourceState now) {
        switch (now) {
            case SourceState.Playing playing ->
                    length.set(
                            playing.lengthNanos().isPresent()
                                    ? Optional.of(
                                            Duration.ofNanos(playing.lengthNanos().getAsLong()))
                                    : Optional.empty());
            case SourceState.Ended _ -> length.get().ifPresent(position::set);
            case SourceState.Waiting _, SourceState.Failed _ -> clear();
            // It may be the same one again.
            case SourceState.Opening _ -> {}
        }
    }

    void frame(LiveFrame shown) {
        if (length.get().isPresent()) {
            at(Duration.ofNanos(shown.sourceNanos()));
        }
    }

    void at(Duration place) {
        position.set(place);
    }

    /// How long the recording is that plays; empty where what plays cannot be sought in.
    public ReadOnlyObjectProperty<Optional<Duration>> length() {
        return length.getReadOnlyProperty();
    }

    /// Since its beginning.
    public ReadOnlyObjectProperty<Duration> position() {
        return position.getReadOnlyProperty();
    }
}
