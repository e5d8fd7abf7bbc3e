package org.classbarometer.cli.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.classbarometer.cli.common.CommandProblem;
import org.classbarometer.cli.common.ExitCode;
import org.classbarometer.cli.common.ProgressLine;
import org.classbarometer.frame.Capture.Pace;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.FrameAnalysis;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorListener;
import org.classbarometer.monitor.RunSummary;
import org.classbarometer.text.Text;
import org.jspecify.annotations.Nullable;

/// One headless run of the pipeline, from start to its end: the source's, the time's, the user's, or
/// the first problem's. [#play] is called once, [#stop] on any thread.
final class WatchRun implements MonitorListener {
    private static final Duration TERMINAL_BEAT = Duration.ofMillis(500);
    private static final Duration LOG_BEAT = Duration.ofSeconds(10);

    private final Monitor monitor;
    private final Optional<Duration> limit;
    private final Optional<RunOutput> output;
    private final ProgressLine progress;
    private final Duration beat;
    private final RunSummary summary = new RunSummary();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean recorded;
    private long firstCaptured;
    // Since the first frame; written on the analysis thread.
    private volatile long ended;
    private long position;
    private volatile boolean started;
    private volatile @Nullable CommandProblem problem;
    private volatile @Nullable CommandProblem unwritten;

    /// @param limit by the source's clock for recorded sources, by the wall's for live ones
    WatchRun(
            Monitor monitor,
            Optional<Duration> limit,
            Optional<RunOutput> output,
            ProgressLine progress,
            boolean terminal) {
        this.monitor = monitor;
        this.limit = limit;
        this.output = output;
        this.progress = progress;
        this.beat = terminal ? TERMINAL_BEAT : LOG_BEAT;
    }

    /// Plays the source and returns when the run is over and the monitor stopped.
    RunSummary.Totals play(SourceChoice choice, Pace pace) throws InterruptedException {
        recorded = !choice.isLive();
        monitor.addListener(this);
        monitor.start(choice, pace);
        OptionalLong deadline =
                recorded || limit.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(System.nanoTime() + limit.get().toNanos());
        try {
            while (!over.await(untilBeat(deadline), TimeUnit.NANOSECONDS)) {
                if (deadline.isPresent() && deadline.getAsLong() - System.nanoTime() <= 0) {
                    stop();
                } else if (started) {
                    progress.show(state());
                }
            }
        } finally {
            monitor.stop();
            monitor.removeListener(this);
            progress.clear();
        }
        finishOutput();
        return summary.totals();
    }

    private long untilBeat(OptionalLong deadline) {
        return deadline.isEmpty()
                ? beat.toNanos()
                : Math.min(beat.toNanos(), Math.max(0, deadline.getAsLong() - System.nanoTime()));
    }

    /// Ends the run in order: frames in work are finished, the summary follows.
    void stop() {
        over.countDown();
    }

    /// Why the run ended early; empty when it ended as it should.
    Optional<CommandProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /// Why what was to be kept could not be written; the run went on without it.
    Optional<CommandProblem> unwritten() {
        return Optional.ofNullable(unwritten);
    }

    @Override
    public void analysed(FrameAnalysis analysis) {
        if (!started) {
            firstCaptured = analysis.frame().capturedNanos();
        }
        long nanos =
                recorded
                        ? analysis.frame().sourceNanos()
                        : analysis.frame().capturedNanos() - firstCaptured;
        if (over.getCount() == 0) {
            return;
        }
        if (limit.isPresent() && nanos >= limit.get().toNanos()) {
            ended = limit.get().toNanos();
            stop();
            return;
        }
        // The next frame would have come as long after this one.
        ended = nanos + Math.max(0, nanos - position);
        position = nanos;
        started = true;
        summary.analysed(analysis);
        addToOutput(nanos, analysis);
    }

    private void addToOutput(long nanos, FrameAnalysis analysis) {
        if (output.isPresent() && unwritten == null) {
            try {
                output.get().add(nanos, analysis);
            } catch (CommandProblem failed) {
                unwritten = failed;
                progress.print(failed.getMessage());
            }
        }
    }

    private void finishOutput() {
        if (output.isPresent() && unwritten == null) {
            try {
                output.get().finish(ended);
            } catch (CommandProblem failed) {
                unwritten = failed;
                progress.print(failed.getMessage());
            }
        }
    }

    @Override
    public void sourceChanged(SourceState state) {
        switch (state) {
            case SourceState.Opening _ -> {}
            case SourceState.Playing playing ->
                    progress.print(
                            Text.of(
                                    playing.framesPerSecond() > 0
                                            ? "cli.watch.playing"
                                            : "cli.watch.playing.unpaced",
                                    playing.name(),
                                    Integer.toString(playing.width()),
                                    Integer.toString(playing.height()),
                                    playing.framesPerSecond()));
            case SourceState.Waiting waiting ->
                    progress.print(Text.of("cli.watch.waiting", waiting.problem()));
            case SourceState.Ended _ -> stop();
            case SourceState.Failed failed -> {
                problem = new CommandProblem(ExitCode.SOURCE, failed.problem());
                stop();
            }
        }
    }

    @Override
    public void broke(String what) {
        problem = new CommandProblem(ExitCode.PROBLEM, Text.of("cli.watch.broke", what));
        stop();
    }

    /// How far the run is. Of a class no more is said than what may be told, and nothing of the
    /// machine's speed, which depends on the number of faces.
    String state() {
        RunSummary.Totals totals = summary.totals();
        if (output.isPresent()) {
            return Text.of(
                    "cli.watch.progress.told",
                    ended / 1e9,
                    output.get().published().map(WatchReport::shares).orElse(""));
        }
        return Text.of(
                "cli.watch.progress",
                totals.seconds(),
                totals.frames(),
                totals.framesPerSecond(),
                totals.dropped(),
                totals.mood().map(WatchReport::shares).orElse(""));
    }
}
