/// The pipeline: capture, faces, expressions, smoothing, room mood, joined in
/// [org.classbarometer.monitor.Monitor].
///
/// Settings and a source choice go in; immutable [org.classbarometer.monitor.FrameAnalysis] objects
/// come out to listeners. Knows neither JavaFX nor the command line; stores nothing.
@NullMarked
package org.classbarometer.monitor;

import org.jspecify.annotations.NullMarked;
