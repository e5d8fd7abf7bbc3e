package org.classbarometer.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;

/// Keeps what a run reads from being written over by what it writes, whatever else was allowed.
final class OutputPaths {
    private OutputPaths() {}

    /// @return `wanted`
    /// @throws CommandProblem when it is the source, a file of the source's folder, or the model;
    ///     through links too
    static Path notAnInput(Path wanted, SourceChoice source, Path model) throws CommandProblem {
        try {
            if (Files.exists(wanted)
                    && (same(wanted, model)
                            || (source instanceof SourceChoice.File file
                                    && isOf(wanted, file.path())))) {
                throw new CommandProblem(
                        ExitCode.OUTPUT, Text.of("cli.csv.input", wanted.toString()));
            }
            return wanted;
        } catch (IOException unreadable) {
            throw new CommandProblem(
                    ExitCode.OUTPUT, Text.of("cli.csv.denied", wanted.toString()), unreadable);
        }
    }

    private static boolean isOf(Path wanted, Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return same(wanted, source);
        }
        Path file = wanted.toRealPath();
        if (isTable(file)) {
            return false;
        }
        try (Stream<Path> files = Files.list(source)) {
            for (Path one : files.toList()) {
                if (same(file, one)) {
                    return true;
                }
            }
            return false;
        }
    }

    // A timeline of the folder's pictures may lie beside them.
    private static boolean isTable(Path file) {
        return file.toString().endsWith(".csv");
    }

    private static boolean same(Path one, Path other) throws IOException {
        return Files.exists(other) && Files.isSameFile(one, other);
    }
}
