package org.classbarometer.ui.recorded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.law.Refusal;
import org.classbarometer.monitor.Monitor;
import org.classbarometer.monitor.MonitorSettings;
import org.classbarometer.session.Consent;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoredRun;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.recorded.RecordedLessons.Progress;
import org.classbarometer.ui.recorded.RecordedLessons.Reading;
import org.classbarometer.ui.task.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Analyses recordings of one class into sessions, one after the other, up to the first that cannot be.
/// Run once, on a thread of its own; [#cancel] on any.
final class RecordedAnalysis {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedAnalysis.class);

    private final Job job;
    private final FrameSources sources;
    private final Clock clock;
    private final Consumer<Progress> progress;
    private final AtomicReference<Optional<Playthrough>> playing =
            new AtomicReference<>(Optional.empty());
    private volatile boolean cancelled;
    private volatile Optional<String> forbidden = Optional.empty();

    /// @param progress hears how far it is, on the thread of its own
    RecordedAnalysis(Job job, FrameSources sources, Clock clock, Consumer<Progress> progress) {
        this.job = job;
        this.sources = sources;
        this.clock = clock;
        this.progress = progress;
    }

    /// What is analysed, with what it is read and whose it is.
    record Job(
            SessionStore store,
            Reading reading,
            String className,
            Consent consent,
            List<Path> files) {}

    static String name(Path file) {
        return Text.line(String.valueOf(file.getFileName()));
    }

    /// @param stored hears of each recording that became a session
    /// @return what came of it
    Notice run(Runnable stored) {
        int done = 0;
        Optional<String> problem = Optional.empty();
        for (int i = 0; i < job.files().size() && !cancelled && problem.isEmpty(); i++) {
            try {
                if (analyse(i)) {
                    done++;
                    stored.run();
                }
            } catch (UserProblem failed) {
                problem =
                        Optional.of(
                                Text.of(
                                        "record.recorded.failed",
                                        name(job.files().get(i)),
                                        failed.getMessage()));
            } catch (RuntimeException broken) {
                LOG.error("The analysis of a recording broke", broken);
                problem = Optional.of(Text.of("record.unexpected", broken.toString()));
            } catch (InterruptedException _) {
                cancelled = true;
            }
        }
        return outcome(done, job.files().size(), problem.or(() -> forbidden));
    }

    private Notice outcome(int done, int all, Optional<String> problem) {
        String stored = Text.of("record.recorded.stored", done, all);
        if (problem.isPresent()) {
            return Notice.problem(problem.get() + (all > 1 ? " " + stored : ""));
        }
        return Notice.done(cancelled ? Text.of("record.recorded.cancelled", stored) : stored);
    }

    /// @return whether a session was stored
    private boolean analyse(int index) throws UserProblem, InterruptedException {
        // Place and purpose may have been changed since the one before.
        Optional<UseContext> context = job.store().settings().context();
        Optional<String> refusal = Refusal.ofStoring(context);
        if (refusal.isPresent()) {
            throw new UserProblem(refusal.get());
        }
        Recording recording =
                Recording.of(job.files().get(index), sources, clock.instant(), clock.getZone());
        MonitorSettings settings =
                MonitorSettings.DEFAULT
                        .withLabels(job.reading().labels())
                        .withMasks(job.reading().masks().of(recording.source().name()));
        try (Monitor monitor = job.reading().opener().open(settings)) {
            StoredRun run =
                    StoredRun.begin(
                            job.store(),
                            plan(context.orElseThrow(), recording, monitor),
                            recording.source(),
                            settings.masks(),
                            clock,
                            _ -> {});
            Playthrough playthrough = new Playthrough(run);
            playing.set(Optional.of(playthrough));
            try {
                if (cancelled) {
                    playthrough.cancel();
                }
                long began = System.nanoTime();
                playthrough.play(
                        monitor,
                        recording.source(),
                        at -> show(index, recording, at, System.nanoTime() - began));
                boolean stored = end(run, playthrough);
                if (stored) {
                    entitle(run, recording);
                }
                return stored;
            } catch (InterruptedException | UserProblem | RuntimeException broken) {
                takeAway(run, broken);
                throw broken;
            } finally {
                playing.set(Optional.empty());
            }
        }
    }

    private static void takeAway(StoredRun run, Exception broken) throws UserProblem {
        try {
            run.withdraw();
        } catch (StoreException left) {
            left.addSuppressed(broken);
            throw new UserProblem(
                    Text.of("record.recorded.left.over", String.valueOf(left.getMessage())), left);
        }
    }

    private SessionPlan plan(UseContext context, Recording recording, Monitor monitor) {
        return new SessionPlan(
                job.className(),
                context,
                recording.start(),
                job.reading().labels(),
                name(job.reading().model()) + " " + monitor.reader().metadata().version(),
                SessionPlan.BUCKET,
                SessionPlan.K,
                job.consent());
    }

    private static boolean end(StoredRun run, Playthrough playthrough) throws UserProblem {
        if (playthrough.problem().isPresent()) {
            throw new UserProblem(playthrough.problem().get());
        }
        if (playthrough.isCancelled()) {
            run.withdraw();
            return false;
        }
        if (run.finish().isEmpty()) {
            throw new UserProblem(Text.of("record.recorded.empty"));
        }
        return true;
    }

    // A lesson without a title is still one.
    private void entitle(StoredRun run, Recording recording) {
        try {
            job.store().entitle(run.session(), title(recording));
        } catch (StoreException failed) {
            LOG.warn("A lesson of a recording has no title: {}", failed.getMessage());
        }
    }

    // The file's name, without its ending.
    private static String title(Recording recording) {
        String name = name(recording.source().path());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private void show(int index, Recording recording, Duration at, long nanos) {
        Optional<Duration> left =
                recording
                        .length()
                        .filter(_ -> at.toSeconds() > 0)
                        .map(length ->
                                Duration.ofNanos(
                                        (long)
                                                (nanos
                                                        * (double)
                                                                Math.max(
                                                                        0,
                                                                        length.minus(at).toMillis())
                                                        / at.toMillis())));
        progress.accept(
                new Progress(
                        name(recording.source().path()),
                        index + 1,
                        job.files().size(),
                        at,
                        recording.length(),
                        left));
    }

    /// Gives up as [#cancel] does, because it may not be stored any more.
    ///
    /// @param reason in the user's words
    void forbid(String reason) {
        forbidden = Optional.of(reason);
        cancel();
    }

    /// Gives up the recording that is being analysed, of which nothing stays, and those that wait.
    void cancel() {
        cancelled = true;
        playing.get().ifPresent(Playthrough::cancel);
    }
}
