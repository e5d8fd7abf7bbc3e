/// Faces by a network trained in this project's lab, `models/face.onnx`, run by ONNX Runtime.
///
/// A grey picture enters, sightings leave; the finder asks it through `FaceDetector`. What such a file
/// must hold is written in models/README.md.
@NullMarked
package org.classbarometer.face.learned;

import org.jspecify.annotations.NullMarked;
