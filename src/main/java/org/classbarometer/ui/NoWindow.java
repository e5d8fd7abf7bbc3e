package org.classbarometer.ui;

import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// No window can be opened here: there is no display, or a part of the system is missing that a window needs.
public final class NoWindow extends UserProblem {
    private static final long serialVersionUID = 1L;

    NoWindow(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
