package org.classbarometer.cli.measure;

import java.nio.file.Path;
import java.util.Optional;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.system.SystemFrameSources;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Option;

/// Which model reads in what is measured.
final class MeasuredModel {
    @Option(names = "--model", paramLabel = "FILE")
    private Optional<Path> model = Optional.empty();

    /// The pipeline as the program starts it; the caller closes it.
    Monitor open(Surroundings surroundings) throws UserProblem {
        return open(
                surroundings, Optional.empty(), MonitorSettings.DEFAULT, new SystemFrameSources());
    }

    /// The pipeline with it; the caller closes it.
    ///
    /// @param finder empty for the one that the program starts with
    Monitor open(
            Surroundings surroundings,
            Optional<FinderChoice> finder,
            MonitorSettings settings,
            FrameSources sources)
            throws UserProblem {
        return Monitors.of(surroundings.installation(), ExecutionProvider.CPU)
                .finding(finder.orElse(surroundings.installation().defaultFinder()))
                .playing(sources)
                .open(model.orElse(surroundings.installation().defaultModel()), settings);
    }
}
