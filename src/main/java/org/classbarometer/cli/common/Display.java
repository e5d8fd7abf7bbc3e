package org.classbarometer.cli.common;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be opened here.
public final class Display {
    private Display() {}

    /// Only Linux runs without a display; JavaFX needs an X server there, real or XWayland's.
    ///
    /// @param environment the process's variables
    public static boolean available(Map<String, String> environment) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headlessPlatform = "Headless".equals(System.getProperty("glass.platform"));
        return !linux || headlessPlatform || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
