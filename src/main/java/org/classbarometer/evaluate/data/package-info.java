/// Labelled faces: FER2013, the votes of FER+, pictures in folders, lists of pictures with attributes.
///
/// Files of these data sets go in; faces with their labels come out, and with them a count of
/// everything that was not used and why. What a whole file lacks (a column, rows that belong
/// together) is refused with a [org.classbarometer.evaluate.data.DataSetException]; what a single
/// row or picture lacks is counted in [org.classbarometer.evaluate.data.Skips] and never scored.
/// Called by the evaluation of models and by the training lab.
@NullMarked
package org.classbarometer.evaluate.data;

import org.jspecify.annotations.NullMarked;
