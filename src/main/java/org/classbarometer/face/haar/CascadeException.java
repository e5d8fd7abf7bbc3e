package org.classbarometer.face.haar;

import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A Haar cascade file that cannot be used, in the user's words: which file, why, and the way out.
public final class CascadeException extends UserProblem {
    CascadeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
