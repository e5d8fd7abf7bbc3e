/// What is said of a session, before it is a table or a sheet: its figures and the bands of its
/// timeline. Computed of the unsuppressed buckets only. Called by the packages beside it.
@NullMarked
package org.classbarometer.report.figure;

import org.jspecify.annotations.NullMarked;
