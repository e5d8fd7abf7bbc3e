package org.classbarometer.face;

/// One face over time: where it was, how it moves, and what speaks for it being a face.
final class Track {
    /// A single sighting this sure is believed at once.
    static final double SURE = 3;

    /// Without one sighting at least this sure no number of weak ones makes a face.
    static final double LIKELY = 1;

    /// Sum of scores that confirms a face none of whose sightings was sure.
    private static final double ENOUGH = 6;

    private static final double EVIDENCE_LIMIT = 12;
    private static final double COST_OF_A_MISS = 2;
    private static final double STILL_SECONDS = 0.3;

    private double centreX;
    private double centreY;
    private double size;
    private double speedX;
    private double speedY;
    private double best;
    private double evidence;
    private long seenNanos;
    private boolean found = true;
    private int number;

    Track(Candidate first, long nanos) {
        centreX = first.centreX();
        centreY = first.centreY();
        size = first.size();
        best = first.score();
        evidence = first.score();
        seenNanos = nanos;
    }

    /// Where the face should be now: its motion dies away while nobody sees it.
    Candidate expected(long nanos) {
        double seconds = (nanos - seenNanos) / 1e9;
        double glide = STILL_SECONDS * (1 - Math.exp(-seconds / STILL_SECONDS));
        return new Candidate(centreX + speedX * glide, centreY + speedY * glide, size, best);
    }

    void see(Candidate sighting, long nanos) {
        double seconds = Math.max(1e-3, (nanos - seenNanos) / 1e9);
        Candidate expected = expected(nanos);
        double offX = sighting.centreX() - expected.centreX();
        double offY = sighting.centreY() - expected.centreY();
        double off = Math.hypot(offX, offY) / size;
        // Jitter of a few hundredths of the face is the cascade's; more is the head's.
        double gain = Math.clamp(off / 0.08, 0.35, 1);
        double newX = expected.centreX() + gain * offX;
        double newY = expected.centreY() + gain * offY;
        double trust = Math.min(1, seconds / 0.25);
        speedX += trust * ((newX - centreX) / seconds - speedX);
        speedY += trust * ((newY - centreY) / seconds - speedY);
        centreX = newX;
        centreY = newY;
        double grown = Math.abs(sighting.size() / size - 1);
        size += Math.clamp(grown / 0.15, 0.2, 1) * (sighting.size() - size);
        best = Math.max(best, sighting.score());
        evidence = Math.min(EVIDENCE_LIMIT, evidence + sighting.score());
        seenNanos = nanos;
        found = true;
    }

    void miss() {
        evidence -= COST_OF_A_MISS;
        found = false;
    }

    boolean believable() {
        return best >= SURE || (best >= LIKELY && evidence >= ENOUGH);
    }

    double evidence() {
        return evidence;
    }

    long seenNanos() {
        return seenNanos;
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
