package org.classbarometer.planted;

import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.opencv.core.Mat;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class WritesAnImageWithParameters {
    private WritesAnImageWithParameters() {}

    static boolean write(Mat image) {
        return Imgcodecs.imwrite(
                "image.jpg", image, new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, 90));
    }
}
