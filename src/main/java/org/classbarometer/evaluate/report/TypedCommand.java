package org.classbarometer.evaluate.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.classbarometer.evaluate.data.HiddenFolders;

/// What was typed to get a report, as the report tells it: without the folders of this computer.
public final class TypedCommand {
    private TypedCommand() {}

    /// @param program its name
    /// @param words as they were typed; `--option=value`, `name=place` and lists with commas are
    ///     understood
    public static String of(String program, List<String> words) {
        return Stream.concat(Stream.of(program), words.stream().map(TypedCommand::word))
                .collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        int value = word.startsWith("--") ? word.indexOf('=') + 1 : 0;
        String places =
                Stream.of(word.substring(value).split(",", -1))
                        .map(TypedCommand::place)
                        .collect(Collectors.joining(",", word.substring(0, value), ""));
        return places.contains(" ") ? "'" + places + "'" : places;
    }

    private static String place(String typed) {
        int named = typed.indexOf('=') + 1;
        return typed.substring(0, named) + HiddenFolders.hidden(typed.substring(named));
    }
}
