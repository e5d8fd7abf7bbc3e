package org.classbarometer.cli.common;

import org.classbarometer.text.Text;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in the user's language what is wrong with a command line: picocli speaks English only.
public final class Misread {
    private Misread() {}

    /// What is wrong, and the way out.
    public static String message(ParameterException misread) {
        return switch (misread) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case OverwrittenOptionException twice
                    when twice.getOverwritten() instanceof OptionSpec option ->
                    Text.of("cli.option.twice", option.longestName());
            case MissingParameterException missing
                    when missing.getMissing().getFirst() instanceof OptionSpec option ->
                    Text.of("cli.option.missing", option.longestName(), option.paramLabel());
            case ParameterException unread
                    when unread.getArgSpec() instanceof OptionSpec option
                            && unread.getCause() instanceof TypeConversionException why ->
                    option.longestName() + ": " + why.getMessage();
            // The command `help` asked about a command that there is not.
            case ParameterException unread
                    when unread.getArgSpec() == null && unread.getValue() != null ->
                    Text.of("cli.unknown.command", unread.getValue());
            default -> String.valueOf(misread.getMessage());
        };
    }

    // What was typed that means nothing, and what may have been meant.
    private static String unknown(UnmatchedArgumentException unmatched) {
        String typed = unmatched.getUnmatched().getFirst();
        boolean commands = !unmatched.getCommandLine().getSubcommands().isEmpty();
        String message =
                typed.startsWith("-")
                        ? Text.of("cli.unknown.option", typed)
                        : Text.of(commands ? "cli.unknown.command" : "cli.unknown.word", typed);
        return unmatched.getSuggestions().stream()
                .findFirst()
                .map(meant -> message + " " + Text.of("cli.unknown.meant", meant))
                .orElse(message);
    }
}
