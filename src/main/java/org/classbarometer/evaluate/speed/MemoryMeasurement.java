package org.classbarometer.evaluate.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;

/// Watches the program's resident size while the pipeline plays: what grows without end shows here,
/// native memory included. Linux only, see [ProcessUsage].
public final class MemoryMeasurement {
    /// @param after since the start of the source
    /// @param kibibytes resident set size
    public record Sample(Duration after, long kibibytes) {}

    /// Plays a source at its own speed and samples the resident size.
    ///
    /// @param times ascending, since the start of the source
    /// @return one sample a time; empty where the system does not tell
    public List<Sample> run(Monitor monitor, SourceChoice choice, List<Duration> times)
            throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        long start = System.nanoTime();
        try {
            monitor.start(choice, Capture.Pace.SOURCE);
            for (Duration time : times) {
                Thread.sleep(time.minusNanos(System.nanoTime() - start));
                ProcessUsage.now()
                        .ifPresent(usage -> samples.add(new Sample(time, usage.kibibytes())));
            }
        } finally {
            monitor.stop();
        }
        return samples;
    }
}
