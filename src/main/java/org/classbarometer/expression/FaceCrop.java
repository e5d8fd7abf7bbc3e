package org.classbarometer.expression;

import java.nio.FloatBuffer;
import org.classbarometer.face.Box;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// Cuts a face out of a grey frame the way an expression model expects it. The one crop code for
/// training, evaluation and live use: a model sees live what it was trained on.
///
/// The box is moved outwards by `margin` times its width on every side (inwards when negative) and
/// rounded to whole pixels; what lies outside the frame repeats the frame's edge; the result is
/// scaled to the model's input size, averaging areas when shrinking and bilinear when enlarging. No
/// contrast is changed: normalisation is inside the model's graph.
///
/// Owns native memory and is not thread-safe: one per thread, closed by its owner.
public final class FaceCrop implements AutoCloseable {
    private static final Scalar NO_COLOUR = new Scalar(0);

    private final float margin;
    private final Size size;
    private final byte[] pixels;
    private final Mat bordered = new Mat();
    private final Mat scaled = new Mat();

    /// @param margin fraction of the box's width added on each side; above -0.5
    /// @param height pixels of the result
    /// @param width pixels of the result
    public FaceCrop(float margin, int height, int width) {
        if (!(margin > -0.5f) || height < 1 || width < 1) {
            throw new IllegalArgumentException("crop " + width + "x" + height + " at " + margin);
        }
        this.margin = margin;
        this.size = new Size(width, height);
        this.pixels = new byte[height * width];
    }

    /// A crop as this model wants it.
    public static FaceCrop of(ModelMetadata model) {
        return new FaceCrop(model.cropMargin(), model.inputHeight(), model.inputWidth());
    }

    /// Pixels of one crop: height times width.
    public int length() {
        return pixels.length;
    }

    /// Writes the crop as grey values 0..255, row by row.
    ///
    /// @param grey 8-bit grey frame, at least 1x1
    /// @param face box in pixels of the frame; may reach over its edge or lie outside
    /// @param out filled from `offset` to `offset + length()`; its position stays
    public void into(Mat grey, Box face, FloatBuffer out, int offset) {
        cut(grey, face);
        for (int i = 0; i < pixels.length; i++) {
            out.put(offset + i, pixels[i] & 0xff);
        }
    }

    /// As [#into], as unsigned bytes in an array of the caller's.
    public byte[] pixels(Mat grey, Box face) {
        cut(grey, face);
        return pixels.clone();
    }

    private void cut(Mat grey, Box face) {
        if (grey.empty() || grey.type() != CvType.CV_8UC1) {
            throw new IllegalArgumentException("not an 8-bit grey picture: " + grey);
        }
        double grow = (double) margin * face.width();
        long left = Math.round(face.x() - grow);
        long top = Math.round(face.y() - grow);
        long right = Math.max(left + 1, Math.round(face.x() + (double) face.width() + grow));
        long bottom = Math.max(top + 1, Math.round(face.y() + (double) face.height() + grow));
        int x0 = reach(left, grey.cols());
        int y0 = reach(top, grey.rows());
        cut(
                grey,
                x0,
                y0,
                Math.max(x0 + 1, reach(right, grey.cols())),
                Math.max(y0 + 1, reach(bottom, grey.rows())));
    }

    // A box may hang over by the frame's own size at most, so that no box however absurd makes the
    // border larger than nine frames.
    private static int reach(long coordinate, int length) {
        return (int) Math.clamp(coordinate, -(long) length, 2L * length);
    }

    private void cut(Mat grey, int left, int top, int right, int bottom) {
        int cols = grey.cols();
        int rows = grey.rows();
        // What is inside the frame: at least the nearest row and column.
        int innerLeft = Math.clamp(left, 0, cols - 1);
        int innerTop = Math.clamp(top, 0, rows - 1);
        int innerRight = Math.clamp(right, innerLeft + 1, cols);
        int innerBottom = Math.clamp(bottom, innerTop + 1, rows);
        Mat inside = grey.submat(innerTop, innerBottom, innerLeft, innerRight);
        if (left >= 0 && top >= 0 && right <= cols && bottom <= rows) {
            scale(inside);
        } else {
            Core.copyMakeBorder(
                    inside,
                    bordered,
                    Math.max(0, innerTop - top),
                    Math.max(0, bottom - innerBottom),
                    Math.max(0, innerLeft - left),
                    Math.max(0, right - innerRight),
                    Core.BORDER_REPLICATE | Core.BORDER_ISOLATED,
                    NO_COLOUR);
            scale(bordered);
        }
        inside.release();
    }

    private void scale(Mat part) {
        boolean shrinks = part.cols() > size.width && part.rows() > size.height;
        Imgproc.resize(
                part, scaled, size, 0, 0, shrinks ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
        scaled.get(0, 0, pixels);
    }

    @Override
    public void close() {
        bordered.release();
        scaled.release();
    }
}
