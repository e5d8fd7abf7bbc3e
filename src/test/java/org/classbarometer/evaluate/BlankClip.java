package org.classbarometer.evaluate;

import java.util.OptionalLong;
import org.classbarometer.frame.FrameSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/// A recording of a grey wall, 25 frames a second, without end.
public final class BlankClip implements FrameSource {
    private long frame;

    @Override
    public String name() {
        return "blank";
    }

    @Override
    public boolean recorded() {
        return true;
    }

    @Override
    public double framesPerSecond() {
        return 25;
    }

    @Override
    public OptionalLong read(Mat image) {
        image.create(100, 300, CvType.CV_8UC3);
        image.setTo(Scalar.all(90));
        return OptionalLong.of(40_000_000L * frame++);
    }

    @Override
    public void close() {}
}
