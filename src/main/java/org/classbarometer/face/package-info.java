/// Faces in a frame: finding them with Haar cascades, following them with stable numbers, leaving
/// masked regions alone.
///
/// Grey pictures go in, [org.classbarometer.face.TrackedFace] boxes come out. A face is a box in a
/// frame and never an identity. Called by `monitor` and `evaluate`.
@NullMarked
package org.classbarometer.face;

import org.jspecify.annotations.NullMarked;
