/// Training runs: what a run is told (recipe), how its rate goes (schedule), the loop, what is kept to
/// go on after a stop (checkpoint), and what is told to people (log, curves).
///
/// A run lives in a folder of its own; a run of the same folder goes on where the last one stopped.
/// Joins [org.classbarometer.training.data] and [org.classbarometer.training.torch]; called by the
/// commands.
@NullMarked
package org.classbarometer.training.run;

import org.jspecify.annotations.NullMarked;
