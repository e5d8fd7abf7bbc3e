package org.classbarometer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// The program as it starts, for several command lines one after the other: each line of the input
/// is one, its words separated by tabs.
final class CommandsMain {
    /// What is printed after each, before its exit code.
    static final String ENDED = "== ended with ";

    private CommandsMain() {}

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int code = Main.run(line.split("\t", -1));
            System.out.println(ENDED + code);
            System.out.flush();
        }
        System.exit(0);
    }
}
