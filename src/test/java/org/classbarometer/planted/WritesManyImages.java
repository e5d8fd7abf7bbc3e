package org.classbarometer.planted;

import java.util.List;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class WritesManyImages {
    private WritesManyImages() {}

    static boolean write(List<Mat> images) {
        return Imgcodecs.imwritemulti("images.tiff", images);
    }
}
