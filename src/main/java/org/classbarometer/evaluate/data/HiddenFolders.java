package org.classbarometer.evaluate.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Reports are handed on, and how the folders of this computer are called is nobody's business there.
public final class HiddenFolders {
    private HiddenFolders() {}

    /// Of an absolute path only its last name; anything else as it is.
    public static String hidden(String written) {
        try {
            Path path = Path.of(written);
            Path name = path.getFileName();
            return path.isAbsolute() && name != null ? name.toString() : written;
        } catch (InvalidPathException _) {
            return written;
        }
    }
}
