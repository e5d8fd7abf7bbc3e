package org.classbarometer.cli.measure;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.classbarometer.cli.common.Arguments;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.evaluate.ClipExpressionEvaluation;
import org.classbarometer.evaluate.ClipTruth;
import org.classbarometer.evaluate.speed.LoadMeasurement;
import org.classbarometer.evaluate.speed.LookMeasurement;
import org.classbarometer.evaluate.speed.MemoryMeasurement;
import org.classbarometer.evaluate.speed.SessionSoak;
import org.classbarometer.evaluate.speed.SpeedMeasurement;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.FrameSource;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.system.SystemFrameSources;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.monitor.RunSummary.Quantiles;
import org.classbarometer.monitor.RunSummary.Totals;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Finders;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.ScreenSpeed;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `measure`: the commands behind docs/accuracy.md and docs/performance.md. They print Markdown.
@Command(name = "measure", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class MeasureCommand {
    private static final double MOOD_TOLERANCE = 0.10;
    private static final int SOAK_SAMPLES = 12;
    private static final double MEBIBYTE = 1 << 20;
    private final Surroundings surroundings;

    public MeasureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(name = "clip", mixinStandardHelpOptions = true)
    int clip(
            @Option(names = "--model", paramLabel = "FILE") Optional<Path> model,
            @Option(
                            names = "--labels",
                            paramLabel = "SET",
                            completionCandidates = Arguments.LabelNames.class)
                    Optional<LabelSet> labels,
            @Option(names = "--smoothing") Optional<Duration> smoothing,
            @Option(names = "--finder", split = ",", defaultValue = "both,haar,learned")
                    List<FinderChoice> finders)
            throws UserProblem, InterruptedException {
        MonitorSettings settings =
                new MonitorSettings(
                        labels.orElse(LabelSet.EIGHT),
                        MonitorSettings.DEFAULT.masks(),
                        smoothing.orElse(MonitorSettings.SMOOTHING));
        for (FinderChoice choice : finders) {
            surroundings.out().printf("`--finder %s`%n%n", choice.word());
            try (Monitor monitor =
                    open(model, Optional.of(choice), settings, new SystemFrameSources())) {
                print(
                        ClipExpressionEvaluation.play(
                                monitor,
                                new SourceChoice.Demo(),
                                ClipTruth.ofDemo(),
                                LabelSet.FOUR));
            }
        }
        return ExitCode.OK;
    }

    /// The demo class live while other processes compete for the cores.
    @Command(name = "load", mixinStandardHelpOptions = true)
    int load(
            @Option(names = "--model", paramLabel = "FILE") Optional<Path> model,
            @Option(names = "--competitors", split = ",", defaultValue = "0,2,4,8")
                    List<Integer> competitors,
            @Mixin CrowdOptions crowd)
            throws UserProblem, InterruptedException {
        PrintWriter out = surroundings.out();
        out.println(
                "| people | competitors | frames/s | total ms p50 / p95 | faces freshly read |"
                        + " oldest reading s | normal again after s |");
        out.println("|---|---|---|---|---|---|---|");
        for (int people : crowd.people) {
            for (int count : competitors) {
                try (Monitor monitor =
                        open(model, crowd.finder, MonitorSettings.DEFAULT, crowd.sources(people))) {
                    LoadMeasurement.Result result =
                            new LoadMeasurement(crowd.warmUp(), crowd.counted())
                                    .run(monitor, new SourceChoice.Demo(), count);
                    out.printf(
                            Locale.ROOT,
                            "| %d | %d | %.1f | %s | %.1f %% | %.2f | %s |%n",
                            people,
                            count,
                            result.totals().framesPerSecond(),
                            millis(result.totals().latencies().total()),
                            100 * result.freshlyRead(),
                            result.oldestReading(),
                            result.recoverySeconds().isPresent()
                                    ? String.format(
                                            Locale.ROOT,
                                            "%.1f",
                                            result.recoverySeconds().getAsDouble())
                                    : "not within 10");
                    out.flush();
                }
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "speed", mixinStandardHelpOptions = true)
    int speed(
            @Option(names = "--model", paramLabel = "FILE") Optional<Path> model,
            @Mixin CrowdOptions crowd)
            throws UserProblem, InterruptedException {
        SpeedMeasurement measurement = new SpeedMeasurement(crowd.warmUp(), crowd.counted());
        PrintWriter out = surroundings.out();
        out.println(
                "| people | pace | frames/s | dropped | faces | waiting | preparing | finding |"
                        + " reading | total | first labels ms | cores |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (int count : crowd.people) {
            try (Monitor monitor =
                    open(model, crowd.finder, MonitorSettings.DEFAULT, crowd.sources(count))) {
                for (Pace pace : Pace.values()) {
                    print(count, pace, measurement.run(monitor, new SourceChoice.Demo(), pace));
                }
            }
        }
        return ExitCode.OK;
    }

    /// What looking at one picture of the demo class costs, without following.
    @Command(name = "look", mixinStandardHelpOptions = true)
    int look() throws UserProblem {
        OpenCv.load();
        PrintWriter out = surroundings.out();
        Mat image = new Mat();
        Mat grey = new Mat();
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            demo.read(image);
            Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
            out.print(LookMeasurement.HEADER);
            for (FinderChoice choice : FinderChoice.values()) {
                try (FaceDetector detector =
                        Finders.detector(surroundings.installation(), choice)) {
                    out.print(
                            LookMeasurement.rows(
                                    choice.word(), LookMeasurement.of(detector, grey)));
                    out.flush();
                }
            }
        } finally {
            image.release();
            grey.release();
        }
        return ExitCode.OK;
    }

    @Command(name = "screen", mixinStandardHelpOptions = true)
    int screen(@Mixin CrowdOptions crowd) throws UserProblem, InterruptedException {
        PrintWriter out = surroundings.out();
        out.println("| people | painted frames/s | capture to painted, ms p50 / p95 |");
        out.println("|---|---|---|");
        try (ScreenSpeed screen =
                new ScreenSpeed(
                        surroundings.installation(),
                        crowd.finder.orElse(surroundings.installation().defaultFinder()))) {
            for (int count : crowd.people) {
                ScreenSpeed.Result result =
                        screen.run(crowd.sources(count), crowd.warmUp(), crowd.counted());
                out.printf(
                        Locale.ROOT,
                        "| %d | %.1f | %.1f / %.1f |%n",
                        count,
                        result.paintedPerSecond(),
                        result.p50Millis(),
                        result.p95Millis());
                out.flush();
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "memory", mixinStandardHelpOptions = true)
    int memory(
            @Option(names = "--model", paramLabel = "FILE") Optional<Path> model,
            @Option(names = "--for") Optional<Duration> length)
            throws UserProblem, InterruptedException {
        long minutes = Math.max(1, length.orElse(Duration.ofMinutes(10)).toMinutes());
        List<Duration> times =
                Stream.iterate(1L, minute -> minute <= minutes, minute -> minute + 1)
                        .map(Duration::ofMinutes)
                        .toList();
        try (Monitor monitor = open(model, MonitorSettings.DEFAULT, new SystemFrameSources())) {
            List<MemoryMeasurement.Sample> samples =
                    new MemoryMeasurement().run(monitor, new SourceChoice.Demo(), times);
            PrintWriter out = surroundings.out();
            out.println("| minutes | resident MiB | against the first |");
            out.println("|---|---|---|");
            for (MemoryMeasurement.Sample sample : samples) {
                out.printf(
                        Locale.ROOT,
                        "| %d | %.1f | %+.1f %% |%n",
                        sample.after().toMinutes(),
                        sample.kibibytes() / 1024.0,
                        100.0 * sample.kibibytes() / samples.getFirst().kibibytes() - 100);
            }
            out.flush();
        }
        return ExitCode.OK;
    }

    @Command(name = "soak", mixinStandardHelpOptions = true)
    int soak(
            @Option(names = "--model", paramLabel = "FILE") Optional<Path> model,
            @Option(names = "--for") Optional<Duration> length,
            @Option(names = "--live") boolean live,
            @Option(names = "--fps", defaultValue = "1000", converter = Arguments.RateReader.class)
                    double perSecond)
            throws UserProblem, InterruptedException {
        Duration whole = length.orElse(Duration.ofHours(2));
        long samples = live ? Math.max(1, whole.toMinutes()) : SOAK_SAMPLES;
        List<Duration> times =
                LongStream.rangeClosed(1, samples)
                        .mapToObj(i -> whole.multipliedBy(i).dividedBy(samples))
                        .toList();
        SessionSoak.Speed speed =
                new SessionSoak.Speed(live ? Pace.SOURCE : Pace.EVERY_FRAME, perSecond);
        PrintWriter out = surroundings.out();
        out.println(
                "| minutes played | frames | resident MiB | heap MiB | beside the heap MiB"
                        + " | threads | handles |");
        out.println("|---|---|---|---|---|---|---|");
        out.flush();
        try (TemporaryStore store = TemporaryStore.open(surroundings.clock());
                Monitor monitor = open(model, MonitorSettings.DEFAULT, new SystemFrameSources())) {
            new SessionSoak(monitor, speed, times, sample -> print(out, sample))
                    .run(store.sessions(), surroundings.clock());
        }
        return ExitCode.OK;
    }

    private static void print(PrintWriter out, SessionSoak.Sample sample) {
        out.printf(
                Locale.ROOT,
                "| %.1f | %d | %.1f | %.1f | %.1f | %d | %d |%n",
                sample.played().toMillis() / 60_000.0,
                sample.frames(),
                sample.usage().kibibytes() / 1024.0,
                sample.heap() / MEBIBYTE,
                sample.usage().kibibytes() / 1024.0 - sample.committed() / MEBIBYTE,
                sample.usage().threads(),
                sample.usage().handles());
        out.flush();
    }

    private Monitor open(Optional<Path> model, MonitorSettings settings, FrameSources sources)
            throws UserProblem {
        return open(model, Optional.empty(), settings, sources);
    }

    private Monitor open(
            Optional<Path> model,
            Optional<FinderChoice> finder,
            MonitorSettings settings,
            FrameSources sources)
            throws UserProblem {
        return Monitors.of(surroundings.installation(), ExecutionProvider.CPU)
                .finding(finder.orElse(surroundings.installation().defaultFinder()))
                .playing(sources)
                .open(model.orElse(surroundings.installation().defaultModel()), settings);
    }

    private void print(ClipExpressionEvaluation.Result result) {
        PrintWriter out = surroundings.out();
        TreeSet<String> read = new TreeSet<>();
        result.confusion().values().forEach(row -> read.addAll(row.keySet()));
        out.println("| shown \\ read | " + String.join(" | ", read) + " | right |");
        out.println("|---" + "|---".repeat(read.size() + 1) + "|");
        for (Map.Entry<String, Map<String, Integer>> row : result.confusion().entrySet()) {
            out.print("| " + row.getKey());
            read.forEach(label -> out.print(" | " + row.getValue().getOrDefault(label, 0)));
            out.printf(Locale.ROOT, " | %.1f %% |%n", 100 * result.recall(row.getKey()));
        }
        out.printf(
                Locale.ROOT,
                "%nMood within %.0f percentage points: %.1f %% of %d seconds%n",
                100 * MOOD_TOLERANCE,
                100 * result.secondsWithin(MOOD_TOLERANCE),
                result.moods().size());
        result.moods().stream()
                .filter(mood -> mood.largest() > MOOD_TOLERANCE)
                .forEach(mood ->
                        out.printf(
                                Locale.ROOT,
                                "second %d: off by %.1f points%n",
                                mood.second(),
                                100 * mood.largest()));
        out.flush();
    }

    private void print(int people, Pace pace, SpeedMeasurement.Result result) {
        Totals totals = result.totals();
        double faces = totals.mood().map(SpanMood::faces).orElse(0.0);
        surroundings
                .out()
                .printf(
                        Locale.ROOT,
                        "| %d | %s | %.1f | %d | %.1f | %s | %s | %s | %s | %s | %s | %s |%n",
                        people,
                        pace == Pace.SOURCE ? "live" : "fast",
                        totals.framesPerSecond(),
                        result.dropped(),
                        faces,
                        millis(totals.latencies().waiting()),
                        millis(totals.latencies().preparing()),
                        millis(totals.latencies().finding()),
                        millis(totals.latencies().reading()),
                        millis(totals.latencies().total()),
                        result.firstLabels().isPresent()
                                ? "%.0f".formatted(result.firstLabels().getAsLong() / 1e6)
                                : "-",
                        cores(result.cores()));
        surroundings.out().flush();
    }

    private static String millis(Quantiles latency) {
        return String.format(Locale.ROOT, "%.1f / %.1f", latency.p50() / 1e6, latency.p95() / 1e6);
    }

    private static String cores(Map<String, Double> cores) {
        StringBuilder list = new StringBuilder();
        cores.forEach((thread, share) ->
                list.append(String.format(Locale.ROOT, "%s %.2f, ", thread, share)));
        return list.isEmpty() ? "" : list.substring(0, list.length() - 2);
    }
}
