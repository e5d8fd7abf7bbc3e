package org.classbarometer.monitor;

import java.util.Optional;
import org.classbarometer.expression.Reading;
import org.classbarometer.face.TrackedFace;

/// One face of one frame with its smoothed reading.
///
/// @param face where it is and its track number
/// @param reading empty while the track has no reading, or none of the last [#FORGOTTEN_NANOS]
/// @param ageNanos how long ago, by the source's clock, the face was read last; 0 without a reading
public record FaceReading(TrackedFace face, Optional<Reading> reading, long ageNanos) {
    /// A reading older than this is shown as an old one.
    public static final long FRESH_NANOS = 500_000_000L;

    /// ... and one older than this says nothing of now: the face counts as not read.
    public static final long FORGOTTEN_NANOS = 2_000_000_000L;

    /// Read in this very frame, or not at all.
    public FaceReading(TrackedFace face, Optional<Reading> reading) {
        this(face, reading, 0);
    }

    /// Whether the reading is to be shown as an old one.
    public boolean old() {
        return ageNanos > FRESH_NANOS;
    }
}
