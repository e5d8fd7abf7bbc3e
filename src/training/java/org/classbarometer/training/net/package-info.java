/// What a network is, said once: a tree of layers as plain records.
///
/// The trainer ([org.classbarometer.training.torch]) and the exporter
/// ([org.classbarometer.training.onnx]) both read this tree, so that the file which is shipped is the
/// network which was trained. Nothing here knows DJL or ONNX; the families in
/// [org.classbarometer.training.net.family] are written with it, each next to its paper.
@NullMarked
package org.classbarometer.training.net;

import org.jspecify.annotations.NullMarked;
