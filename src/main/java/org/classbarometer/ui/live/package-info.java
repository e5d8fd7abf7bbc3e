/// The live screen: the class with its labels, the mood of the room as it runs, masks.
///
/// [org.classbarometer.ui.feed.FrameFeed] gives the newest analysed frame to
/// [org.classbarometer.ui.live.model.LiveViewModel] once a pulse; [org.classbarometer.ui.live.LiveView]
/// shows it. Nothing of it outlives the window.
@NullMarked
package org.classbarometer.ui.live;

import org.jspecify.annotations.NullMarked;
