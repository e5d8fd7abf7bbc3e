package org.classbarometer.evaluate.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.classbarometer.frame.Capture;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.RunSummary;

/// Times the real pipeline: frames a second, latency of every stage, processor time by thread. The
/// first part of a run is not counted: the JVM is still compiling then.
public record SpeedMeasurement(Duration warmUp, Duration counted) {
    /// Threads with less than this share of a core are not listed.
    private static final double WORTH_LISTING = 0.005;

    /// @param totals of the counted time; its dropped frames are those since the source was opened
    /// @param dropped frames dropped in the counted time
    /// @param cores processor time per second of wall clock by thread: 1 is one core busy; `other` is
    ///     everything that is no Java thread (OpenCV's own threads, compiler, garbage collector),
    ///     `all` the whole process
    /// @param firstLabels nanoseconds from the first frame until nine in ten of the faces seen were read;
    ///     empty when that never was
    public record Result(
            RunSummary.Totals totals,
            long dropped,
            Map<String, Double> cores,
            OptionalLong firstLabels) {}

    /// Plays a source on a monitor for the warm-up and the counted time, and stops it.
    ///
    /// @param pace [Capture.Pace#EVERY_FRAME] for the most frames a second, [Capture.Pace#SOURCE] for
    ///     the latency at the source's own speed
    public Result run(Monitor monitor, SourceChoice choice, Capture.Pace pace)
            throws InterruptedException {
        RunSummary warming = new RunSummary();
        RunSummary summary = new RunSummary();
        FirstLabels first = new FirstLabels();
        try {
            monitor.addListener(first);
            monitor.addListener(warming);
            monitor.start(choice, pace);
            Thread.sleep(warmUp);
            monitor.removeListener(warming);
            Map<String, Long> before = processorTimes();
            long start = System.nanoTime();
            monitor.addListener(summary);
            Thread.sleep(counted);
            monitor.removeListener(summary);
            long wall = System.nanoTime() - start;
            Map<String, Double> cores = cores(before, processorTimes(), wall);
            RunSummary.Totals totals = summary.totals();
            long dropped = totals.dropped() - warming.totals().dropped();
            return new Result(totals, dropped, cores, first.nanos());
        } finally {
            monitor.stop();
            monitor.removeListener(first);
            monitor.removeListener(warming);
            monitor.removeListener(summary);
        }
    }

    private static Map<String, Double> cores(
            Map<String, Long> before, Map<String, Long> after, long wallNanos) {
        Map<String, Double> cores = new TreeMap<>();
        after.forEach((name, time) -> {
            double share = (time - before.getOrDefault(name, 0L)) / (double) wallNanos;
            if (share >= WORTH_LISTING) {
                cores.put(name, share);
            }
        });
        return cores;
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
            times.put("all", system.getProcessCpuTime());
            times.put("other", system.getProcessCpuTime() - java);
        }
        return times;
    }
}
