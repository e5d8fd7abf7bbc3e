package org.classbarometer.face.learned;

import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A face finder's file that cannot be used. The message names the file and what is wrong with it.
public final class FinderException extends UserProblem {
    private FinderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// @param key of the text; its first argument is the file
    static FinderException of(String key, Object... arguments) {
        return new FinderException(Text.of(key, arguments), null);
    }

    static FinderException because(Throwable cause, String key, Object... arguments) {
        return new FinderException(Text.of(key, arguments), cause);
    }
}
