package org.classbarometer.ui.room;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which room is shown and which there are; knows no control. Starts in the live room. JavaFX thread.
public final class Rooms {
    private final Set<Room> available = EnumSet.of(Room.LIVE);
    private final ReadOnlyObjectWrapper<Room> shown = new ReadOnlyObjectWrapper<>(Room.LIVE);
    private Predicate<Room> mayEnter = _ -> true;

    /// @param others beside the live room
    public Rooms(Collection<Room> others) {
        available.addAll(others);
    }

    /// In the order of the rail.
    public List<Room> available() {
        return List.copyOf(available);
    }

    /// Asked before another room is entered. Whoever says no says why, and may go there later.
    public void admit(Predicate<Room> whether) {
        mayEnter = whether;
    }

    /// Shows a room, if there is such a one and nothing speaks against it.
    public void enter(Room room) {
        if (room != shown.get() && available.contains(room) && mayEnter.test(room)) {
            shown.set(room);
        }
    }

    public ReadOnlyObjectProperty<Room> shown() {
        return shown.getReadOnlyProperty();
    }
}
