package org.classbarometer.ui.room;

import javafx.scene.layout.Region;

/// Builds what a room shows. Called on the JavaFX thread when the room is first entered.
@FunctionalInterface
public interface RoomBuilder {
    Region build(RoomContext context);
}
