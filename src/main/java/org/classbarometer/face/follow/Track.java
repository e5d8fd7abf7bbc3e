package org.classbarometer.face.follow;

import java.util.Optional;
import org.classbarometer.face.Sighting;
import org.classbarometer.face.TrackedFace;

/// One face over time: where it was, how it moves, and what speaks for it being a face.
final class Track {
    /// Looks after which a newcomer that was never sure may be believed, and their mean.
    private static final int LOOKS = 3;

    private static final double CLEAR = 1;

    /// Weight of the newest examination in the mean: more, the longer ago the last one was.
    private static final double NEWEST = 0.4;

    private static final double NEWEST_SOON = 0.15;
    private static final double MEMORY_SECONDS = 0.6;

    private static final double STILL_SECONDS = 0.3;

    /// How often it is looked how the expression models' square lies, once known and before.
    private static final long FRAMED_NANOS = 1_000_000_000L;

    private static final long UNFRAMED_NANOS = 250_000_000L;

    private double centreX;
    private double centreY;
    private double size;
    private double tilt;
    private double speedX;
    private double speedY;
    private double belief;
    private int looks = 1;
    private long seenNanos;
    private long agreedNanos;
    private long examinedNanos;
    private Framing framing = Framing.UNKNOWN;
    private boolean neverFramed = true;
    private long framedNanos;
    private boolean found = true;
    private boolean suspect;
    private int number;

    Track(Sighting first, long nanos) {
        centreX = first.centreX();
        centreY = first.centreY();
        size = first.size();
        tilt = first.tilt();
        belief = first.score();
        seenNanos = nanos;
        agreedNanos = nanos;
        examinedNanos = nanos;
    }

    /// Where the face should be now: its motion dies away while nobody sees it.
    Sighting expected(long nanos) {
        double seconds = (nanos - seenNanos) / 1e9;
        double glide = STILL_SECONDS * (1 - Math.exp(-seconds / STILL_SECONDS));
        return new Sighting(
                centreX + speedX * glide, centreY + speedY * glide, size, tilt, false, 0);
    }

    /// Where it should be now, in the square the expression models were taught to see.
    Sighting framed(long nanos) {
        return framing.of(expected(nanos));
    }

    /// Someone looked how the models' square lies.
    ///
    /// @param framed empty when that could not be told: what was known goes on
    void frame(Optional<Sighting> framed, long nanos) {
        framed.ifPresent(square -> framing = framing.learning(square, expected(nanos)));
        framedNanos = nanos;
        neverFramed = false;
    }

    /// Whether it is time to look how the square lies.
    boolean framingDue(long nanos) {
        long patience = framing.known() ? FRAMED_NANOS : UNFRAMED_NANOS;
        return neverFramed || nanos - framedNanos > patience;
    }

    /// The optical flow carried the face here.
    void move(Sighting to, long nanos) {
        goTo(to.centreX(), to.centreY(), nanos);
        size = to.size();
        tilt = to.tilt();
        seenNanos = nanos;
        found = true;
    }

    private void goTo(double newX, double newY, long nanos) {
        double seconds = Math.max(1e-3, (nanos - seenNanos) / 1e9);
        double trust = nanos == seenNanos ? 0 : Math.min(1, seconds / 0.25);
        speedX += trust * ((newX - centreX) / seconds - speedX);
        speedY += trust * ((newY - centreY) / seconds - speedY);
        centreX = newX;
        centreY = newY;
    }

    /// The detector judged the place where the face is expected.
    void judge(Sighting sighting, long nanos) {
        double seconds = (nanos - examinedNanos) / 1e9;
        double weight = Math.clamp(1 - Math.exp(-seconds / MEMORY_SECONDS), NEWEST_SOON, NEWEST);
        belief += weight * (sighting.score() - belief);
        examinedNanos = nanos;
        suspect = false;
        if (sighting.score() >= Sighting.DOUBTFUL) {
            looks++;
            agree(sighting, nanos);
        }
    }

    private void agree(Sighting sighting, long nanos) {
        if (sighting.score() >= Sighting.SURE) {
            belief = Math.max(belief, Sighting.SURE);
        }
        Sighting expected = expected(nanos);
        double offX = sighting.centreX() - expected.centreX();
        double offY = sighting.centreY() - expected.centreY();
        // A few hundredths of the face are the detector's jitter, or a frown that draws its box
        // down, and only the mean of many looks counts; more is the head's, which the flow lost.
        double gain = Math.clamp((Math.hypot(offX, offY) / size - 0.04) / 0.08, 0.15, 1);
        goTo(expected.centreX() + gain * offX, expected.centreY() + gain * offY, nanos);
        double grown = Math.abs(sighting.size() / size - 1);
        size += Math.clamp((grown - 0.08) / 0.15, 0.1, 1) * (sighting.size() - size);
        tilt = sighting.tilt();
        seenNanos = nanos;
        agreedNanos = nanos;
        found = true;
    }

    /// Neither flow nor detector saw it in this frame.
    void miss() {
        found = false;
    }

    /// A look that would have seen the face did not: it is to be examined.
    void suspect() {
        suspect = true;
    }

    boolean suspected() {
        return suspect;
    }

    boolean believable() {
        return belief >= Sighting.SURE || (looks >= LOOKS && belief >= CLEAR);
    }

    /// A newcomer that is no face after all.
    boolean refuted() {
        return !confirmed() && belief < Sighting.DOUBTFUL;
    }

    /// Known, but nothing like a face is at its place now: turned away or covered.
    boolean hidden() {
        return confirmed() && belief < Sighting.NO_FACE;
    }

    double belief() {
        return belief;
    }

    long seenNanos() {
        return seenNanos;
    }

    /// When the detector last saw a face here.
    long agreedNanos() {
        return agreedNanos;
    }

    /// When the detector last judged this place.
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
        return new TrackedFace(number, framed(nanos).box(), found);
    }
}
