package org.classbarometer.look;

/// How an area looks: a colour and, for those who do not see it or print without, a pattern.
///
/// @param strokes of the pattern
public record Fill(Hue colour, Pattern pattern, Hue strokes) {
    // Strokes keep 3 to 1 against the colour (WCAG 2.2, 1.4.11).
    private static final double STROKES = 0.7;

    /// What is not told because it would be of too few: whole buckets, and parts of them.
    public static final Fill SUPPRESSED =
            new Fill(new Hue("#f3f5f8", "#20262e"), Pattern.WIDE, new Hue("#b4bdc8", "#59636f"));

    /// Faces that were read with certainty, whatever they showed.
    public static final Fill READ = plain(new Hue("#8fa0b5", "#71849b"));

    public static Fill plain(Hue colour) {
        return new Fill(colour, Pattern.PLAIN, colour);
    }

    /// With strokes of the colour darkened by ink.
    static Fill inked(String colour, Pattern pattern) {
        Hue hue = Hue.of(colour);
        return new Fill(hue, pattern, hue.mixed(Hue.INK, STROKES));
    }
}
