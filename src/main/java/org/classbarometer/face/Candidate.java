package org.classbarometer.face;

/// A place in one frame that looks like a face, before anyone believes it.
///
/// @param centreX frame pixels
/// @param centreY frame pixels
/// @param size side of the square box in frame pixels, above 0
/// @param score how much it looks like one; 0 is even odds, larger is surer
record Candidate(double centreX, double centreY, double size, double score) {
    Box box() {
        int side = Math.max(1, (int) Math.round(size));
        return new Box(
                (int) Math.round(centreX - size / 2),
                (int) Math.round(centreY - size / 2),
                side,
                side);
    }
}
