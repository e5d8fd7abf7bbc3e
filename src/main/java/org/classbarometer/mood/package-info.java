/// The mood of the room: the one place where readings become shares, buckets and spans.
///
/// Readings of single faces enter in [org.classbarometer.mood.Mood]; buckets that may be stored leave
/// through [org.classbarometer.mood.BucketCutter], and every figure that is shown, printed or exported
/// through [org.classbarometer.mood.MoodSum], the one fold: each reading weighs the same. Called by the
/// pipeline, the live screen, the store, the review, the reports and the command line; knows none of
/// them. Why one fold: docs/decisions/0024-one-fold.md.
@NullMarked
package org.classbarometer.mood;

import org.jspecify.annotations.NullMarked;
