package org.classbarometer.face;

import java.util.Arrays;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// One grey frame as the finders see it: at its own size, halved, quartered and so on, made only as far
/// as asked for, and brightened when it is dark. Owns native memory, which is used again for every
/// frame; not thread-safe.
public final class Pyramid implements AutoCloseable {
    private static final int OCTAVES = 8;

    private final Light light = new Light();
    private final Mat[] octaves = new Mat[OCTAVES];
    private final boolean[] made = new boolean[OCTAVES];
    private Mat frame = new Mat();

    public Pyramid() {
        for (int i = 1; i < OCTAVES; i++) {
            octaves[i] = new Mat();
        }
        octaves[0] = frame;
    }

    /// Begins a frame; it stays the caller's and must not change until the next one begins.
    public void begin(Mat grey) {
        frame = light.enough(grey);
        octaves[0] = frame;
        Arrays.fill(made, false);
        made[0] = true;
    }

    /// Pixels of the frame.
    public int width() {
        return frame.cols();
    }

    /// Pixels of the frame.
    public int height() {
        return frame.rows();
    }

    /// The frame halved so often that it is still at least `scale` times its own size.
    private int octaveFor(double scale) {
        int octave = 0;
        while (octave + 1 < OCTAVES
                && scale <= 1.0 / (2 << octave)
                && Math.min(width(), height()) >> (octave + 1) >= 1) {
            octave++;
        }
        return octave;
    }

    /// The frame halved so many times; this object's own, to be left unchanged.
    ///
    /// @param index from 0
    public Mat octave(int index) {
        if (!made[index]) {
            Mat above = octave(index - 1);
            Size half = new Size(Math.max(1, above.cols() / 2), Math.max(1, above.rows() / 2));
            Imgproc.resize(above, octaves[index], half, 0, 0, Imgproc.INTER_AREA);
            made[index] = true;
        }
        return octaves[index];
    }

    /// Cuts out a part of the frame, scaled down (or up).
    ///
    /// @param part  frame pixels, within the frame
    /// @param scale result pixels per frame pixel
    /// @param into  receives the part
    public void cut(Rect part, double scale, Mat into) {
        int index = octaveFor(scale);
        Mat source = octave(index);
        double ratioX = (double) source.cols() / width();
        double ratioY = (double) source.rows() / height();
        int left = (int) Math.round(part.x * ratioX);
        int top = (int) Math.round(part.y * ratioY);
        int right = Math.min(source.cols(), (int) Math.round((part.x + part.width) * ratioX));
        int bottom = Math.min(source.rows(), (int) Math.round((part.y + part.height) * ratioY));
        left = Math.min(left, source.cols() - 1);
        top = Math.min(top, source.rows() - 1);
        Mat view = source.submat(top, Math.max(top + 1, bottom), left, Math.max(left + 1, right));
        Size size =
                new Size(
                        Math.max(1, Math.round(part.width * scale)),
                        Math.max(1, Math.round(part.height * scale)));
        Imgproc.resize(view, into, size, 0, 0, Imgproc.INTER_LINEAR);
        view.release();
    }

    /// Cuts out an upright square, brought to a size; what lies beside the frame goes on with its border.
    ///
    /// @param middleX frame pixels
    /// @param middleY frame pixels
    /// @param side frame pixels, above 0
    /// @param pixels side of the result
    /// @param into receives the square
    public void square(double middleX, double middleY, double side, int pixels, Mat into) {
        Mat source = octave(octaveFor(pixels / side));
        double ratioX = (double) source.cols() / width();
        double ratioY = (double) source.rows() / height();
        Squares.cut(source, middleX * ratioX, middleY * ratioY, side * ratioX, pixels, into);
    }

    @Override
    public void close() {
        for (int i = 1; i < OCTAVES; i++) {
            octaves[i].release();
        }
        light.close();
    }
}
