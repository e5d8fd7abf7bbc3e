/// Putting the program together: where its files are, and the monitor built from its parts.
///
/// The composition root that the screens and the command line share; nothing below them calls it.
@NullMarked
package org.classbarometer.setup;

import org.jspecify.annotations.NullMarked;
