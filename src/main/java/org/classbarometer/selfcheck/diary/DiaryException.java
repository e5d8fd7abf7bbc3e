package org.classbarometer.selfcheck.diary;

import org.classbarometer.text.UserProblem;

/// The diary could not be read or written; the message names the way out.
public class DiaryException extends UserProblem {
    private static final long serialVersionUID = 1;

    /// @param message in the user's words
    DiaryException(String message) {
        super(message);
    }

    DiaryException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The passphrase is another one.
    public static final class WrongPassphrase extends DiaryException {
        private static final long serialVersionUID = 1;

        WrongPassphrase(String message) {
            super(message);
        }
    }
}
