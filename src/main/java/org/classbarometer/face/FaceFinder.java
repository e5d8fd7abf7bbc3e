package org.classbarometer.face;

import java.util.List;
import org.opencv.core.Mat;

/// Finds faces and follows them from frame to frame. Called on the analysis thread only; not
/// thread-safe; owns native memory.
public interface FaceFinder extends AutoCloseable {
    /// @param grey 8-bit grey frame, full size
    /// @param masks regions in which no face is looked for
    /// @param sourceNanos the frame's time by its source
    /// @return the confirmed faces, ordered by track number; empty when there is none
    List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos);

    /// Forgets every track: another source begins. Numbers start from 1 again.
    void reset();

    @Override
    void close();
}
