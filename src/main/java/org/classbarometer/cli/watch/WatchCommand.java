package org.classbarometer.cli.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.ModelOptions;
import org.classbarometer.cli.common.ProgressLine;
import org.classbarometer.cli.common.SourceOptions;
import org.classbarometer.cli.common.Surroundings;
import org.classbarometer.cli.common.Version;
import org.classbarometer.cli.sessions.StoredSessions;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.ExpressionReader;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelException;
import org.classbarometer.expression.OnnxExpressionReader;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.OpenCv;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.monitor.RunSummary;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SourceHold;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.Timeline;
import org.classbarometer.session.UseContext;
import org.classbarometer.store.SqliteSessionStore;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `watch`: runs the pipeline without a window and ends with the mood of the room and the timings.
@Command(name = "watch", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class WatchCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private SourceChoice source = new SourceChoice.Demo();

    @Mixin private SourceOptions sources = new SourceOptions();

    @Mixin private ModelOptions models = new ModelOptions();

    @Option(names = "--for", paramLabel = "TIME")
    private Optional<Duration> limit = Optional.empty();

    @Option(names = "--pace", paramLabel = "fast|source")
    private Pace pace = Pace.EVERY_FRAME;

    @Option(names = "--mask", paramLabel = "X,Y,W,H")
    private List<Masks.Region> masks = new ArrayList<>();

    @Mixin private StoringOptions storing = new StoringOptions();

    @Option(names = "--json")
    private boolean json;

    public WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UserProblem, InterruptedException {
        source = sources.source().orElse(source);
        Optional<UseContext> context = storing.context(surroundings);
        storing.check(context, source);
        if (json && storing.toStandardOutput()) {
            throw new CommandProblem(ExitCode.USAGE, Text.of("cli.csv.json"));
        }
        if (context.isEmpty() && source.isLive()) {
            surroundings.err().println(Text.of("cli.watch.undeclared"));
        }
        Path model = models.model.orElse(surroundings.installation().defaultModel());
        MonitorSettings settings =
                MonitorSettings.DEFAULT.withLabels(labels(model)).withMasks(new Masks(masks));
        if (storing.record) {
            return record(model, settings, context.orElseThrow());
        }
        if (storing.csv.isEmpty() && source instanceof SourceChoice.Demo) {
            // There is nobody in it.
            try (Monitor monitor = open(model, settings)) {
                return watch(monitor, model, Optional.empty(), Optional.empty());
            }
        }
        if (isOwn() && !settings.labels().experimental()) {
            try (Monitor monitor = open(model, settings)) {
                return watch(monitor, model, Optional.of(new NoOutput()), Optional.empty());
            }
        }
        return watchClass(model, settings);
    }

    /// What is told apart: four expressions unless something else was asked for, or all that a model
    /// tells apart which does not know those.
    private LabelSet labels(Path model) {
        if (models.labels.isPresent() || models.model.isEmpty()) {
            return models.labels.orElse(LabelSet.FOUR);
        }
        OpenCv.load();
        try (ExpressionReader reader = OnnxExpressionReader.open(model, ExecutionProvider.CPU)) {
            return reader.views().contains(LabelSet.FOUR)
                    ? LabelSet.FOUR
                    : reader.views().getFirst();
        } catch (ModelException _) {
            // Told where the model is opened to be used.
            return LabelSet.FOUR;
        }
    }

    /// Whether a recording is said to be of oneself: it is told as it is, if no group is in it.
    private boolean isOwn() {
        return source instanceof SourceChoice.File
                && storing.csv.isEmpty()
                && storing.purpose.equals(Optional.of(Purpose.SELF_CHECK));
    }

    /// A class is told of by the same rules whether that is stored or not.
    private int watchClass(Path model, MonitorSettings settings)
            throws UserProblem, InterruptedException {
        LabelSet labels = settings.labels();
        if (storing.csv.isEmpty()) {
            try (SourceHold hold = hold(labels);
                    Monitor monitor = open(model, settings)) {
                return watch(
                        monitor,
                        model,
                        Optional.of(
                                new CsvOutput(
                                        labels, surroundings.clock(), hold, false, (_, _) -> {})),
                        Optional.empty());
            }
        }
        // The file before the model: a path that cannot be written is told at once.
        try (TimelineFile file = timeline(labels, model);
                SourceHold hold = hold(labels);
                Monitor monitor = open(model, settings)) {
            return watch(
                    monitor,
                    model,
                    Optional.of(new CsvOutput(labels, surroundings.clock(), hold, true, file)),
                    Optional.of(file));
        }
    }

    private SourceHold hold(LabelSet labels) throws CommandProblem {
        try {
            SourceHold hold =
                    SourceHold.of(
                            surroundings.installation().databaseFile().resolveSibling(""),
                            source,
                            "",
                            labels,
                            new Masks(masks),
                            surroundings.clock());
            hold.notice().ifPresent(surroundings.err()::println);
            return hold;
        } catch (StoreException refused) {
            throw new CommandProblem(ExitCode.OUTPUT, refused);
        }
    }

    private TimelineFile timeline(LabelSet labels, Path model) throws CommandProblem {
        Path wanted = storing.csv.orElseThrow();
        return wanted.equals(TimelineFile.STANDARD_OUTPUT)
                ? TimelineFile.on(surroundings.out(), labels)
                : TimelineFile.create(
                        OutputPaths.notAnInput(wanted, source, model), labels, storing.replace);
    }

    private int record(Path model, MonitorSettings settings, UseContext context)
            throws CommandProblem, InterruptedException {
        try (SqliteSessionStore store =
                        SqliteSessionStore.open(
                                surroundings.installation().databaseFile(), surroundings.clock());
                Monitor monitor = open(model, settings)) {
            StoredSessions.printNotices(store, surroundings);
            OffsetDateTime now = StoringOptions.now(surroundings);
            SessionPlan plan =
                    new SessionPlan(
                            storing.className.orElseThrow().strip(),
                            context,
                            now,
                            settings.labels(),
                            model.getFileName() + " " + monitor.reader().metadata().version(),
                            SessionPlan.BUCKET,
                            SessionPlan.K,
                            storing.consent(now));
            SessionOutput output =
                    new SessionOutput(
                            store,
                            plan,
                            source,
                            settings.masks(),
                            surroundings.clock(),
                            surroundings.err()::println);
            return watch(monitor, model, Optional.of(output), Optional.empty());
        } catch (StoreException unusable) {
            throw new CommandProblem(ExitCode.OUTPUT, unusable);
        }
    }

    private Monitor open(Path model, MonitorSettings settings) throws CommandProblem {
        try {
            Monitor monitor =
                    surroundings
                            .monitors()
                            .open(
                                    model,
                                    models.provider.orElse(ExecutionProvider.CPU),
                                    models.finder.orElse(
                                            surroundings.installation().defaultFinder()),
                                    settings);
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
        } catch (CommandProblem known) {
            throw known;
        } catch (UserProblem unusable) {
            throw new CommandProblem(ExitCode.MODEL, unusable);
        }
    }

    private int watch(
            Monitor monitor, Path model, Optional<RunOutput> output, Optional<TimelineFile> file)
            throws InterruptedException {
        ProgressLine progress = new ProgressLine(surroundings.err(), surroundings.terminal());
        if (monitor.settings().labels().experimental()) {
            progress.print(Text.of("expression.experimental"));
        }
        monitor.reader().notice().ifPresent(progress::print);
        monitor.finder().notice().ifPresent(progress::print);
        WatchRun run = new WatchRun(monitor, limit, output, progress, surroundings.terminal());
        try (Interruption _ = new Interruption(run::stop)) {
            // A live source cannot be made to wait for the analysis.
            RunSummary.Totals totals = run.play(source, source.isLive() ? Pace.SOURCE : pace);
            int code = finish(run, totals, file, progress);
            boolean exact = isExact(output, totals);
            if (isOwn() && !exact) {
                progress.print(Text.of("cli.watch.notown"));
            }
            WatchReport report =
                    new WatchReport(
                            source.name(),
                            String.valueOf(model.getFileName()),
                            monitor.reader().metadata().version(),
                            monitor.reader().provider(),
                            monitor.settings().labels(),
                            totals,
                            exact ? totals.mood() : output.flatMap(RunOutput::published),
                            exact,
                            output.flatMap(WatchCommand::stored));
            if (json) {
                report.printJson(surroundings.out());
            } else if (totals.frames() > 0) {
                report.print(storing.toStandardOutput() ? surroundings.err() : surroundings.out());
            }
            return code;
        }
    }

    /// Whether a run may be told as it was: the demo class, and a recording of oneself in which there
    /// never was a group.
    private boolean isExact(Optional<RunOutput> output, RunSummary.Totals totals) {
        return output.isEmpty() || (isOwn() && totals.mostFaces() < SessionPlan.K);
    }

    private static Optional<Timeline> stored(RunOutput output) {
        return output instanceof SessionOutput session ? session.stored() : Optional.empty();
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
                progress.print(failed.getMessage());
                unwritten = Optional.of(failed);
            }
        }
        if (run.problem().isPresent()) {
            progress.print(run.problem().get().getMessage());
            return run.problem().get().exitCode();
        }
        if (totals.frames() == 0) {
            progress.print(Text.of("cli.watch.nothing"));
            return ExitCode.SOURCE;
        }
        return unwritten.map(CommandProblem::exitCode).orElse(ExitCode.OK);
    }
}
