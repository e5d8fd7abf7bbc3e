package org.classbarometer.cli.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.classbarometer.evaluate.speed.CrowdSource;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.system.SystemFrameSources;
import org.classbarometer.setup.FinderChoice;
import picocli.CommandLine.Option;

/// The demo class laid out as classes of other sizes, and how long each is timed and by
/// which finder.
final class CrowdOptions {
    @Option(names = "--people", split = ",", defaultValue = "1,12,50")
    List<Integer> people = List.of();

    @Option(names = "--fps", defaultValue = "25")
    private double framesPerSecond;

    @Option(names = "--warm-up")
    private Optional<Duration> warmUp = Optional.empty();

    @Option(names = "--for")
    private Optional<Duration> counted = Optional.empty();

    @Option(names = "--finder", paramLabel = "FINDER")
    Optional<FinderChoice> finder = Optional.empty();

    Duration warmUp() {
        return warmUp.orElse(Duration.ofSeconds(10));
    }

    Duration counted() {
        return counted.orElse(Duration.ofSeconds(30));
    }

    /// @param count of people in the picture
    FrameSources sources(int count) {
        return choice ->
                new CrowdSource(new SystemFrameSources().open(choice), count, framesPerSecond);
    }
}
