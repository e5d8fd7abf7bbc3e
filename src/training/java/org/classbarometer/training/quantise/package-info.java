/// Turns a model file into one that computes in eight bits, for processors that are faster with them.
/// In: a float model file of the lab and training faces. Out: the file with quantise and dequantise
/// operators (QDQ), which ONNX Runtime joins into whole-number ones. Called by the commands only.
@NullMarked
package org.classbarometer.training.quantise;

import org.jspecify.annotations.NullMarked;
