package org.classbarometer.frame;

/// The OpenCV native library. Everything that makes a `Mat` calls [#load()] before its first one.
public final class OpenCv {
    private OpenCv() {}

    /// Loads the library once; later calls return at once. Thread-safe.
    public static void load() {
        Loaded.done();
    }

    // The JVM initialises a class once, under a lock: exactly what loading a library needs.
    private static final class Loaded {
        static {
            nu.pattern.OpenCV.loadLocally();
        }

        private static void done() {}
    }
}
