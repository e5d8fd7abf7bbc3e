package org.classbarometer.evaluate.model;

import org.classbarometer.face.Box;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// A picture and where in it the face is. Owns the picture.
///
/// @param box in pixels of the picture
/// @param whole whether the picture is nothing but the face
public record PlacedFace(Mat grey, Box box, boolean whole) implements AutoCloseable {
    static PlacedFace whole(Mat grey) {
        return new PlacedFace(grey, new Box(0, 0, grey.cols(), grey.rows()), true);
    }

    /// The picture as a camera further away would show it: the face `width` pixels wide. Areas are
    /// averaged, as a lens and a sensor do. A face that is smaller already stays as it is.
    PlacedFace shrunkTo(int width) {
        double scale = Math.min(1, (double) width / box.width());
        Mat small = new Mat();
        Size size = new Size(scaled(grey.cols(), scale), scaled(grey.rows(), scale));
        Imgproc.resize(grey, small, size, 0, 0, Imgproc.INTER_AREA);
        if (whole) {
            return whole(small);
        }
        Box there =
                new Box(
                        (int) Math.round(box.x() * scale),
                        (int) Math.round(box.y() * scale),
                        scaled(box.width(), scale),
                        scaled(box.height(), scale));
        return new PlacedFace(small, there, false);
    }

    private static int scaled(int length, double scale) {
        return (int) Math.max(1, Math.round(length * scale));
    }

    @Override
    public void close() {
        grey.release();
    }
}
