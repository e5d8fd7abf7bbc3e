package org.classbarometer.look;

/// A colour, on a light ground and on a dark one. Paper is light.
///
/// @param light `#rrggbb`
/// @param dark `#rrggbb`
public record Hue(String light, String dark) {
    /// Words on the ground.
    public static final Hue TEXT = new Hue("#3b434d", "#c9d1d9");

    /// What is less important than words.
    public static final Hue FAINT = new Hue("#59636e", "#9aa6b2");

    /// Lines that guide the eye behind what is shown.
    public static final Hue GRID = new Hue("#d0d7de", "#30363d");

    /// What charts lie on.
    public static final Hue GROUND = new Hue("#ffffff", "#0d1117");

    /// What was chosen, and curves that stand for no label.
    public static final Hue ACCENT = new Hue("#0b63c5", "#6cb2ff");

    /// A second curve or mark beside [#ACCENT].
    public static final Hue SECOND = new Hue("#b3400b", "#ffa066");

    /// Drawn on a label's colour, on any ground: glyphs, edges, markers.
    public static final Hue INK = of("#0d1218");

    /// The same on every ground.
    public static Hue of(String colour) {
        return new Hue(colour, colour);
    }

    /// @param part of the other colour, in [0, 1]
    public Hue mixed(Hue other, double part) {
        return new Hue(mixed(light, other.light, part), mixed(dark, other.dark, part));
    }

    private static String mixed(String one, String other, double part) {
        StringBuilder mixed = new StringBuilder("#");
        for (int at = 1; at < 7; at += 2) {
            int from = Integer.parseInt(one, at, at + 2, 16);
            int to = Integer.parseInt(other, at, at + 2, 16);
            int channel = Math.toIntExact(Math.round(from + (to - from) * part));
            mixed.append(Character.forDigit(channel >> 4, 16));
            mixed.append(Character.forDigit(channel & 15, 16));
        }
        return mixed.toString();
    }
}
