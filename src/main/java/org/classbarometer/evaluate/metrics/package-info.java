/// Figures that say how good a model is: hits and misses by class, calibration, what is gained by
/// calling faces uncertain, how sure a figure is.
///
/// Arrays of numbers go in, figures come out: pure functions that know nothing of models, faces or
/// files, and give the same answer to the same question (randomness is seeded). Called by the
/// evaluation of models and by the training lab.
@NullMarked
package org.classbarometer.evaluate.metrics;

import org.jspecify.annotations.NullMarked;
