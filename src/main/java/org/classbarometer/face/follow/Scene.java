package org.classbarometer.face.follow;

import org.classbarometer.face.Pyramid;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/// Remembers the last frame as a thumbnail and tells whether the next one still shows the same
/// scene. Owns native memory.
final class Scene implements AutoCloseable {
    private static final int SIDE = 32;

    /// Least correlation of two thumbnails of one scene. People moving in a room stay above 0.9; a
    /// cut to another picture is mostly below 0.3.
    private static final double SAME = 0.5;

    /// Grey levels of spread below which a picture counts as blank.
    private static final double BLANK = 2;

    private final Mat thumbnail = new Mat();
    private final Mat square = new Mat();
    private final byte[] bytes = new byte[SIDE * SIDE];
    private double[] now = new double[SIDE * SIDE];
    private double[] before = new double[SIDE * SIDE];
    private boolean known;

    /// @return true for the first frame, and when this frame shows another scene than the last
    boolean changes(Pyramid frame) {
        double scale = (double) SIDE / Math.max(frame.width(), frame.height());
        frame.cut(new Rect(0, 0, frame.width(), frame.height()), scale, thumbnail);
        org.opencv.imgproc.Imgproc.resize(
                thumbnail, square, new org.opencv.core.Size(SIDE, SIDE), 0, 0, 1);
        square.get(0, 0, bytes);
        double[] last = before;
        before = now;
        now = last;
        double mean = 0;
        for (byte b : bytes) {
            mean += (b & 0xff) / (double) bytes.length;
        }
        for (int i = 0; i < bytes.length; i++) {
            now[i] = (bytes[i] & 0xff) - mean;
        }
        boolean first = !known;
        known = true;
        return first || !same();
    }

    private boolean same() {
        double spreadNow = product(now, now);
        double spreadBefore = product(before, before);
        double blank = BLANK * BLANK * now.length;
        if (spreadNow < blank || spreadBefore < blank) {
            return spreadNow < blank && spreadBefore < blank;
        }
        return product(now, before) / Math.sqrt(spreadNow * spreadBefore) >= SAME;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    void forget() {
        known = false;
    }

    @Override
    public void close() {
        thumbnail.release();
        square.release();
    }
}
