package org.classbarometer.face.haar;

import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfRect;
import org.opencv.core.Size;
import org.opencv.objdetect.CascadeClassifier;

/// One loaded cascade and the memory its answers come in. Owns native memory; not thread-safe.
final class Cascade implements AutoCloseable {
    /// Receives the windows that passed every stage, ungrouped.
    @FunctionalInterface
    interface Hits {
        /// @param weight the last stage's sum: how clearly the window passed
        void hit(double x, double y, double side, double weight);
    }

    private final CascadeClassifier classifier;
    private final int window;
    private final MatOfRect rects = new MatOfRect();
    private final MatOfInt levels = new MatOfInt();
    private final MatOfDouble weights = new MatOfDouble();
    private int[] rectValues = new int[0];
    private double[] weightValues = new double[0];

    private Cascade(CascadeClassifier classifier) {
        this.classifier = classifier;
        this.window = (int) classifier.getOriginalWindowSize().width;
    }

    static Cascade open(CascadeFile file, Path folder) throws CascadeException {
        return new Cascade(file.open(folder));
    }

    /// Side of the window the cascade was trained on, in pixels.
    int window() {
        return window;
    }

    /// Slides windows with sides from `smallest` to `largest` over a grey picture.
    void search(Mat grey, double step, int smallest, int largest, Hits hits) {
        if (Math.min(grey.cols(), grey.rows()) < Math.max(window, smallest)) {
            return;
        }
        classifier.detectMultiScale3(
                grey,
                rects,
                levels,
                weights,
                step,
                0,
                0,
                new Size(smallest, smallest),
                new Size(largest, largest),
                true);
        int count = (int) rects.total();
        if (count == 0) {
            return;
        }
        if (rectValues.length < 4 * count) {
            rectValues = new int[8 * count];
            weightValues = new double[2 * count];
        }
        rects.get(0, 0, rectValues);
        weights.get(0, 0, weightValues);
        for (int i = 0; i < count; i++) {
            hits.hit(
                    rectValues[4 * i],
                    rectValues[4 * i + 1],
                    rectValues[4 * i + 2],
                    weightValues[i]);
        }
    }

    @Override
    public void close() {
        rects.release();
        levels.release();
        weights.release();
    }
}
