package org.classbarometer.frame.picture;

import java.nio.file.Path;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// Reads single picture files as 8-bit grey, with the eyes and the limits of the folder source: upright,
/// scaled down to what a camera brings, and nothing that is no file, larger than 128 MB or of more than
/// 128 megapixels. OpenCV must be loaded.
public final class GreyPicture {
    private GreyPicture() {}

    /// @return the picture, which the caller releases; empty when the file is missing, broken, too large
    ///     or no picture
    public static Optional<Mat> read(Path file) {
        Mat picture = new Mat();
        try (ImageDecoder decoder = new ImageDecoder()) {
            if (decoder.decode(file, picture) != ImageDecoder.Outcome.DECODED) {
                return Optional.empty();
            }
            Mat grey = new Mat();
            Imgproc.cvtColor(picture, grey, Imgproc.COLOR_BGR2GRAY);
            return Optional.of(grey);
        } finally {
            picture.release();
        }
    }
}
