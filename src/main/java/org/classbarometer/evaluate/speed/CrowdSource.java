package org.classbarometer.evaluate.speed;

import java.util.OptionalLong;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSourceException;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// The demo class with any number of people: its twelve seats, cut out and laid side by side as large
/// as they fit into a frame of the same size. For measuring how cost grows with the class; faces of
/// 50 people are then about 48 pixels wide at 1280x720. Used on the capture thread.
public final class CrowdSource implements FrameSource {
    /// The demo clip seats its twelve people in four columns and three rows.
    private static final int SEAT_COLUMNS = 4;

    private static final int SEAT_ROWS = 3;
    private static final double SECOND = 1e9;
    private static final Scalar WALL = new Scalar(120, 120, 120);

    private final FrameSource demo;
    private final int people;
    private final double framesPerSecond;
    private long next;
    private final Mat whole = new Mat();

    /// Takes over the demo source and closes it.
    ///
    /// @param people at least 1
    /// @param framesPerSecond the speed the crowd is played at, whatever the clip's own is
    public CrowdSource(FrameSource demo, int people, double framesPerSecond) {
        if (people < 1) {
            throw new IllegalArgumentException("a crowd of " + people);
        }
        this.demo = demo;
        this.people = people;
        this.framesPerSecond = framesPerSecond;
    }

    @Override
    public String name() {
        return demo.name() + " x " + people;
    }

    @Override
    public boolean recorded() {
        return demo.recorded();
    }

    @Override
    public double framesPerSecond() {
        return framesPerSecond;
    }

    @Override
    public OptionalLong read(Mat image) throws FrameSourceException {
        if (demo.read(whole).isEmpty()) {
            return OptionalLong.empty();
        }
        lay(image);
        return OptionalLong.of(Math.round(next++ * SECOND / framesPerSecond));
    }

    private void lay(Mat image) {
        int width = whole.cols();
        int height = whole.rows();
        int seatWidth = width / SEAT_COLUMNS;
        int seatHeight = height / SEAT_ROWS;
        image.create(height, width, whole.type());
        image.setTo(WALL);
        int columns = columns(width, height, seatWidth, seatHeight);
        double scale = scale(columns, width, height, seatWidth, seatHeight);
        Size size = new Size(Math.floor(seatWidth * scale), Math.floor(seatHeight * scale));
        for (int i = 0; i < people; i++) {
            int seat = i % (SEAT_COLUMNS * SEAT_ROWS);
            Mat from =
                    whole.submat(
                            new Rect(
                                    seat % SEAT_COLUMNS * seatWidth,
                                    seat / SEAT_COLUMNS * seatHeight,
                                    seatWidth,
                                    seatHeight));
            Mat to =
                    image.submat(
                            new Rect(
                                    (int) (i % columns * size.width),
                                    (int) (Math.floorDiv(i, columns) * size.height),
                                    (int) size.width,
                                    (int) size.height));
            Imgproc.resize(from, to, size, 0, 0, Imgproc.INTER_AREA);
            from.release();
            to.release();
        }
    }

    private int columns(int width, int height, int seatWidth, int seatHeight) {
        int best = 1;
        for (int columns = 2; columns <= people; columns++) {
            if (scale(columns, width, height, seatWidth, seatHeight)
                    > scale(best, width, height, seatWidth, seatHeight)) {
                best = columns;
            }
        }
        return best;
    }

    // Never larger than in the clip: one person alone keeps the size a camera would give them.
    private double scale(int columns, int width, int height, int seatWidth, int seatHeight) {
        int rows = Math.ceilDiv(people, columns);
        double fitting =
                Math.min(
                        (double) width / (columns * seatWidth),
                        (double) height / (rows * seatHeight));
        return Math.min(1, fitting);
    }

    @Override
    public void close() {
        whole.release();
        demo.close();
    }
}
