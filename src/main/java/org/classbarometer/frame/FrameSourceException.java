package org.classbarometer.frame;

import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A frame source that cannot be opened or read, in the user's words.
public final class FrameSourceException extends UserProblem {
    private static final long serialVersionUID = 1L;
    private final boolean mayReturn;

    public FrameSourceException(String message, boolean mayReturn, @Nullable Throwable cause) {
        super(message, cause);
        this.mayReturn = mayReturn;
    }

    /// True for an unplugged or busy camera and a broken stream: [Capture] waits and tries again.
    public boolean mayReturn() {
        return mayReturn;
    }
}
