package org.classbarometer.cli.common;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Installation;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.UiOptions;

/// What the commands need of the world around them.
///
/// @param installation where the program's and the user's files are
/// @param monitors builds the pipeline
/// @param app opens the window
/// @param out results: summaries, JSON
/// @param err progress and problems
/// @param terminal whether `err` is a terminal, where a line can be written over
/// @param environment the process's environment variables
/// @param clock for the times in files
public record Surroundings(
        Installation installation,
        MonitorOpener monitors,
        AppOpener app,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        Map<String, String> environment,
        InstantSource clock) {

    /// Builds the pipeline from a model file; throws when the model or a cascade cannot be used.
    @FunctionalInterface
    public interface MonitorOpener {
        Monitor open(
                Path model,
                ExecutionProvider provider,
                FinderChoice finder,
                MonitorSettings settings)
                throws UserProblem;
    }

    /// Opens the window and returns when it was closed.
    @FunctionalInterface
    public interface AppOpener {
        void open(UiOptions options) throws UserProblem;
    }

    /// A result that is seen at once.
    public void print(String text) {
        out.print(text);
        out.flush();
    }
}
