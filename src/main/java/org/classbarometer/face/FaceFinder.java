package org.classbarometer.face;

import java.util.List;
import java.util.Optional;
import org.classbarometer.budget.Budget;
import org.opencv.core.Mat;

/// Finds faces and follows them from frame to frame. Called on the analysis thread only; not
/// thread-safe; owns native memory.
public interface FaceFinder extends AutoCloseable {
    /// @param grey 8-bit grey frame, full size
    /// @param masks regions in which no face is looked for
    /// @param sourceNanos the frame's time by its source
    /// @param budget of this frame; what does not fit is left to the next frames
    /// @return the confirmed faces, ordered by track number; empty when there is none
    List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos, Budget budget);

    /// As above with all the time that it takes: for single pictures and recordings.
    default List<TrackedFace> find(Mat grey, Masks masks, long sourceNanos) {
        return find(grey, masks, sourceNanos, Budget.unlimited());
    }

    /// Why another detector is at work than was asked for, in the user's words; empty when it is that.
    default Optional<String> notice() {
        return Optional.empty();
    }

    /// Forgets every track: another source begins. Numbers start from 1 again.
    void reset();

    @Override
    void close();
}
