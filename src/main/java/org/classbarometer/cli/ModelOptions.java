package org.classbarometer.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.setup.FinderChoice;
import picocli.CommandLine.Option;

/// The options that choose how expressions are read; shared by the commands that read them.
final class ModelOptions {
    @Option(
            names = "--labels",
            paramLabel = "SET",
            completionCandidates = Arguments.LabelNames.class,
            converter = Arguments.LabelsReader.class)
    Optional<LabelSet> labels = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE")
    Optional<Path> model = Optional.empty();

    @Option(
            names = "--provider",
            paramLabel = "cpu|cuda",
            converter = Arguments.ProviderReader.class)
    Optional<ExecutionProvider> provider = Optional.empty();

    @Option(names = "--finder", paramLabel = "FINDER", converter = Arguments.FinderReader.class)
    Optional<FinderChoice> finder = Optional.empty();
}
