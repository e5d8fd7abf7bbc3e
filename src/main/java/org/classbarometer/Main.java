package org.classbarometer;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.classbarometer.cli.ClassBarometerCommand;
import org.classbarometer.cli.Surroundings;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;

/// Where the program starts; the launchers call it.
public final class Main {
    private Main() {}

    /// Runs the command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        Installation installation = Installation.find();
        Surroundings surroundings =
                new Surroundings(
                        installation,
                        (model, provider, settings) ->
                                Monitors.open(installation, model, provider, settings),
                        options -> {
                            throw new IllegalStateException("not joined yet");
                        },
                        writer(System.out),
                        writer(System.err),
                        Boolean.getBoolean("classbarometer.terminal"),
                        System.getenv(),
                        InstantSource.system());
        System.exit(ClassBarometerCommand.in(surroundings).execute(arguments));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }
}
