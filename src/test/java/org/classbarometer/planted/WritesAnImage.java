package org.classbarometer.planted;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class WritesAnImage {
    private WritesAnImage() {}

    static boolean write(Mat image) {
        return Imgcodecs.imwrite("image.png", image);
    }
}
