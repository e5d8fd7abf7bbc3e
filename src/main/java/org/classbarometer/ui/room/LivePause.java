package org.classbarometer.ui.room;

import javafx.beans.value.ObservableValue;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;

/// Lets the source go while nobody looks at the live room, and plays it again on return: a camera
/// that nobody watches is off. While a session is stored it goes on. JavaFX thread.
public final class LivePause {
    private final LiveViewModel live;
    private final Rooms rooms;
    private final ObservableValue<Boolean> storing;
    private boolean paused;

    /// @param storing whether a session is being stored
    /// @param scope ends with the window
    public LivePause(
            LiveViewModel live, Rooms rooms, ObservableValue<Boolean> storing, Scope scope) {
        this.live = live;
        this.rooms = rooms;
        this.storing = storing;
        scope.onChange(rooms.shown(), this::decide);
        scope.onChange(storing, this::decide);
    }

    private void decide() {
        boolean wanted = rooms.shown().get() == Room.LIVE || storing.getValue();
        if (!wanted && live.isPlaying() && !live.paused().get()) {
            paused = true;
            live.stop();
        } else if (wanted && paused) {
            paused = false;
            live.playAgain();
        }
    }
}
