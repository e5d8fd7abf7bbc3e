package org.classbarometer.natives;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The folder with the native libraries, on the `java.library.path` that the launchers set.
///
/// Where there is none (a test started from plain jars), each library unpacks itself into the folder
/// for temporary files, as its makers meant it.
public final class NativeLibraries {
    // The last one that a half-made folder would lack.
    private static final String WITNESS = System.mapLibraryName("sqlitejdbc");

    private static final Optional<Path> FOLDER = find();

    static {
        FOLDER.map(Path::toString).ifPresent(NativeLibraries::pointTo);
    }

    private NativeLibraries() {}

    /// Tells the parts that load themselves where to do so. To be called before the first class of
    /// such a part; later calls do nothing. Thread-safe.
    public static void prepare() {}

    /// @param name as the system's loader wants it, without ending
    public static Optional<Path> file(String name) {
        return FOLDER.map(folder -> folder.resolve(System.mapLibraryName(name)))
                .filter(Files::isRegularFile);
    }

    private static Optional<Path> find() {
        String path = System.getProperty("java.library.path", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(folder -> Files.isRegularFile(folder.resolve(WITNESS)))
                .findFirst();
    }

    private static void pointTo(String folder) {
        System.setProperty("onnxruntime.native.path", folder);
        System.setProperty("org.sqlite.lib.path", folder);
        // SQLite looks there for what it unpacked once, and complains where it cannot look.
        System.setProperty("org.sqlite.tmpdir", folder);
        // FFmpeg's: from the library path first, and no folder in the user's home.
        System.setProperty("org.bytedeco.javacpp.pathsFirst", "true");
        System.setProperty("org.bytedeco.javacpp.cacheLibraries", "false");
    }
}
