package org.classbarometer.monitor;

import java.util.Optional;
import org.classbarometer.expression.Reading;
import org.classbarometer.face.TrackedFace;

/// One face of one frame with its smoothed reading.
///
/// @param face where it is and its track number
/// @param reading empty while the track has no reading yet
public record FaceReading(TrackedFace face, Optional<Reading> reading) {}
