/// Reading expressions: label sets and their views, the ONNX model and its card, calibrated
/// readings, the explanation map.
///
/// A grey picture and a face box go in, calibrated probabilities and a
/// [org.classbarometer.expression.Reading] come out. An expression is what a face shows; nothing
/// here claims what a person feels. Called by `monitor` and `evaluate`.
@NullMarked
package org.classbarometer.expression;

import org.jspecify.annotations.NullMarked;
