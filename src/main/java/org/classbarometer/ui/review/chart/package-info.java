/// The painted parts of the review: a lesson's mood over time, a sparkline, a class over weeks, and
/// the legend that says what they show.
///
/// Analyses of `org.classbarometer.review` go in, pictures on the screen come out; whatever is said
/// by colour is also said by pattern, number or word. Knows no store.
@NullMarked
package org.classbarometer.ui.review.chart;

import org.jspecify.annotations.NullMarked;
