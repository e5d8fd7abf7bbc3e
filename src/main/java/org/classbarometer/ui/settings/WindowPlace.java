package org.classbarometer.ui.settings;

/// Where a window is, in the screen's own units; all zero before the first time.
///
/// @param maximised whether it fills the screen; the rest is where it goes back to
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {
    /// Never placed.
    public static final WindowPlace NONE = new WindowPlace(0, 0, 0, 0, false);

    public WindowPlace {
        if (!(Double.isFinite(x + y) && width >= 0 && height >= 0)) {
            throw new IllegalArgumentException("No place of a window");
        }
    }
}
