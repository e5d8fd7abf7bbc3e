package org.classbarometer.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.monitor.RunSummary;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `watch`: runs the pipeline without a window and ends with the mood of the room and the timings.
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class WatchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--source", paramLabel = "SOURCE", converter = Arguments.SourceReader.class)
    private SourceChoice source = new SourceChoice.Demo();

    @Mixin private ModelOptions models = new ModelOptions();

    @Option(names = "--for", paramLabel = "TIME", converter = Arguments.SpanReader.class)
    private Optional<Duration> limit = Optional.empty();

    @Option(names = "--pace", paramLabel = "fast|source", converter = Arguments.PaceReader.class)
    private Pace pace = Pace.EVERY_FRAME;

    @Option(names = "--mask", paramLabel = "X,Y,W,H", converter = Arguments.MaskReader.class)
    private List<Masks.Region> masks = new ArrayList<>();

    @Option(names = "--csv", paramLabel = "FILE")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--opted-in")
    private boolean optedIn;

    @Option(names = "--json")
    private boolean json;

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UserProblem, InterruptedException {
        if (csv.isPresent() && !optedIn && !WatchRun.recorded(source)) {
            throw new CommandProblem(ExitCode.USAGE, Text.of("cli.csv.consent"), null);
        }
        MonitorSettings settings =
                MonitorSettings.DEFAULT
                        .withLabels(models.labels.orElse(LabelSet.FOUR))
                        .withMasks(new Masks(masks));
        Path model = models.model.orElse(surroundings.installation().defaultModel());
        if (csv.isEmpty()) {
            try (Monitor monitor = open(model, settings)) {
                return watch(monitor, model, Optional.empty());
            }
        }
        // The file before the model: a path that cannot be written is told at once.
        try (TimelineFile file = TimelineFile.create(csv.get(), settings.labels());
                Monitor monitor = open(model, settings)) {
            return watch(monitor, model, Optional.of(file));
        }
    }

    private Monitor open(Path model, MonitorSettings settings) throws CommandProblem {
        try {
            Monitor monitor =
                    surroundings
                            .monitors()
                            .open(model, models.provider.orElse(ExecutionProvider.CPU), settings);
            try {
                monitor.reader().view(settings.labels());
                return monitor;
            } catch (IllegalArgumentException unsuited) {
                monitor.close();
                throw new CommandProblem(
                        ExitCode.USAGE,
                        Text.of("cli.watch.labels", settings.labels().name(), model.toString()),
                        unsuited);
            }
        } catch (CommandProblem told) {
            throw told;
        } catch (UserProblem unusable) {
            throw new CommandProblem(ExitCode.MODEL, unusable.getMessage(), unusable);
        }
    }

    private int watch(Monitor monitor, Path model, Optional<TimelineFile> file)
            throws InterruptedException {
        Optional<MoodTimeline> timeline =
                file.map(rows ->
                        new MoodTimeline(
                                surroundings.clock(), monitor.settings().labels(), rows));
        ProgressLine progress = new ProgressLine(surroundings.err(), surroundings.terminal());
        monitor.reader().notice().ifPresent(progress::say);
        WatchRun run = new WatchRun(monitor, limit, timeline, progress, surroundings.terminal());
        try (Interruption _ = new Interruption(run::stop)) {
            // A live source cannot be made to wait for the analysis.
            RunSummary.Totals totals =
                    run.play(source, WatchRun.recorded(source) ? pace : Pace.SOURCE);
            int code = finish(run, totals, file, progress);
            WatchReport report =
                    new WatchReport(
                            source.name(),
                            String.valueOf(model.getFileName()),
                            monitor.reader().metadata().version(),
                            monitor.reader().provider(),
                            monitor.settings().labels(),
                            totals,
                            timeline.isPresent() ? timeline.get().shown() : totals.mood());
            if (json) {
                report.printJson(surroundings.out());
            } else if (totals.frames() > 0) {
                report.print(surroundings.out());
            }
            return code;
        }
    }

    /// Puts the timeline into its place and tells what went wrong; the first problem decides.
    private static int finish(
            WatchRun run,
            RunSummary.Totals totals,
            Optional<TimelineFile> file,
            ProgressLine progress) {
        Optional<CommandProblem> unwritten = run.unwritten();
        if (file.isPresent() && unwritten.isEmpty() && totals.frames() > 0) {
            try {
                file.get().finish();
            } catch (CommandProblem failed) {
                progress.say(failed.getMessage());
                unwritten = Optional.of(failed);
            }
        }
        if (run.problem().isPresent()) {
            progress.say(run.problem().get().getMessage());
            return run.problem().get().exitCode();
        }
        if (totals.frames() == 0) {
            progress.say(Text.of("cli.watch.nothing"));
            return ExitCode.SOURCE;
        }
        return unwritten.map(CommandProblem::exitCode).orElse(ExitCode.OK);
    }
}
