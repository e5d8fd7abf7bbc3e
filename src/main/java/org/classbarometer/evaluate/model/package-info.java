/// Evaluating an expression model on labelled faces.
///
/// A model file and a [org.classbarometer.evaluate.data.DataSet] go in; a
/// [org.classbarometer.evaluate.model.ModelReport] with every figure comes out: hits and misses,
/// calibration, coverage, results by face size and by subgroup, the counterfactual audit, latency.
/// The faces run through the crop and the model session of live use. Called by `cli`, and by
/// `evaluate.report`, which puts the figures into words and pictures.
@NullMarked
package org.classbarometer.evaluate.model;

import org.jspecify.annotations.NullMarked;
