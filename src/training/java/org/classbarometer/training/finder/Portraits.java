package org.classbarometer.training.finder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.classbarometer.evaluate.data.DataSetException;
import org.classbarometer.evaluate.data.Fer2013;
import org.classbarometer.evaluate.data.FerFace;
import org.classbarometer.evaluate.data.Split;

/// Faces of other people, to be put over those in photographs: many more faces, in the surroundings that faces
/// have. In memory only.
public final class Portraits {
    /// Side of a portrait beside the face's box, as the squares of Haar cascades that portraits are cut by lie
    /// (the framing of the shipped face finder).
    private static final double SIDE_BY_WIDTH = 1.07;

    private static final double SIDE_BY_HEIGHT = 0.15;
    private static final double MIDDLE = 0.485;

    /// The ellipse within a box that is wholly replaced ends at the first, the one that is touched at the second,
    /// as squares of the distance in half boxes.
    private static final double WHOLLY = 0.6;

    private static final double TOUCHED = 1;

    /// A picture of less contrast is one grey.
    private static final int LEAST = 2;

    public static final Portraits NONE = new Portraits(List.of());

    private final List<Photo> portraits;

    private Portraits(List<Photo> portraits) {
        this.portraits = portraits;
    }

    static Portraits of(List<Grey> faces) {
        return new Portraits(
                faces.stream().map(face -> Photo.of("portrait", face, List.of())).toList());
    }

    /// Reads the training rows of FER2013.
    public static Portraits read(Path csv) throws DataSetException {
        List<Grey> faces = new ArrayList<>();
        new Fer2013(csv, Optional.empty(), Optional.empty())
                .forEach(
                        Set.of(Split.TRAINING),
                        face -> faces.add(new Grey(face.pixels(), FerFace.SIDE, FerFace.SIDE)));
        return of(faces);
    }

    boolean isEmpty() {
        return portraits.isEmpty();
    }

    /// Puts one of them over a face, as bright and as rich in contrast as that one was, or nearly.
    ///
    /// @param canvas what the view shows
    /// @param face in the photograph
    void put(Canvas canvas, View view, Area face, RandomGenerator random) {
        double side = SIDE_BY_WIDTH * face.width() + SIDE_BY_HEIGHT * face.height();
        double left = face.middleX() - side / 2;
        double top = face.top() + MIDDLE * face.height() - side / 2;
        put(canvas, view, face, any(random), new Area(left, top, side, side), random);
    }

    private Photo any(RandomGenerator random) {
        return portraits.get(random.nextInt(portraits.size()));
    }

    /// Puts a piece of a photograph over a face, as [#put] does a portrait: a head without a face is left.
    static void erase(Canvas canvas, View view, Area face, Photo from, RandomGenerator random) {
        Grey whole = from.whole();
        double part = random.nextDouble(0.05, 0.25) * Math.min(whole.width(), whole.height());
        double scale = face.size() / part;
        double left = face.left() - scale * random.nextDouble(whole.width() - part);
        double top = face.top() - scale * random.nextDouble(whole.height() - part);
        Area place = new Area(left, top, scale * whole.width(), scale * whole.height());
        put(canvas, view, face, from, place, random);
    }

    /// @param source shown in the ellipse of the face
    /// @param place where the source lies in the photograph
    private static void put(
            Canvas canvas, View view, Area face, Photo source, Area place, RandomGenerator random) {
        double shrink =
                source.whole().width() / (place.width() * Math.sqrt(view.scaleX() * view.scaleY()));
        int number =
                Math.clamp(
                        Math.round(Math.log(Math.max(1, shrink)) / Math.log(2) - 0.2),
                        0,
                        source.layers().size() - 1);
        Grey layer = source.layers().get(number);
        float[] pixels = canvas.pixels();
        float[] over = new float[pixels.length];
        float[] shares = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int column = i % canvas.side();
            int row = i / canvas.side();
            double x = view.photoX(column + 0.5, row + 0.5);
            double y = view.photoY(column + 0.5, row + 0.5);
            double u = (x - face.middleX()) / (face.width() / 2);
            double v = (y - face.middleY()) / (face.height() / 2);
            double far = u * u + v * v;
            if (far < TOUCHED) {
                shares[i] = (float) Math.min(1, (TOUCHED - far) / (TOUCHED - WHOLLY));
                over[i] =
                        layer.at(
                                (x - place.left()) / place.width() * layer.width(),
                                (y - place.top()) / place.height() * layer.height());
            }
        }
        blend(pixels, over, shares, random);
    }

    private static void blend(
            float[] pixels, float[] over, float[] shares, RandomGenerator random) {
        double[] under = tone(pixels, shares);
        double[] own = tone(over, shares);
        double richer = under[1] / Math.max(LEAST, own[1]);
        double gain = Math.clamp(richer * Math.exp(0.25 * random.nextGaussian()), 0.15, 3);
        double level = under[0] + 8 * random.nextGaussian();
        for (int i = 0; i < pixels.length; i++) {
            if (shares[i] > 0) {
                double value = level + gain * (over[i] - own[0]);
                pixels[i] += (float) (shares[i] * (Math.clamp(value, 0, 255) - pixels[i]));
            }
        }
    }

    /// Mean and spread.
    private static double[] tone(float[] values, float[] shares) {
        double weight = 1e-6;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            weight += shares[i];
            sum += shares[i] * values[i];
            squares += shares[i] * values[i] * values[i];
        }
        double mean = sum / weight;
        return new double[] {mean, Math.sqrt(Math.max(0, squares / weight - mean * mean))};
    }
}
