/// The rooms of the window, and the way from one to another: live, review, self-check.
///
/// What a room shows is built by its own package and plugged in as a [RoomBuilder]; nothing here
/// knows what happens in it. Which room is shown is asked of [Rooms], a view model; [RoomsPane] is
/// the rail at the left and the room beside it. A room without a builder is not offered.
@NullMarked
package org.classbarometer.ui.room;

import org.jspecify.annotations.NullMarked;
