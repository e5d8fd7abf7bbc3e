package org.classbarometer.face;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Cuts squares out of pictures, brought to a size; what lies beside the picture goes on with its border.
final class Squares {
    private Squares() {}

    /// @param middleX in pixels of the source, 0 at its left edge
    /// @param side as middleX; at most about twice as many pixels as the result has, or it gets jagged
    /// @param pixels side of the result
    /// @param into receives the square
    static void cut(Mat source, double middleX, double middleY, double side, int pixels, Mat into) {
        double step = side / pixels;
        // From the middle of a pixel to the middle of a pixel.
        double first = step / 2 - side / 2 - 0.5;
        Mat turn = new Mat(2, 3, CvType.CV_64F);
        turn.put(0, 0, step, 0, middleX + first, 0, step, middleY + first);
        Imgproc.warpAffine(
                source,
                into,
                turn,
                new Size(pixels, pixels),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
        turn.release();
    }
}
