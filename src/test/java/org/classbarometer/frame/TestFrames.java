package org.classbarometer.frame;

import org.opencv.core.Mat;

/// Frames for tests outside this package, without a source.
public final class TestFrames {
    private TestFrames() {}

    /// @param image BGR; copied
    public static Frame of(Mat image) {
        Frame frame = new Frame(done -> done.image().release());
        image.copyTo(frame.image());
        frame.stamp(0, 0, 0, System.nanoTime(), false);
        return frame;
    }
}
