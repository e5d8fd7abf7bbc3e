package org.classbarometer.cli.common;

import java.io.PrintWriter;

/// One line that is written over on a terminal; elsewhere each state is a line of its own.
/// Thread-safe.
public final class ProgressLine {
    /// Carriage return, then erase to the end of the line (ECMA-48 EL).
    private static final String OVER = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private boolean shown;

    public ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    public synchronized void show(String state) {
        if (terminal) {
            err.print(OVER + state);
            shown = true;
        } else {
            err.println(state);
        }
        err.flush();
    }

    /// Something to keep on the screen.
    public synchronized void print(String message) {
        clear();
        err.println(message);
        err.flush();
    }

    public synchronized void clear() {
        if (shown) {
            err.print(OVER);
            err.flush();
            shown = false;
        }
    }
}
