package org.classbarometer.ui.room;

import javafx.beans.value.ObservableValue;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Scope;

/// What a room is built with. A new language builds it anew, with another context, over the same
/// view model.
///
/// @param dialogs lays dialogs over the window
/// @param scope what the room watches; ends with it
/// @param shown whether the room is the one on the screen
/// @param dark whether the theme is dark, for what is painted; styled controls follow by themselves
public record RoomContext(
        Dialogs dialogs,
        Scope scope,
        ObservableValue<Boolean> shown,
        ObservableValue<Boolean> dark) {}
