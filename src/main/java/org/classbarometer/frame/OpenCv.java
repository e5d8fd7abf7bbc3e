package org.classbarometer.frame;

/// The OpenCV natives, loaded once for the whole program.
public final class OpenCv {
    private OpenCv() {}

    /// Loads the natives; calling it again does nothing. Thread-safe.
    public static void load() {
        nu.pattern.OpenCV.loadLocally();
    }
}
