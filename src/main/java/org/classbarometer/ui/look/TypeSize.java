package org.classbarometer.ui.look;

/// How large the type is: it follows the window, so that everything is larger where there is room.
public final class TypeSize {
    private TypeSize() {}

    /// Pixels: 13 at 720 lines grow to 19 at 1080 and more.
    ///
    /// @param height of the window's content, in pixels
    public static int of(double height) {
        return Math.clamp(Math.round(height / 720 * 13), 13, 19);
    }

    /// Whether icons may be large too.
    public static boolean isRoomy(double height) {
        return of(height) >= 16;
    }
}
