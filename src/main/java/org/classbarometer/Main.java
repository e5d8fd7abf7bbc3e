package org.classbarometer;

/// Where the program starts; the launchers call it.
public final class Main {
    private Main() {}

    /// Runs the command line and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.out.println("hello " + String.join("|", arguments));
    }
}
