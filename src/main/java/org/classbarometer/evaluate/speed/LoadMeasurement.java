package org.classbarometer.evaluate.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.FaceReading;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.monitor.RunSummary;

/// The pipeline live while other processes compete for the cores, and how soon it is itself again when
/// they end.
public record LoadMeasurement(Duration warmUp, Duration counted) {
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

    /// Frames one after the other, none dropped between them, that count as normal again.
    private static final int NORMAL_FRAMES = 12;

    /// @param totals while the others compete
    /// @param freshlyRead share of the faces seen whose reading was fresh
    /// @param oldestReading seconds, of any face in any frame
    /// @param recoverySeconds from the end of the others to the first of twelve frames in a row of which
    ///     none was dropped; empty when that was not within ten seconds
    public record Result(
            RunSummary.Totals totals,
            double freshlyRead,
            double oldestReading,
            OptionalDouble recoverySeconds) {}

    private static final class Freshness implements MonitorListener {
        private long seen;
        private long fresh;
        private long oldest;
        private long lastSequence = -1;
        private int inRow;
        private long rowBegan;

        @Override
        public synchronized void analysed(FrameAnalysis analysis) {
            for (FaceReading face : analysis.faces()) {
                seen++;
                fresh += face.reading().isPresent() && !face.old() ? 1 : 0;
                oldest = Math.max(oldest, face.ageNanos());
            }
            long sequence = analysis.frame().sequence();
            if (sequence != lastSequence + 1) {
                inRow = 0;
            }
            if (inRow++ == 0) {
                rowBegan = System.nanoTime();
            }
            lastSequence = sequence;
        }

        synchronized Result result(RunSummary.Totals totals, OptionalDouble recovery) {
            double share = seen == 0 ? 0 : (double) fresh / seen;
            return new Result(totals, share, oldest / 1e9, recovery);
        }

        synchronized void beginRow() {
            inRow = 0;
        }

        synchronized OptionalDouble normalSince(long nanos) {
            return inRow >= NORMAL_FRAMES
                    ? OptionalDouble.of(Math.max(0, rowBegan - nanos) / 1e9)
                    : OptionalDouble.empty();
        }
    }

    /// @param competitors processes that do nothing but use a core each
    public Result run(Monitor monitor, SourceChoice choice, int competitors)
            throws InterruptedException {
        RunSummary summary = new RunSummary();
        Freshness freshness = new Freshness();
        Freshness afterwards = new Freshness();
        List<Process> others = new ArrayList<>();
        try {
            monitor.start(choice, Capture.Pace.SOURCE);
            Thread.sleep(warmUp);
            for (int i = 0; i < competitors; i++) {
                others.add(compete());
            }
            // The others begin: how the pipeline comes to terms with them counts, too.
            monitor.addListener(summary);
            monitor.addListener(freshness);
            Thread.sleep(counted);
            monitor.removeListener(summary);
            monitor.removeListener(freshness);
            end(others);
            long ended = System.nanoTime();
            monitor.addListener(afterwards);
            afterwards.beginRow();
            OptionalDouble recovery = OptionalDouble.empty();
            while (recovery.isEmpty() && System.nanoTime() - ended < LONGEST_RECOVERY.toNanos()) {
                Thread.sleep(20);
                recovery = afterwards.normalSince(ended);
            }
            return freshness.result(summary.totals(), recovery);
        } finally {
            end(others);
            monitor.stop();
            monitor.removeListener(summary);
            monitor.removeListener(freshness);
            monitor.removeListener(afterwards);
        }
    }

    private static void end(List<Process> processes) throws InterruptedException {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            process.waitFor();
        }
    }

    private static Process compete() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            return new ProcessBuilder(
                            java.toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx16m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BusyProcess.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failed) {
            throw new IllegalStateException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
