package org.classbarometer.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;

/// What the command line asks of the window; what is empty is left to the user's settings.
public record AppChoices(
        Optional<SourceChoice> source,
        Optional<LabelSet> labels,
        Optional<Path> model,
        Optional<ExecutionProvider> provider) {}
