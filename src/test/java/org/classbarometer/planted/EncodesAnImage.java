package org.classbarometer.planted;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class EncodesAnImage {
    private EncodesAnImage() {}

    static boolean encode(Mat image, MatOfByte bytes) {
        return Imgcodecs.imencode(".jpg", image, bytes);
    }
}
