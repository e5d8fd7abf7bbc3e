/// What every command shares: the world it runs in ([org.classbarometer.cli.common.Surroundings]), how
/// arguments are read, exit codes, the line that reports progress.
///
/// Called by the commands only; knows none of them.
@NullMarked
package org.classbarometer.cli.common;

import org.jspecify.annotations.NullMarked;
