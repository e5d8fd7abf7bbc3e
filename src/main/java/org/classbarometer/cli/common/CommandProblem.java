package org.classbarometer.cli.common;

import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A problem that ends a command, with the exit code it ends with.
public final class CommandProblem extends UserProblem {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    /// @param exitCode one of [ExitCode]
    /// @param message in the user's words
    public CommandProblem(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
