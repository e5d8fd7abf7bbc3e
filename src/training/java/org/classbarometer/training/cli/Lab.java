package org.classbarometer.training.cli;

import java.util.concurrent.Callable;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The model lab. Its texts are English only: it is a tool for those who change the program.
@Command(
        name = "lab",
        description = "Trains, exports and compares expression models.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TrainCommand.class,
            TrainFinderCommand.class,
            ExportFinderCommand.class,
            TrainCheckCommand.class,
            ExportCheckCommand.class,
            CompareCommand.class,
            ExportModelCommand.class,
            HandOverCommand.class,
            TakeBackCommand.class,
            QuantiseCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Lab implements Callable<Integer> {
    private static final int MISUSED = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Lab() {}

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return MISUSED;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// Problems that people can solve are said in one line; others keep their stack trace.
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Lab());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, commandLine, _) -> {
            if (problem instanceof UserProblem
                    || problem instanceof java.io.IOException
                    || problem instanceof IllegalArgumentException) {
                commandLine.getErr().println("lab: " + problem.getMessage());
            } else {
                problem.printStackTrace(commandLine.getErr());
            }
            return 1;
        });
        return line;
    }
}
