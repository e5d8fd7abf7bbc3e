package org.classbarometer.cli.common;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.setup.FinderChoice;
import picocli.CommandLine.Option;

/// The options that choose how expressions are read; shared by the commands that read them.
public final class ModelOptions {
    @Option(
            names = "--labels",
            paramLabel = "SET",
            completionCandidates = Arguments.LabelNames.class)
    public Optional<LabelSet> labels = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE")
    public Optional<Path> model = Optional.empty();

    @Option(names = "--provider", paramLabel = "cpu|cuda")
    public Optional<ExecutionProvider> provider = Optional.empty();

    @Option(names = "--finder", paramLabel = "FINDER")
    public Optional<FinderChoice> finder = Optional.empty();
}
