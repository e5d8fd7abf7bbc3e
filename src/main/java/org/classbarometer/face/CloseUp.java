package org.classbarometer.face;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// The part of the frame around a place, brought to the size a detector is asked at and, for a
/// leaning head, turned upright. Owns native memory, used again for every place; not thread-safe.
public final class CloseUp implements AutoCloseable {
    private final double reach;
    private final Mat picture = new Mat();
    private final Mat smaller = new Mat();
    private final Mat leaning = new Mat();
    private final Mat turn = new Mat(2, 3, CvType.CV_64F);

    // The picture's pixel (pivot, pivot) is the frame's (originX, originY).
    private double originX;
    private double originY;
    private double pivot;
    private double scale = 1;
    private double cos = 1;
    private double sin;

    /// @param reach half the side of the part, in face sizes
    public CloseUp(double reach) {
        this.reach = reach;
    }

    /// @param face side in pixels the place is brought to
    /// @return false when less than half of the place lies within the frame
    public boolean take(Pyramid frame, Sighting place, double face) {
        // The corners of a turned square reach further.
        double half = reach * place.size() * (place.tilt() == 0 ? 1 : Math.sqrt(2));
        int left = (int) Math.max(0, place.centreX() - half);
        int top = (int) Math.max(0, place.centreY() - half);
        int right = (int) Math.min(frame.width(), place.centreX() + half);
        int bottom = (int) Math.min(frame.height(), place.centreY() + half);
        if (right - left < place.size() / 2 || bottom - top < place.size() / 2) {
            return false;
        }
        scale = face / place.size();
        Rect part = new Rect(left, top, right - left, bottom - top);
        if (place.tilt() == 0) {
            frame.cut(part, scale, picture);
            originX = left;
            originY = top;
            pivot = 0;
            cos = 1;
            sin = 0;
        } else {
            frame.cut(part, scale, leaning);
            originX = place.centreX();
            originY = place.centreY();
            pivot = reach * face;
            cos = Math.cos(Math.toRadians(place.tilt()));
            sin = Math.sin(Math.toRadians(place.tilt()));
            turnUpright((originX - left) * scale, (originY - top) * scale);
        }
        return true;
    }

    private void turnUpright(double centreX, double centreY) {
        turn.put(
                0,
                0,
                cos,
                -sin,
                centreX - cos * pivot + sin * pivot,
                sin,
                cos,
                centreY - sin * pivot - cos * pivot);
        Imgproc.warpAffine(
                leaning,
                picture,
                turn,
                new Size(Math.round(2 * pivot), Math.round(2 * pivot)),
                Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
                Core.BORDER_REPLICATE);
    }

    /// What was taken last; valid until the next time.
    public Mat picture() {
        return picture;
    }

    /// Cuts a square out of the picture, as [Pyramid#square] does out of a frame.
    ///
    /// @param middleX picture pixels
    /// @param middleY picture pixels
    /// @param side picture pixels
    public void square(double middleX, double middleY, double side, int pixels, Mat into) {
        double factor = Math.min(1, 2 * pixels / side);
        if (factor == 1) {
            Squares.cut(picture, middleX, middleY, side, pixels, into);
            return;
        }
        Imgproc.resize(picture, smaller, new Size(), factor, factor, Imgproc.INTER_AREA);
        Squares.cut(smaller, middleX * factor, middleY * factor, side * factor, pixels, into);
    }

    /// Picture pixels per frame pixel.
    public double scale() {
        return scale;
    }

    /// The frame's x of a point in the picture.
    public double frameX(double x, double y) {
        return originX + (cos * (x - pivot) - sin * (y - pivot)) / scale;
    }

    /// The frame's y of a point in the picture.
    public double frameY(double x, double y) {
        return originY + (sin * (x - pivot) + cos * (y - pivot)) / scale;
    }

    @Override
    public void close() {
        picture.release();
        smaller.release();
        leaning.release();
        turn.release();
    }
}
