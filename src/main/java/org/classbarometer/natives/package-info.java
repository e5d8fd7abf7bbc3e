/// The native libraries of the program's parts: where the build put them, so that nothing is unpacked
/// when the program starts.
///
/// Whoever loads one (OpenCV, FFmpeg, ONNX Runtime, SQLite) asks here first. JavaFX looks beside its
/// own jar by itself.
@NullMarked
package org.classbarometer.natives;

import org.jspecify.annotations.NullMarked;
