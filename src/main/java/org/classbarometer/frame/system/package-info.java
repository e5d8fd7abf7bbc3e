/// All kinds of frame sources under one door.
///
/// A [org.classbarometer.frame.SourceChoice] comes in; which room opens it is decided here and nowhere
/// else. `setup` hands it to the monitor.
@NullMarked
package org.classbarometer.frame.system;

import org.jspecify.annotations.NullMarked;
