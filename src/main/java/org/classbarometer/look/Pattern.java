package org.classbarometer.look;

/// Strokes over an area, so that its colour never says anything alone.
public enum Pattern {
    PLAIN,
    DOTS,
    VERTICAL,
    HORIZONTAL,
    RISING,
    FALLING,
    CROSSED,
    SQUARES,
    /// Small upright crosses.
    PLUSES,
    /// Coarse strokes that no label has.
    WIDE;

    /// After how many units the strokes come again, across and down.
    public int period() {
        return this == WIDE ? 16 : 8;
    }
}
