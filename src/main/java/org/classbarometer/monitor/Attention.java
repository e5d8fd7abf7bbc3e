package org.classbarometer.monitor;

import java.util.List;
import org.classbarometer.face.TrackedFace;
import org.opencv.core.Mat;

/// Decides which of the faces found in a frame the monitor reads, and hides what is not to be seen.
/// Only the finder has seen the frame before it; reader, explanation and listeners get what it leaves.
/// Called on the analysis thread only; may own native memory.
public interface Attention extends AutoCloseable {
    /// @param bgr the frame, changed in place: what is hidden is gone for everything that follows
    /// @param faces as found, ordered by track number
    /// @param sourceNanos the frame's time by its source
    /// @return the faces to read, in the order of `faces`; the others are never read
    List<TrackedFace> attend(Mat bgr, List<TrackedFace> faces, long sourceNanos);

    /// Another source begins: track numbers start anew.
    void reset();

    @Override
    void close();
}
