package org.classbarometer.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// Reads picture files as 8-bit grey, turned upright as the camera noted, and scaled down to what a
/// camera would bring. OpenCV must be loaded.
public final class PictureFile {
    /// Longest side in pixels, as the frame sources of live use limit it.
    private static final int LONGEST_SIDE = 1920;

    private PictureFile() {}

    /// @return the picture, which the caller releases; empty when the file is missing, broken or cut
    ///     off
    public static Optional<Mat> grey(Path file) {
        MatOfByte bytes = new MatOfByte();
        try {
            byte[] content = Files.readAllBytes(file);
            if (content.length == 0 || cutOff(content)) {
                return Optional.empty();
            }
            bytes.fromArray(content);
            Mat grey = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE);
            return grey.empty() ? Optional.empty() : Optional.of(fitted(grey));
        } catch (IOException | CvException _) {
            return Optional.empty();
        } finally {
            bytes.release();
        }
    }

    private static Mat fitted(Mat grey) {
        double scale = (double) LONGEST_SIDE / Math.max(grey.cols(), grey.rows());
        if (scale < 1) {
            Imgproc.resize(grey, grey, new Size(), scale, scale, Imgproc.INTER_AREA);
        }
        return grey;
    }

    // A JPEG that ends too early is filled up with grey by its decoder, without a word: it would be
    // scored as if it were a face. It is whole when it has its end marker (ITU-T T.81, B.2.1);
    // cameras may write something after that.
    private static boolean cutOff(byte[] content) {
        boolean jpeg =
                content.length > 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8;
        if (!jpeg) {
            return false;
        }
        for (int i = content.length - 2; i > 0; i--) {
            if ((content[i] & 0xff) == 0xff && (content[i + 1] & 0xff) == 0xd9) {
                return false;
            }
        }
        return true;
    }
}
