/// Faces by Haar cascades: the detector that needs no weights learnt from photographs of people.
///
/// A grey picture enters, sightings leave; the finder asks it through `FaceDetector`.
@NullMarked
package org.classbarometer.face.haar;

import org.jspecify.annotations.NullMarked;
