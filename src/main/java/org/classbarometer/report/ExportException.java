package org.classbarometer.report;

import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// Sessions could not be exported; the message names the file and the way out. Nothing of the export
/// is left behind.
public final class ExportException extends UserProblem {
    /// @param message in the user's words
    ExportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
