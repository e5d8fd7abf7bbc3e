package org.classbarometer.planted;

import java.util.function.BiPredicate;
import org.classbarometer.rules.Breaks;
import org.classbarometer.rules.Rule;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;

@Breaks(Rule.NOTHING_ENCODES_A_PICTURE)
final class HandsOutAWriter {
    private HandsOutAWriter() {}

    static BiPredicate<String, Mat> writer() {
        return Imgcodecs::imwrite;
    }
}
