package org.classbarometer.ui.look;

import java.util.Locale;
import javafx.scene.text.Font;

/// How large the type is: it follows the window, so that everything is larger where there is room, and
/// what the person and the system ask for.
public final class TypeSize {
    // JavaFX's own sizes on a system whose text nobody made larger.
    private static final double USUAL = 13;
    private static final double USUAL_ON_WINDOWS = 12;

    private TypeSize() {}

    /// Pixels: 13 at 1280x720 grow to 19 at 1920x1080 and more, times what is asked for. A window that
    /// is only high or only wide has no room for larger type.
    ///
    /// @param width of the window's content, in pixels
    /// @param height of it
    /// @param percent as chosen in the settings
    public static int of(double width, double height, int percent) {
        double room = Math.min(width / 1280, height / 720);
        return (int) Math.round(Math.clamp(room * 13, 13, 19) * percent / 100.0 * ofSystem());
    }

    /// Pixels on the room display: whatever fills it, in a window of any size.
    ///
    /// @param width of the window's content, in pixels
    /// @param height of it
    public static int ofDisplay(double width, double height) {
        return (int) Math.max(6, Math.min(width / 1280, height / 720) * 13);
    }

    /// In the smallest window.
    public static int least(int percent) {
        return of(0, 0, percent);
    }

    // The system's font is larger where larger text was chosen there.
    private static double ofSystem() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        double usual = windows ? USUAL_ON_WINDOWS : USUAL;
        return Math.clamp(Font.getDefault().getSize() / usual, 1, 1.5);
    }

    /// Whether icons may be large too.
    ///
    /// @param type pixels
    public static boolean isRoomy(int type) {
        return type >= 16;
    }
}
