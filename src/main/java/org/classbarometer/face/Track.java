package org.classbarometer.face;

/// One face over time: where it was, how it moves, and what speaks for it being a face.
final class Track {
    /// Log odds that make a newcomer in a running film a face at first sight.
    static final double SURE = 1.5;

    /// Log odds that make it one in a still picture, where there is no second look.
    static final double LIKELY = 0.25;

    /// Log odds from which on a newcomer is worth a second look.
    static final double DOUBTFUL = -1;

    /// Below these mean log odds something followed is no face any more.
    static final double NO_FACE = -2;

    /// Looks after which a newcomer that was never sure may be believed, and their mean.
    private static final int LOOKS = 3;

    private static final double CLEAR = 1;

    /// Weight of the newest examination in the mean.
    private static final double NEWEST = 0.4;

    private static final double STILL_SECONDS = 0.3;

    private double centreX;
    private double centreY;
    private double size;
    private double tilt;
    private double speedX;
    private double speedY;
    private double belief;
    private int looks = 1;
    private long seenNanos;
    private long examinedNanos;
    private boolean found = true;
    private int number;

    Track(Sighting first, long nanos) {
        centreX = first.centreX();
        centreY = first.centreY();
        size = first.size();
        tilt = first.tilt();
        belief = first.score();
        seenNanos = nanos;
        examinedNanos = nanos;
    }

    /// Where the face should be now: its motion dies away while nobody sees it.
    Sighting expected(long nanos) {
        double seconds = (nanos - seenNanos) / 1e9;
        double glide = STILL_SECONDS * (1 - Math.exp(-seconds / STILL_SECONDS));
        return new Sighting(
                centreX + speedX * glide, centreY + speedY * glide, size, tilt, false, 0);
    }

    void see(Sighting sighting, long nanos) {
        double seconds = Math.max(1e-3, (nanos - seenNanos) / 1e9);
        Sighting expected = expected(nanos);
        double offX = sighting.centreX() - expected.centreX();
        double offY = sighting.centreY() - expected.centreY();
        // Jitter of a few hundredths of the face is the cascade's; more is the head's.
        double gain = Math.clamp(Math.hypot(offX, offY) / size / 0.08, 0.35, 1);
        double newX = expected.centreX() + gain * offX;
        double newY = expected.centreY() + gain * offY;
        double trust = Math.min(1, seconds / 0.25);
        speedX += trust * ((newX - centreX) / seconds - speedX);
        speedY += trust * ((newY - centreY) / seconds - speedY);
        centreX = newX;
        centreY = newY;
        double grown = Math.abs(sighting.size() / size - 1);
        size += Math.clamp(grown / 0.15, 0.2, 1) * (sighting.size() - size);
        tilt = sighting.tilt();
        if (sighting.examined()) {
            belief += NEWEST * (sighting.score() - belief);
            looks++;
            examinedNanos = nanos;
            if (sighting.score() >= SURE) {
                belief = Math.max(belief, SURE);
            }
        }
        seenNanos = nanos;
        found = true;
    }

    void miss() {
        found = false;
    }

    /// An examination found nothing at all where the face should be.
    void examinedInVain(long nanos) {
        examinedNanos = nanos;
    }

    boolean believable() {
        return belief >= SURE || (looks >= LOOKS && belief >= CLEAR);
    }

    boolean refuted() {
        return belief < (confirmed() ? NO_FACE : DOUBTFUL);
    }

    double belief() {
        return belief;
    }

    long seenNanos() {
        return seenNanos;
    }

    long examinedNanos() {
        return examinedNanos;
    }

    boolean found() {
        return found;
    }

    int number() {
        return number;
    }

    boolean confirmed() {
        return number > 0;
    }

    void confirm(int newNumber) {
        number = newNumber;
    }

    TrackedFace face(long nanos) {
        return new TrackedFace(number, expected(nanos).box(), found);
    }
}
