package org.classbarometer.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.monitor.StageTimings;

/// Times the real pipeline: frames a second, latency of every stage, processor time by thread. The
/// first part of a run is not counted: the JVM is still compiling then.
public final class SpeedMeasurement {
    private static final long NANOS = 1_000_000_000;
    private final Duration warmUp;
    private final Duration counted;

    public SpeedMeasurement(Duration warmUp, Duration counted) {
        this.warmUp = warmUp;
        this.counted = counted;
    }

    /// Milliseconds.
    public record Latency(double p50, double p95) {}

    /// @param faces mean number of faces in a frame
    /// @param framesPerSecond analysed
    /// @param dropped share of the frames that came and were not analysed, in [0, 1]
    /// @param latencies by stage; `total` is from capture to the finished analysis
    /// @param cores processor time per second of wall clock by thread: 1 is one core busy; `other` is
    ///     everything that is no Java thread (OpenCV's own threads, compiler, garbage collector)
    public record Result(
            double faces,
            double framesPerSecond,
            double dropped,
            Map<String, Latency> latencies,
            Map<String, Double> cores) {}

    /// Plays a source on a monitor for the warm-up and the counted time, and stops it.
    ///
    /// @param pace [Capture.Pace#EVERY_FRAME] for the most frames a second, [Capture.Pace#SOURCE] for
    ///     the latency at the source's own speed
    public Result run(Monitor monitor, SourceChoice choice, Capture.Pace pace)
            throws InterruptedException {
        Collector collector = new Collector();
        monitor.addListener(collector);
        try {
            monitor.start(choice, pace);
            Thread.sleep(warmUp);
            Map<String, Long> before = processorTimes();
            long start = System.nanoTime();
            collector.begin();
            Thread.sleep(counted);
            List<Sample> samples = collector.end();
            long wall = System.nanoTime() - start;
            return result(samples, wall, before, processorTimes());
        } finally {
            monitor.stop();
            monitor.removeListener(collector);
        }
    }

    private record Sample(StageTimings timings, int faces, long dropped) {}

    private static final class Collector implements MonitorListener {
        private final List<Sample> samples = new ArrayList<>();
        private boolean counting;

        @Override
        public synchronized void analysed(FrameAnalysis analysis) {
            if (counting) {
                samples.add(
                        new Sample(
                                analysis.timings(), analysis.faces().size(), analysis.dropped()));
            }
        }

        synchronized void begin() {
            counting = true;
        }

        synchronized List<Sample> end() {
            counting = false;
            return List.copyOf(samples);
        }
    }

    private static Result result(
            List<Sample> samples, long wall, Map<String, Long> before, Map<String, Long> after) {
        if (samples.isEmpty()) {
            return new Result(0, 0, 0, Map.of(), Map.of());
        }
        long dropped = samples.getLast().dropped - samples.getFirst().dropped;
        Map<String, Double> cores = new TreeMap<>();
        after.forEach((name, time) -> {
            double share = (time - before.getOrDefault(name, 0L)) / (double) wall;
            if (share >= 0.005) {
                cores.put(name, share);
            }
        });
        return new Result(
                samples.stream().mapToInt(Sample::faces).average().orElse(0),
                samples.size() * (double) NANOS / wall,
                (double) dropped / (dropped + samples.size()),
                Map.of(
                        "waiting", latency(samples, StageTimings::waiting),
                        "preparing", latency(samples, StageTimings::preparing),
                        "finding", latency(samples, StageTimings::finding),
                        "reading", latency(samples, StageTimings::reading),
                        "total", latency(samples, StageTimings::total)),
                cores);
    }

    private static Latency latency(List<Sample> samples, ToLongFunction<StageTimings> stage) {
        long[] sorted =
                samples.stream().mapToLong(s -> stage.applyAsLong(s.timings)).sorted().toArray();
        return new Latency(millis(sorted, 0.50), millis(sorted, 0.95));
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * quantile))]
                / 1e6;
    }

    // Threads of one pool are counted together: their names differ in the number only.
    private static Map<String, Long> processorTimes() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> times = new TreeMap<>();
        long java = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                long time = Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
                times.merge(thread.getThreadName().replaceAll("-\\d+$", ""), time, Long::sum);
                java += time;
            }
        }
        if (ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system) {
            times.put("other", system.getProcessCpuTime() - java);
            times.put("all", system.getProcessCpuTime());
        }
        return times;
    }
}
