package org.classbarometer;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.logging.Logger;
import org.classbarometer.cli.ClassBarometerCommand;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.natives.NativeLibraries;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.Ui;

/// Where the program starts; the launchers call it.
public final class Main {
    // JavaFX complains once that it is no module here. It is tried that way (docs/decisions/0001),
    // and the terminal is for the program's own words. Held, because unheld loggers are forgotten.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    /// Runs the command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs the command line.
    ///
    /// @return the exit code
    static int run(String... arguments) {
        JAVAFX.setFilter(record -> !record.getMessage().startsWith("Unsupported JavaFX config"));
        NativeLibraries.prepare();
        PrintWriter err = writer(System.err);
        Installation installation;
        try {
            installation = Installation.find();
        } catch (UserProblem homeless) {
            err.println(homeless.getMessage());
            return ExitCode.PROBLEM;
        }
        Surroundings surroundings =
                new Surroundings(
                        installation,
                        (model, provider, finder, settings) ->
                                Monitors.of(installation, provider)
                                        .finding(finder)
                                        .open(model, settings),
                        Ui::run,
                        writer(System.out),
                        err,
                        Boolean.getBoolean("classbarometer.terminal"),
                        System.getenv(),
                        InstantSource.system());
        return ClassBarometerCommand.run(surroundings, arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        // Only of a stream that is given to it itself it hears what could not be written.
        return new PrintWriter(stream, true, stream.charset());
    }
}
