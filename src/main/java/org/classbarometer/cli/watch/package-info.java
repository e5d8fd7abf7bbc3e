/// The command `watch`: a source is read until it ends or time is up, and what was asked for comes out
/// of it: a report, a timeline as CSV, a stored session.
///
/// [org.classbarometer.cli.watch.WatchCommand] reads the arguments, one
/// [org.classbarometer.cli.watch.RunOutput] a place to which the figures go.
@NullMarked
package org.classbarometer.cli.watch;

import org.jspecify.annotations.NullMarked;
