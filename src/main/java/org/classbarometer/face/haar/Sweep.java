package org.classbarometer.face.haar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.classbarometer.face.Look;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/// One cascade over the whole frame, window size after window size, strip after strip: each strip is a
/// look of its own, so that a frame need not pay for more than it can.
final class Sweep implements AutoCloseable {
    /// Steps between window sizes.
    private static final double STEP = 1.2;

    /// Pixels of a strip after scaling: about 3 ms of CPU time.
    private static final double STRIP_PIXELS = 40_000;

    private final Cascade cascade;
    private final boolean profile;
    private final long periodNanos;
    private final Mat picture = new Mat();
    private final Mat mirrored = new Mat();

    /// @param profile whether the cascade finds faces turned to one side and must be shown the
    ///     mirrored picture too
    /// @param periodNanos how often the frame is gone over, by the source's clock
    Sweep(Cascade cascade, boolean profile, long periodNanos) {
        this.cascade = cascade;
        this.profile = profile;
        this.periodNanos = periodNanos;
    }

    /// The looks at frames of this size for faces from `smallest` to below `largest` pixels.
    List<Look> looks(int width, int height, double smallest, double largest) {
        List<Look> looks = new ArrayList<>();
        int window = cascade.window();
        double limit = Math.min(largest, Math.min(width, height));
        for (double side = smallest; side < limit; side *= STEP) {
            double scale = window / side;
            int rows = (int) Math.ceil(STRIP_PIXELS / (width * scale));
            int levelHeight = (int) (height * scale);
            for (int top = 0; top + window <= levelHeight; top += rows) {
                // A window that begins in this strip may end in the next one.
                int bottom = Math.min(levelHeight, top + rows + window - 1);
                int y = (int) (top / scale);
                int end = Math.min(height, (int) Math.ceil(bottom / scale));
                double pixels = width * scale * Math.min(rows, levelHeight - top);
                looks.add(look(new Rect(0, y, width, end - y), scale, pixels));
            }
        }
        return looks;
    }

    private Look look(Rect rows, double scale, double pixels) {
        String job = profile ? "haar profile sweep" : "haar sweep";
        // What one cascade does not see in passing is not in doubt for that.
        return new Look(
                job,
                pixels,
                periodNanos,
                false,
                Look.Visibility.UNSURE,
                (frame, found) -> look(frame, rows, scale, found));
    }

    private void look(Pyramid frame, Rect rows, double scale, Consumer<Sighting> found) {
        frame.cut(rows, scale, picture);
        search(picture, rows, scale, false, found);
        if (profile) {
            Core.flip(picture, mirrored, 1);
            search(mirrored, rows, scale, true, found);
        }
    }

    private void search(
            Mat shown, Rect rows, double scale, boolean flipped, Consumer<Sighting> found) {
        int window = cascade.window();
        int width = shown.cols();
        cascade.search(
                shown,
                STEP,
                window,
                window,
                (x, y, side, weight) -> {
                    double left = (flipped ? width - x - side : x) / scale;
                    double top = rows.y + y / scale;
                    double size = side / scale;
                    found.accept(
                            profile
                                    ? Examiner.frontalOf(left, top, size, flipped)
                                    : Sighting.place(left + size / 2, top + size / 2, size));
                });
    }

    @Override
    public void close() {
        picture.release();
        mirrored.release();
    }
}
