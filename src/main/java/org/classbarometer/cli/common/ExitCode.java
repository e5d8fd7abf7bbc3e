package org.classbarometer.cli.common;

/// What the program says to the shell. Documented in `--help` and README.md; numbers never change
/// their meaning.
public final class ExitCode {
    public static final int OK = 0;

    /// Something broke while running, or `doctor` found a problem.
    public static final int PROBLEM = 1;

    /// The command line was not understood.
    public static final int USAGE = 2;

    /// The frame source, or the data set of `evaluate`, cannot be used.
    public static final int SOURCE = 3;

    /// The model or a cascade cannot be used.
    public static final int MODEL = 4;

    /// An output file or the database cannot be written.
    public static final int OUTPUT = 5;

    /// No window can be opened: there is no display, or a font or library of the system is missing.
    public static final int NO_DISPLAY = 6;

    /// Watching or storing is not allowed by the law of the place for this purpose.
    public static final int REFUSED = 7;

    private ExitCode() {}
}
