package org.classbarometer.face;

/// A place in one frame that looks like a face, before anyone believes it. A square, as
/// `haarcascade_frontalface_default` frames a face.
///
/// @param centreX  frame pixels
/// @param centreY  frame pixels
/// @param size     side in frame pixels, above 0
/// @param tilt     degrees the head leans to the picture's right; the box stays upright
/// @param examined true when all cascades were asked; false when a known face was merely followed
/// @param score    when examined, log odds that it is a face ([Score]); else how many windows passed
record Sighting(
        double centreX, double centreY, double size, double tilt, boolean examined, double score) {
    /// An upright place nobody examined.
    static Sighting place(double centreX, double centreY, double size) {
        return new Sighting(centreX, centreY, size, 0, false, 0);
    }

    Sighting tilted(double newTilt) {
        return new Sighting(centreX, centreY, size, newTilt, examined, score);
    }

    Sighting sized(double newSize) {
        return new Sighting(centreX, centreY, newSize, tilt, examined, score);
    }

    Box box() {
        int side = Math.max(1, (int) Math.round(size));
        return new Box(
                (int) Math.round(centreX - size / 2),
                (int) Math.round(centreY - size / 2),
                side,
                side);
    }

    /// Distance of the centres in face sizes plus the ratio of the sizes as a logarithm: 0 for the
    /// same place, about 1 for places that touch.
    double distance(Sighting other) {
        double between = Math.hypot(centreX - other.centreX, centreY - other.centreY);
        return between / Math.min(size, other.size) + Math.abs(Math.log(size / other.size));
    }

    /// Whether two sightings cover so much of each other that only one can be a face.
    boolean covers(Sighting other) {
        double w = overlap(centreX, size, other.centreX, other.size);
        double h = overlap(centreY, size, other.centreY, other.size);
        double smaller = Math.min(size, other.size);
        return w > 0 && h > 0 && w * h > smaller * smaller / 2;
    }

    private static double overlap(double a, double sizeA, double b, double sizeB) {
        return Math.min(a + sizeA / 2, b + sizeB / 2) - Math.max(a - sizeA / 2, b - sizeB / 2);
    }
}
