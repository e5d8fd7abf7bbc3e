package org.classbarometer.evaluate.data;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A data set that cannot be used as a whole. The message names the file, what is wrong and the way
/// out.
public final class DataSetException extends UserProblem {
    private DataSetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// @param key of the text
    public static DataSetException of(String key, Object... arguments) {
        return new DataSetException(Text.of(key, arguments), null);
    }

    /// A file that cannot be read at all.
    static DataSetException unreadable(Path file, IOException cause) {
        String message =
                cause instanceof NoSuchFileException
                        ? Text.of("evaluate.data.missing", file)
                        : Text.of("evaluate.data.unreadable", file, String.valueOf(cause));
        return new DataSetException(message, cause);
    }
}
