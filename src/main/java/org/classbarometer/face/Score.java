package org.classbarometer.face;

/// How sure the cascades are, as log odds that a place shows a face.
///
/// A logistic regression over what [Examiner] counts, fitted on the places that the sweep proposed
/// in the 220 photographs of the WIDER training part (one half fitted, the other half measured, then
/// all; docs/accuracy-faces.md). Profile windows weigh most: they are rare where there is no face.
final class Score {
    private static final double USUAL = 0.536;
    private static final double ALT2 = 0.312;
    private static final double ALT = 1.547;
    private static final double PROFILE = 2.13;
    private static final double CLEAREST_USUAL = 0.385;
    private static final double CLEAREST_PROFILE = 0.454;
    private static final double SIZE = 1.089;
    private static final double CONSTANT = -3.602;

    private Score() {}

    /// @param usual    windows of frontalface_default that passed
    /// @param alt2     of frontalface_alt2
    /// @param alt      of frontalface_alt
    /// @param profile  of profileface, on the side with more
    /// @param clearestUsual   largest last-stage sum among the windows of frontalface_default
    /// @param clearestProfile largest among those of profileface
    /// @param size     side of the place in frame pixels: small places are wrong more often
    static double of(
            int usual,
            int alt2,
            int alt,
            int profile,
            double clearestUsual,
            double clearestProfile,
            double size) {
        return USUAL * Math.log1p(usual)
                + ALT2 * Math.log1p(alt2)
                + ALT * Math.log1p(alt)
                + PROFILE * Math.log1p(profile)
                + CLEAREST_USUAL * clearestUsual
                + CLEAREST_PROFILE * clearestProfile
                + SIZE * Math.log(Math.clamp(size, 24, 160) / 40)
                + CONSTANT;
    }
}
