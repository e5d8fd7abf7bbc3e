/// The review room: lessons by class and date, a lesson's mood over time, its markers and biggest
/// shifts, two lessons beside each other, a class over weeks, deleting and exporting.
///
/// [org.classbarometer.ui.review.model.ReviewViewModel] asks the session store in the background and is
/// tested without a window; [org.classbarometer.ui.review.ReviewView] shows it and is plugged into
/// the window as a room. Only what is stored is shown: suppressed buckets are said aloud, never
/// filled in.
@NullMarked
package org.classbarometer.ui.review;

import org.jspecify.annotations.NullMarked;
