package org.classbarometer.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opencv.core.CvException;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// Decodes an image file into BGR 8 bit, whatever its depth and channels, turned upright as the
/// camera noted. Images larger than a frame needs to be are scaled down.
final class ImageDecoder {
    /// Longest side in pixels: the width of a full HD camera, beyond which finding faces only gets
    /// slower.
    static final int LONGEST_SIDE = 1920;

    private ImageDecoder() {}

    /// @return false when the file is no image that can be read
    static boolean decode(Path path, Mat image) {
        // Read by Java and decoded from memory: OpenCV's own reading fails on some file names.
        MatOfByte bytes = new MatOfByte();
        Mat raw = new Mat();
        try {
            byte[] content = Files.readAllBytes(path);
            if (content.length == 0) {
                return false;
            }
            bytes.fromArray(content);
            raw = Imgcodecs.imdecode(bytes, reduction(JpegSize.longestSide(content)));
            if (raw.empty()) {
                return false;
            }
            fit(raw, image);
            return true;
        } catch (IOException | CvException _) {
            return false;
        } finally {
            bytes.release();
            raw.release();
        }
    }

    // A JPEG can be decoded at a half, quarter or eighth of its size for a fraction of the work.
    private static int reduction(int longestSide) {
        if (longestSide >= 8 * LONGEST_SIDE) {
            return Imgcodecs.IMREAD_REDUCED_COLOR_8;
        }
        if (longestSide >= 4 * LONGEST_SIDE) {
            return Imgcodecs.IMREAD_REDUCED_COLOR_4;
        }
        return longestSide >= 2 * LONGEST_SIDE
                ? Imgcodecs.IMREAD_REDUCED_COLOR_2
                : Imgcodecs.IMREAD_COLOR;
    }

    private static void fit(Mat raw, Mat image) {
        double scale = (double) LONGEST_SIDE / Math.max(raw.cols(), raw.rows());
        if (scale >= 1) {
            raw.copyTo(image);
            return;
        }
        long width = Math.max(1, Math.round(raw.cols() * scale));
        long height = Math.max(1, Math.round(raw.rows() * scale));
        Imgproc.resize(raw, image, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    }
}
