package org.classbarometer.text;

import org.jspecify.annotations.Nullable;

/// A problem told in the user's words: it names the thing and the way out. The message is shown as
/// it is, on screen and on the command line.
public class UserProblem extends Exception {
    public UserProblem(String message) {
        this(message, null);
    }

    public UserProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// The text for the user; never null.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
