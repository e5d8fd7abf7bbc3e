package org.classbarometer.cli.measure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.classbarometer.cli.common.Arguments;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.evaluate.MarkdownTable;
import org.classbarometer.evaluate.speed.LoadMeasurement;
import org.classbarometer.evaluate.speed.LookMeasurement;
import org.classbarometer.evaluate.speed.MemoryMeasurement;
import org.classbarometer.evaluate.speed.SessionSoak;
import org.classbarometer.evaluate.speed.SpeedMeasurement;
import org.classbarometer.face.FaceDetector;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.FrameSource;
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
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.ScreenSpeed;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `measure`: the commands behind docs/accuracy.md and docs/performance.md, which print Markdown. Here those
/// of the pipeline's speed and of what it takes on end.
@Command(name = "measure", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class MeasureCommand {
    private static final int SOAK_SAMPLES = 12;
    private static final double MEBIBYTE = 1 << 20;

    private final Surroundings surroundings;

    public MeasureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// The demo class live while other processes compete for the cores.
    @Command(name = "load", mixinStandardHelpOptions = true)
    int load(
            @Mixin MeasuredModel model,
            @Option(names = "--competitors", split = ",", defaultValue = "0,2,4,8")
                    List<Integer> competitors,
            @Mixin CrowdOptions crowd)
            throws UserProblem, InterruptedException {
        MarkdownTable table =
                new MarkdownTable(
                        surroundings::print,
                        "people | competitors | frames/s | total ms p50 / p95 | "
                                + "faces freshly read | oldest reading s | normal again after s");
        for (int people : crowd.people) {
            for (int count : competitors) {
                try (Monitor monitor = open(model, crowd, people)) {
                    LoadMeasurement.Result result =
                            new LoadMeasurement(crowd.warmUp(), crowd.counted())
                                    .run(monitor, new SourceChoice.Demo(), count);
                    table.row(
                            "%d | %d | %.1f | %s | %.1f %% | %.2f | %s",
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
                }
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "speed", mixinStandardHelpOptions = true)
    int speed(@Mixin MeasuredModel model, @Mixin CrowdOptions crowd)
            throws UserProblem, InterruptedException {
        SpeedMeasurement measurement = new SpeedMeasurement(crowd.warmUp(), crowd.counted());
        MarkdownTable table =
                new MarkdownTable(
                        surroundings::print,
                        "people | pace | frames/s | dropped | faces | waiting | "
                                + "preparing | finding | reading | total | first labels ms | cores");
        for (int count : crowd.people) {
            try (Monitor monitor = open(model, crowd, count)) {
                for (Pace pace : Pace.values()) {
                    row(
                            table,
                            count,
                            pace,
                            measurement.run(monitor, new SourceChoice.Demo(), pace));
                }
            }
        }
        return ExitCode.OK;
    }

    /// What looking at one picture of the demo class costs, without following.
    @Command(name = "look", mixinStandardHelpOptions = true)
    int look() throws UserProblem {
        OpenCv.load();
        Mat image = new Mat();
        Mat grey = new Mat();
        try (FrameSource demo = new SystemFrameSources().open(new SourceChoice.Demo())) {
            demo.read(image);
            Imgproc.cvtColor(image, grey, Imgproc.COLOR_BGR2GRAY);
            MarkdownTable table = LookMeasurement.table(surroundings::print);
            for (FinderChoice choice : FinderChoice.values()) {
                try (FaceDetector detector =
                        Finders.detector(surroundings.installation(), choice)) {
                    LookMeasurement.rows(table, choice.word(), LookMeasurement.of(detector, grey));
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
        MarkdownTable table =
                new MarkdownTable(
                        surroundings::print,
                        "people | painted frames/s | capture to painted, ms p50 / p95");
        try (ScreenSpeed screen =
                new ScreenSpeed(
                        surroundings.installation(),
                        crowd.finder.orElse(surroundings.installation().defaultFinder()))) {
            for (int count : crowd.people) {
                ScreenSpeed.Result result =
                        screen.run(crowd.sources(count), crowd.warmUp(), crowd.counted());
                table.row(
                        "%d | %.1f | %.1f / %.1f",
                        count, result.paintedPerSecond(), result.p50Millis(), result.p95Millis());
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "memory", mixinStandardHelpOptions = true)
    int memory(@Mixin MeasuredModel model, @Option(names = "--for") Optional<Duration> length)
            throws UserProblem, InterruptedException {
        long minutes = Math.max(1, length.orElse(Duration.ofMinutes(10)).toMinutes());
        List<Duration> times =
                LongStream.rangeClosed(1, minutes).mapToObj(Duration::ofMinutes).toList();
        try (Monitor monitor = model.open(surroundings)) {
            List<MemoryMeasurement.Sample> samples =
                    new MemoryMeasurement().run(monitor, new SourceChoice.Demo(), times);
            MarkdownTable table =
                    new MarkdownTable(
                            surroundings::print, "minutes | resident MiB | against the first");
            for (MemoryMeasurement.Sample sample : samples) {
                table.row(
                        "%d | %.1f | %+.1f %%",
                        sample.after().toMinutes(),
                        sample.kibibytes() / 1024.0,
                        100.0 * sample.kibibytes() / samples.getFirst().kibibytes() - 100);
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "soak", mixinStandardHelpOptions = true)
    int soak(
            @Mixin MeasuredModel model,
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
        MarkdownTable table =
                new MarkdownTable(
                        surroundings::print,
                        "minutes played | frames | resident MiB | heap MiB | "
                                + "beside the heap MiB | threads | handles");
        try (TemporaryStore store = TemporaryStore.open(surroundings.clock());
                Monitor monitor = model.open(surroundings)) {
            new SessionSoak(monitor, speed, times, sample -> row(table, sample))
                    .run(store.sessions(), surroundings.clock());
        }
        return ExitCode.OK;
    }

    private static void row(MarkdownTable table, SessionSoak.Sample sample) {
        table.row(
                "%.1f | %d | %.1f | %.1f | %.1f | %d | %d",
                sample.played().toMillis() / 60_000.0,
                sample.frames(),
                sample.usage().kibibytes() / 1024.0,
                sample.heap() / MEBIBYTE,
                sample.usage().kibibytes() / 1024.0 - sample.committed() / MEBIBYTE,
                sample.usage().threads(),
                sample.usage().handles());
    }

    private Monitor open(MeasuredModel model, CrowdOptions crowd, int people) throws UserProblem {
        return model.open(
                surroundings, crowd.finder, MonitorSettings.DEFAULT, crowd.sources(people));
    }

    private static void row(
            MarkdownTable table, int people, Pace pace, SpeedMeasurement.Result result) {
        Totals totals = result.totals();
        double faces = totals.mood().map(SpanMood::faces).orElse(0.0);
        table.row(
                "%d | %s | %.1f | %d | %.1f | %s | %s | %s | %s | %s | %s | %s",
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
    }

    private static String millis(Quantiles latency) {
        return String.format(Locale.ROOT, "%.1f / %.1f", latency.p50() / 1e6, latency.p95() / 1e6);
    }

    private static String cores(Map<String, Double> cores) {
        return cores.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "%s %.2f", one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    }
}
