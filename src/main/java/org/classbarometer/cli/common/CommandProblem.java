package org.classbarometer.cli.common;

import org.classbarometer.text.UserProblem;
import org.jspecify.annotations.Nullable;

/// A problem that ends a command, with the exit code it ends with.
public final class CommandProblem extends UserProblem {
    private final int exitCode;

    /// A problem that is told as it is.
    ///
    /// @param exitCode one of [ExitCode]
    public CommandProblem(int exitCode, UserProblem problem) {
        this(exitCode, problem.getMessage(), problem);
    }

    public CommandProblem(int exitCode, String message) {
        this(exitCode, message, null);
    }

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
