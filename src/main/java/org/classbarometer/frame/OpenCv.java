package org.classbarometer.frame;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.natives.NativeLibraries;
import org.opencv.core.Core;

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
            Optional<Path> library = NativeLibraries.file(Core.NATIVE_LIBRARY_NAME);
            if (library.isPresent()) {
                System.load(library.get().toString());
            } else {
                nu.pattern.OpenCV.loadLocally();
            }
        }

        private static void done() {}
    }
}
