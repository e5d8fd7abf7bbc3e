package org.classbarometer.training.finder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfRect;
import org.opencv.core.Rect;
import org.opencv.core.Size;
import org.opencv.objdetect.CascadeClassifier;

/// How the square that a Haar cascade draws around a face lies to the learned box, so that a face gives
/// the same crop whichever finder found it.
///
/// @param sideByWidth the square's side is this times the box's width ...
/// @param sideByHeight ... and this times its height
/// @param middleX of the square, from the box's left border, in box widths
/// @param middleY of the square, from the box's upper border, in box heights
/// @param pairs it was fitted to
/// @param spread of the sides, as a share: half of the squares differ by less from what is fitted
public record CropFraming(
        double sideByWidth,
        double sideByHeight,
        double middleX,
        double middleY,
        int pairs,
        double spread) {
    private static final double SAME = 0.4;
    private static final int ROUNDS = 20;
    private static final int LEAST_PAIRS = 20;

    /// A learned box and the Haar square of the same face.
    record Pair(Area box, Area square) {}

    /// Fits it on photographs to learn from.
    ///
    /// @param cascade file of the frontal default cascade
    /// @param threshold of a face
    /// @throws IOException when the cascade cannot be read, or hardly a face is found by both
    public static CropFraming fit(
            FinderFile finder, List<Photo> photos, Path cascade, double threshold, int longest)
            throws IOException {
        if (!Files.isReadable(cascade)) {
            throw new IOException("there is no cascade " + cascade);
        }
        CascadeClassifier haar = new CascadeClassifier(cascade.toString());
        if (haar.empty()) {
            throw new IOException(cascade + " is no cascade");
        }
        List<Pair> pairs = new ArrayList<>();
        for (Photo photo : photos) {
            List<Area> boxes =
                    finder.look(photo.whole(), longest).stream()
                            .filter(found -> found.score() >= threshold)
                            .map(Found::area)
                            .toList();
            for (Area square : squares(haar, photo.whole())) {
                boxes.stream()
                        .filter(box -> box.overlap(square) >= SAME)
                        .forEach(box -> pairs.add(new Pair(box, square)));
            }
        }
        if (pairs.size() < LEAST_PAIRS) {
            throw new IOException(
                    "only " + pairs.size() + " faces are found by both finders; train longer");
        }
        return fit(pairs);
    }

    private static List<Area> squares(CascadeClassifier haar, Grey photo) {
        Mat grey = new Mat(photo.height(), photo.width(), CvType.CV_8UC1);
        MatOfRect found = new MatOfRect();
        try {
            grey.put(0, 0, photo.pixels());
            haar.detectMultiScale(grey, found, 1.1, 5, 0, new Size(24, 24));
            List<Area> squares = new ArrayList<>();
            for (Rect rect : found.toArray()) {
                squares.add(new Area(rect.x, rect.y, rect.width, rect.height));
            }
            return squares;
        } finally {
            grey.release();
            found.release();
        }
    }

    /// Weighted least squares, in which pairs that fit badly count less from round to round: a square
    /// around a tie or a hand must not pull.
    static CropFraming fit(List<Pair> pairs) {
        double[] weights = new double[pairs.size()];
        Arrays.fill(weights, 1);
        double a = 1;
        double b = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double ww = 0;
            double wh = 0;
            double hh = 0;
            double ws = 0;
            double hs = 0;
            for (int i = 0; i < weights.length; i++) {
                Pair pair = pairs.get(i);
                // In shares of the square's side, so that large faces do not count for more.
                double w = pair.box().width() / pair.square().width();
                double h = pair.box().height() / pair.square().width();
                ww += weights[i] * w * w;
                wh += weights[i] * w * h;
                hh += weights[i] * h * h;
                ws += weights[i] * w;
                hs += weights[i] * h;
            }
            double determinant = ww * hh - wh * wh;
            if (determinant > 1e-6 * ww * hh) {
                a = (ws * hh - hs * wh) / determinant;
                b = (hs * ww - ws * wh) / determinant;
            } else {
                a = ws / ww;
                b = 0;
            }
            for (int i = 0; i < weights.length; i++) {
                double off = Math.abs(miss(pairs.get(i), a, b));
                weights[i] = 1 / (0.02 + off);
            }
        }
        double fixedA = a;
        double fixedB = b;
        double spread =
                median(
                        pairs.stream()
                                .mapToDouble(pair -> Math.abs(miss(pair, fixedA, fixedB)))
                                .toArray());
        double y =
                median(
                        pairs.stream()
                                .mapToDouble(pair ->
                                        (pair.square().middleY() - pair.box().top())
                                                / pair.box().height())
                                .toArray());
        // A mirrored face is as likely: what the median says beside that is chance.
        return new CropFraming(a, b, 0.5, y, pairs.size(), spread);
    }

    private static double miss(Pair pair, double a, double b) {
        return (a * pair.box().width() + b * pair.box().height()) / pair.square().width() - 1;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// The square for a box.
    public Area square(Area box) {
        double side = sideByWidth * box.width() + sideByHeight * box.height();
        return new Area(
                box.left() + middleX * box.width() - side / 2,
                box.top() + middleY * box.height() - side / 2,
                side,
                side);
    }

    /// As it stands in a file.
    public String text() {
        return String.format(
                Locale.ROOT, "%.4f,%.4f,%.4f,%.4f", sideByWidth, sideByHeight, middleX, middleY);
    }
}
