package org.classbarometer.face.haar;

/// How sure the cascades are, as log odds that a place shows a face.
///
/// A logistic regression over what [Examiner] counts, fitted on the 3,607 places that the sweeps
/// proposed in the 220 photographs of the WIDER training part (halves fitted and measured crosswise,
/// then all; docs/accuracy.md). Profile windows weigh most: they are rare where no face is.
final class SightingScore {
    private static final double USUAL = 0.511;
    private static final double ALT2 = 0.856;
    private static final double ALT = 1.329;
    private static final double PROFILE = 2.07;
    private static final double CLEAREST_USUAL = 0.275;
    private static final double CLEAREST_PROFILE = 0.508;
    private static final double SIZE = 0.996;
    private static final double CONSTANT = -3.341;

    private SightingScore() {}

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
