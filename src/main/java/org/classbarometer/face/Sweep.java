package org.classbarometer.face;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/// Goes over the whole frame with one cascade, window size after window size, strip after strip, a
/// few strips each frame: what a full look costs is spread over its period.
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
    private List<Strip> strips = List.of();
    private double pixels;
    private double credit;
    private int next;

    /// Rows of the frame and the size of the windows that slide over them.
    private record Strip(Rect rows, double scale, double pixels) {}

    /// @param profile whether the cascade finds faces turned to one side and must be shown the
    ///     mirrored picture too
    /// @param periodNanos time for one sweep over the frame, by the source's clock
    Sweep(Cascade cascade, boolean profile, long periodNanos) {
        this.cascade = cascade;
        this.profile = profile;
        this.periodNanos = periodNanos;
    }

    /// Plans for frames of this size and faces from `smallest` to below `largest` pixels.
    void plan(int width, int height, double smallest, double largest) {
        List<Strip> plan = new ArrayList<>();
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
                double cost = width * scale * Math.min(rows, levelHeight - top);
                plan.add(new Strip(new Rect(0, y, width, end - y), scale, cost));
            }
        }
        strips = List.copyOf(plan);
        pixels = plan.stream().mapToDouble(Strip::pixels).sum();
        next = 0;
        credit = 0;
    }

    /// Does the share of the sweep that is due after this time.
    void advance(Pyramid frame, long nanos, Consumer<Sighting> proposals) {
        credit = Math.min(pixels, credit + pixels * nanos / periodNanos);
        while (!strips.isEmpty() && credit >= strips.get(next).pixels) {
            credit -= strips.get(next).pixels;
            look(frame, strips.get(next), proposals);
            next = (next + 1) % strips.size();
        }
    }

    /// Looks everywhere now.
    void lookEverywhere(Pyramid frame, Consumer<Sighting> proposals) {
        strips.forEach(strip -> look(frame, strip, proposals));
        credit = 0;
    }

    private void look(Pyramid frame, Strip strip, Consumer<Sighting> proposals) {
        frame.cut(strip.rows, strip.scale, picture);
        search(picture, strip, false, proposals);
        if (profile) {
            Core.flip(picture, mirrored, 1);
            search(mirrored, strip, true, proposals);
        }
    }

    private void search(Mat shown, Strip strip, boolean flipped, Consumer<Sighting> proposals) {
        int window = cascade.window();
        double scale = strip.scale;
        int width = shown.cols();
        cascade.search(
                shown,
                STEP,
                window,
                window,
                (x, y, side, weight) -> {
                    double left = (flipped ? width - x - side : x) / scale;
                    double top = strip.rows.y + y / scale;
                    double size = side / scale;
                    proposals.accept(
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
