package org.classbarometer.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

/// Why a file or folder could not be written, for a message that names it already.
public final class Failure {
    private Failure() {}

    /// What the system gives as the reason, without the file's name; the exception's name where it gives
    /// none and we have no words for it.
    public static String reason(IOException failed) {
        return switch (failed) {
            case NoSuchFileException _ -> Text.of("output.gone");
            case AccessDeniedException _ -> Text.of("output.denied");
            case FileAlreadyExistsException _ -> Text.of("output.exists");
            case FileSystemException system -> given(system.getReason(), failed);
            default -> given(failed.getMessage(), failed);
        };
    }

    private static String given(@Nullable String reason, IOException failed) {
        return reason == null ? failed.getClass().getSimpleName() : reason;
    }
}
