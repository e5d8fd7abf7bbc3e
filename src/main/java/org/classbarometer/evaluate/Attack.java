package org.classbarometer.evaluate;

import java.util.List;
import org.classbarometer.face.Box;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// What makes faces hard to find, done to a picture whose faces are known.
public enum Attack {
    AS_IT_IS("as it is"),
    LEAN_30("leaning by 30 degrees"),
    LEAN_45("leaning by 45 degrees"),
    LIGHT_30("30 % of the light"),
    LIGHT_15("15 % of the light"),
    MASK("painted mask over mouth and nose"),
    SUNGLASSES("painted sunglasses");

    /// Half the side of the patch that is turned with a head, in face sizes: hair and shoulders with it.
    private static final double PATCH = 1.0;

    private static final Scalar CLOTH = new Scalar(200, 180, 150);
    private static final Scalar GLASS = new Scalar(20, 20, 20);

    private final String words;

    Attack(String words) {
        this.words = words;
    }

    /// For tables.
    public String words() {
        return words;
    }

    /// @param bgr changed in place
    /// @param faces squares as Haar frames them; they hold for the changed picture too
    void on(Mat bgr, List<Box> faces) {
        switch (this) {
            case AS_IT_IS -> {}
            case LEAN_30 -> faces.forEach(face -> lean(bgr, face, 30));
            case LEAN_45 -> faces.forEach(face -> lean(bgr, face, -45));
            case LIGHT_30 -> Core.convertScaleAbs(bgr, bgr, 0.30, 0);
            case LIGHT_15 -> Core.convertScaleAbs(bgr, bgr, 0.15, 0);
            case MASK -> faces.forEach(face -> mask(bgr, face));
            case SUNGLASSES -> faces.forEach(face -> sunglasses(bgr, face));
        }
    }

    private static void lean(Mat bgr, Box face, double degrees) {
        int half = (int) (PATCH * face.width());
        Rect around =
                new Rect(
                        (int) face.centreX() - half,
                        (int) face.centreY() - half,
                        2 * half,
                        2 * half);
        int left = Math.max(0, around.x);
        int top = Math.max(0, around.y);
        int right = Math.min(bgr.cols(), around.x + around.width);
        int bottom = Math.min(bgr.rows(), around.y + around.height);
        if (right <= left || bottom <= top) {
            return;
        }
        Mat patch = bgr.submat(new Rect(left, top, right - left, bottom - top));
        Mat turned = new Mat();
        Mat turn =
                Imgproc.getRotationMatrix2D(
                        new Point(face.centreX() - left, face.centreY() - top), -degrees, 1);
        Imgproc.warpAffine(
                patch, turned, turn, patch.size(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
        turned.copyTo(patch);
        turn.release();
        turned.release();
        patch.release();
    }

    // Where a Haar square holds eyes and mouth: two fifths down, and four fifths.
    private static void mask(Mat bgr, Box face) {
        Imgproc.ellipse(
                bgr,
                at(face, 0.5, 0.76),
                new Size(0.34 * face.width(), 0.26 * face.height()),
                0,
                0,
                360,
                CLOTH,
                Imgproc.FILLED);
    }

    private static void sunglasses(Mat bgr, Box face) {
        for (double x : new double[] {0.31, 0.69}) {
            Imgproc.ellipse(
                    bgr,
                    at(face, x, 0.40),
                    new Size(0.17 * face.width(), 0.12 * face.height()),
                    0,
                    0,
                    360,
                    GLASS,
                    Imgproc.FILLED);
        }
        int thick = Math.max(1, face.width() / 25);
        Imgproc.line(bgr, at(face, 0.1, 0.36), at(face, 0.9, 0.36), GLASS, thick);
    }

    private static Point at(Box face, double x, double y) {
        return new Point(face.x() + x * face.width(), face.y() + y * face.height());
    }
}
