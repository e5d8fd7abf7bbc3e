package org.classbarometer.face.follow;

import org.classbarometer.face.Sighting;

/// Where the square that the expression models were taught to see lies beside the detector's, in sizes of
/// the latter: a face is not read otherwise because another detector found it.
///
/// @param looks that told it so far
record Framing(double x, double y, double size, int looks) {
    static final Framing UNKNOWN = new Framing(0, 0, 1, 0);

    /// Looks that are averaged; beyond, the oldest fade.
    private static final int REMEMBERED = 12;

    boolean known() {
        return looks > 0;
    }

    /// This and what one more look told.
    Framing learning(Sighting framed, Sighting seen) {
        int count = Math.min(REMEMBERED, looks + 1);
        double newX = (framed.centreX() - seen.centreX()) / seen.size();
        double newY = (framed.centreY() - seen.centreY()) / seen.size();
        double newSize = framed.size() / seen.size();
        return new Framing(
                x + (newX - x) / count,
                y + (newY - y) / count,
                size + (newSize - size) / count,
                count);
    }

    /// The models' square of a face as the detector sees it.
    Sighting of(Sighting seen) {
        return new Sighting(
                seen.centreX() + x * seen.size(),
                seen.centreY() + y * seen.size(),
                seen.size() * size,
                seen.tilt(),
                false,
                0);
    }
}
