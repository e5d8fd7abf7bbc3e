/// What only training measures with: the temperature that makes a model's confidences honest, and how
/// alike two explanations rank the parts of a face.
///
/// Logits, truths and maps go in, numbers come out; no model, no file. What reports of a model use too
/// is in evaluate.metrics.
@NullMarked
package org.classbarometer.training.metrics;

import org.jspecify.annotations.NullMarked;
