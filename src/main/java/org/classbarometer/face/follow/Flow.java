package org.classbarometer.face.follow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.classbarometer.face.Pyramid;
import org.classbarometer.face.Sighting;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfFloat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Size;
import org.opencv.core.TermCriteria;
import org.opencv.video.Video;

/// Moves faces from one frame to the next without searching: the optical flow of Lucas and Kanade (with
/// Bouguet's pyramids) at nine points of each face, forwards and back again; a point that does not come
/// back to where it began has not been followed. Owns native memory; not thread-safe.
final class Flow implements AutoCloseable {
    /// Points in a row and in a column, and how far the outer ones lie from the middle in face sizes.
    private static final int ROW = 3;

    private static final int POINTS = ROW * ROW;
    private static final double SPREAD = 0.25;

    private static final Size WINDOW = new Size(9, 9);
    private static final int LEVELS = 2;
    private static final TermCriteria ENOUGH =
            new TermCriteria(TermCriteria.COUNT + TermCriteria.EPS, 12, 0.03);

    /// Faces are followed where they are about this large, in pixels: what a window sees of a larger one
    /// is too smooth.
    private static final double FACE = 24;

    /// Pixels, at that size, by which a point may miss its beginning; and points that must not.
    private static final double BACK_AGAIN = 1.0;

    private static final int LEAST_POINTS = 5;

    /// A face does not grow or shrink by more between two frames.
    private static final double GROWTH = 0.15;

    private static final int OCTAVES = 6;

    private final Mat[] before = new Mat[OCTAVES];
    private boolean begun;
    private final MatOfPoint2f from = new MatOfPoint2f();
    private final MatOfPoint2f to = new MatOfPoint2f();
    private final MatOfPoint2f back = new MatOfPoint2f();
    private final MatOfByte status = new MatOfByte();
    private final MatOfByte statusBack = new MatOfByte();
    private final MatOfFloat errors = new MatOfFloat();

    Flow() {
        for (int i = 0; i < OCTAVES; i++) {
            before[i] = new Mat();
        }
    }

    /// Where the faces of the last frame are in this one.
    ///
    /// @param places where they were, in frame pixels
    /// @return for each, where it is; empty when it could not be followed
    List<Optional<Sighting>> follow(Pyramid frame, List<Sighting> places) {
        List<Optional<Sighting>> moved = new ArrayList<>();
        places.forEach(_ -> moved.add(Optional.empty()));
        if (!begun) {
            return moved;
        }
        for (int octave = 0; octave < OCTAVES; octave++) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                if (octaveOf(places.get(i)) == octave) {
                    members.add(i);
                }
            }
            if (!members.isEmpty()) {
                followAt(frame, octave, places, members, moved);
            }
        }
        return moved;
    }

    /// Keeps of this frame what following these faces into the next one needs.
    void remember(Pyramid frame, List<Sighting> places) {
        for (int octave = 0; octave < OCTAVES; octave++) {
            int wanted = octave;
            if (places.stream().anyMatch(place -> octaveOf(place) == wanted)) {
                frame.octave(octave).copyTo(before[octave]);
            } else {
                before[octave].release();
            }
        }
        begun = true;
    }

    private static int octaveOf(Sighting place) {
        int octave = (int) Math.floor(Math.log(Math.max(1, place.size() / FACE)) / Math.log(2));
        return Math.min(OCTAVES - 1, octave);
    }

    private void followAt(
            Pyramid frame,
            int octave,
            List<Sighting> places,
            List<Integer> members,
            List<Optional<Sighting>> moved) {
        Mat now = frame.octave(octave);
        Mat old = before[octave];
        if (old.empty() || old.cols() != now.cols() || old.rows() != now.rows()) {
            return;
        }
        double scaleX = (double) now.cols() / frame.width();
        double scaleY = (double) now.rows() / frame.height();
        Point[] points = new Point[POINTS * members.size()];
        for (int i = 0; i < members.size(); i++) {
            Sighting place = places.get(members.get(i));
            for (int p = 0; p < POINTS; p++) {
                points[POINTS * i + p] =
                        new Point(
                                scaleX * (place.centreX() + (p % ROW - 1) * SPREAD * place.size()),
                                scaleY * (place.centreY() + (p / ROW - 1) * SPREAD * place.size()));
            }
        }
        from.fromArray(points);
        Video.calcOpticalFlowPyrLK(old, now, from, to, status, errors, WINDOW, LEVELS, ENOUGH);
        Video.calcOpticalFlowPyrLK(now, old, to, back, statusBack, errors, WINDOW, LEVELS, ENOUGH);
        Point[] arrived = to.toArray();
        Point[] returned = back.toArray();
        byte[] there = status.toArray();
        byte[] andBack = statusBack.toArray();
        for (int i = 0; i < members.size(); i++) {
            boolean[] good = new boolean[POINTS];
            for (int p = 0; p < POINTS; p++) {
                int at = POINTS * i + p;
                good[p] =
                        there[at] != 0
                                && andBack[at] != 0
                                && Math.hypot(
                                                returned[at].x - points[at].x,
                                                returned[at].y - points[at].y)
                                        <= BACK_AGAIN;
            }
            Sighting place = places.get(members.get(i));
            int first = POINTS * i;
            moved.set(
                    members.get(i),
                    moved(place, points, arrived, good, first, scaleX, scaleY)
                            .filter(sighting -> within(frame, sighting)));
        }
    }

    private static boolean within(Pyramid frame, Sighting place) {
        return place.centreX() >= 0
                && place.centreY() >= 0
                && place.centreX() < frame.width()
                && place.centreY() < frame.height();
    }

    /// Medians over the points: of how far they moved, of how their distances grew, of how their
    /// directions turned.
    private static Optional<Sighting> moved(
            Sighting place,
            Point[] from,
            Point[] to,
            boolean[] good,
            int first,
            double scaleX,
            double scaleY) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        double[] grown = new double[POINTS * POINTS];
        double[] turned = new double[POINTS * POINTS];
        int count = 0;
        int pairs = 0;
        for (int p = 0; p < POINTS; p++) {
            if (!good[p]) {
                continue;
            }
            Point a = from[first + p];
            Point b = to[first + p];
            x[count] = b.x - a.x;
            y[count] = b.y - a.y;
            count++;
            for (int q = p + 1; q < POINTS; q++) {
                if (good[q]) {
                    Point c = from[first + q];
                    Point d = to[first + q];
                    grown[pairs] =
                            Math.hypot(d.x - b.x, d.y - b.y) / Math.hypot(c.x - a.x, c.y - a.y);
                    double turn =
                            Math.toDegrees(
                                    Math.atan2(d.y - b.y, d.x - b.x)
                                            - Math.atan2(c.y - a.y, c.x - a.x));
                    turned[pairs] = Math.IEEEremainder(turn, 360);
                    pairs++;
                }
            }
        }
        if (count < LEAST_POINTS) {
            return Optional.empty();
        }
        double growth = median(grown, pairs);
        if (Math.abs(growth - 1) > GROWTH) {
            return Optional.empty();
        }
        return Optional.of(
                new Sighting(
                        place.centreX() + median(x, count) / scaleX,
                        place.centreY() + median(y, count) / scaleY,
                        place.size() * growth,
                        place.tilt() + median(turned, pairs),
                        false,
                        0));
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
    }

    /// Another film begins.
    void forget() {
        begun = false;
    }

    @Override
    public void close() {
        for (Mat mat : before) {
            mat.release();
        }
        List.of(from, to, back, status, statusBack, errors).forEach(Mat::release);
    }
}
