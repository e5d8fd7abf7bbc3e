/// Trained networks as ONNX files that keep the model contract (models/README.md): grey faces in,
/// normalisation inside, batch normalisation folded into the convolutions before it, `logits` and
/// `cam` out, and what must be known of the model in its metadata.
///
/// Reads the same tree of layers as the trainer. Nothing here knows DJL.
@NullMarked
package org.classbarometer.training.onnx;

import org.jspecify.annotations.NullMarked;
