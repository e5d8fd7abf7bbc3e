/// The way from the monitor's threads to the JavaFX thread and back, for every screen that shows a
/// camera.
///
/// Commands go in through [org.classbarometer.ui.feed.LiveMonitor] and are carried out on a thread
/// of their own; analysed frames come out through [org.classbarometer.ui.feed.LiveEvents], the newest
/// once a pulse, each with its own copy of the picture. It knows no screen.
@NullMarked
package org.classbarometer.ui.feed;

import org.jspecify.annotations.NullMarked;
