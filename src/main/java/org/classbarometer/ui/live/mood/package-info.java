/// The mood of the room as it runs: bars and chart beside the picture, the large display for all.
///
/// They show what [org.classbarometer.ui.live.model.LiveViewModel] holds, and no single face.
@NullMarked
package org.classbarometer.ui.live.mood;

import org.jspecify.annotations.NullMarked;
