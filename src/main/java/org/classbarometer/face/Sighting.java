package org.classbarometer.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A place in one frame that looks like a face, before anyone believes it. A square, as
/// `haarcascade_frontalface_default` frames a face, whichever detector saw it.
///
/// @param centreX  frame pixels
/// @param centreY  frame pixels
/// @param size     side in frame pixels, above 0
/// @param tilt     degrees the head leans to the picture's right; the box stays upright
/// @param examined true when a detector judged the place; false for one merely proposed or expected
/// @param score    when examined, how surely it is a face, on the scale of [Sighting#SURE]
public record Sighting(
        double centreX, double centreY, double size, double tilt, boolean examined, double score) {
    /// A score that makes a newcomer in a running film a face at first sight.
    public static final double SURE = 1.5;

    /// One that makes it one in a still picture, where there is no second look.
    public static final double LIKELY = 0.25;

    /// The least that keeps a known face alive, and that makes a newcomer worth a second look.
    public static final double DOUBTFUL = -1;

    /// Where a known face's mean score falls below this, there is no face any more.
    public static final double NO_FACE = -2;

    /// What an examination says of a place where nothing looks like a face.
    public static final double NOTHING = -4;

    /// An upright place nobody examined.
    public static Sighting place(double centreX, double centreY, double size) {
        return new Sighting(centreX, centreY, size, 0, false, 0);
    }

    public Sighting tilted(double newTilt) {
        return new Sighting(centreX, centreY, size, newTilt, examined, score);
    }

    /// This place, judged.
    public Sighting scored(double newScore) {
        return new Sighting(centreX, centreY, size, tilt, true, newScore);
    }

    public Sighting sized(double newSize) {
        return new Sighting(centreX, centreY, newSize, tilt, examined, score);
    }

    public Box box() {
        int side = Math.max(1, (int) Math.round(size));
        return new Box(
                (int) Math.round(centreX - size / 2),
                (int) Math.round(centreY - size / 2),
                side,
                side);
    }

    /// Distance of the centres in face sizes plus the ratio of the sizes as a logarithm: 0 for the
    /// same place, about 1 for places that touch.
    public double distance(Sighting other) {
        double between = Math.hypot(centreX - other.centreX, centreY - other.centreY);
        return between / Math.min(size, other.size) + Math.abs(Math.log(size / other.size));
    }

    /// Whether two sightings cover so much of each other that only one can be a face.
    public boolean covers(Sighting other) {
        double w = overlap(centreX, size, other.centreX, other.size);
        double h = overlap(centreY, size, other.centreY, other.size);
        double smaller = Math.min(size, other.size);
        return w > 0 && h > 0 && w * h > smaller * smaller / 2;
    }

    /// Of sightings that cover each other the surest stays.
    ///
    /// @return the surest first
    public static List<Sighting> distinct(List<Sighting> sightings) {
        List<Sighting> chosen = new ArrayList<>();
        sightings.stream()
                .sorted(Comparator.comparingDouble(Sighting::score).reversed())
                .filter(sighting -> chosen.stream().noneMatch(sighting::covers))
                .forEach(chosen::add);
        return chosen;
    }

    private static double overlap(double a, double sizeA, double b, double sizeB) {
        return Math.min(a + sizeA / 2, b + sizeB / 2) - Math.max(a - sizeA / 2, b - sizeB / 2);
    }
}
