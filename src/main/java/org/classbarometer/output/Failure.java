package org.classbarometer.output;

import java.io.IOException;
import java.nio.file.FileSystemException;

/// Why a file or folder could not be written, for a message that names it already.
public final class Failure {
    private Failure() {}

    /// What the system gives as the reason, without the file's name; the exception's name where it gives
    /// none.
    public static String reason(IOException failed) {
        String reason =
                failed instanceof FileSystemException system
                        ? system.getReason()
                        : failed.getMessage();
        return reason == null ? failed.getClass().getSimpleName() : reason;
    }
}
