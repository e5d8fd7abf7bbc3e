package org.classbarometer.session;

import org.classbarometer.text.UserProblem;

/// Sessions could not be stored or read; the message names the file and the way out.
public final class StoreException extends UserProblem {
    private static final long serialVersionUID = 1;

    /// @param message in the user's words
    public StoreException(String message) {
        super(message);
    }

    /// @param message in the user's words
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
