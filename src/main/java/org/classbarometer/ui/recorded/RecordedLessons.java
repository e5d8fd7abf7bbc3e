package org.classbarometer.ui.recorded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
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
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.task.Notice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Analyses recordings into sessions, one after the other, and says how far it is. JavaFX thread; the
/// work is done on a thread of its own.
public final class RecordedLessons implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedLessons.class);
    private static final long FINISH_MILLIS = 10_000;

    private final StoreChoices choices;
    private final FrameSources sources;
    private final Supplier<Reading> reading;
    private final Executor screen;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicReference<Optional<Playthrough>> playing =
            new AtomicReference<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> stored = new ReadOnlyObjectWrapper<>(0);
    private Optional<Thread> thread = Optional.empty();
    private volatile boolean cancelled;
    private volatile Optional<String> forbidden = Optional.empty();

    /// What recordings are read with, as it is chosen in the live room when the analysis begins.
    ///
    /// @param model file of the expression model
    public record Reading(LabelSet labels, MonitorOpener opener, MasksOf masks, Path model) {}

    /// Opens a monitor of its own: the live room goes on.
    @FunctionalInterface
    public interface MonitorOpener {
        Monitor open(MonitorSettings settings) throws UserProblem;
    }

    /// The masks that were drawn for a source.
    @FunctionalInterface
    public interface MasksOf {
        Masks of(String source);
    }

    /// How far the analysis is.
    ///
    /// @param name of the recording
    /// @param number of it, from 1
    /// @param all how many there are
    /// @param done how much of it is analysed
    /// @param length of it, where it says so
    /// @param left about how much longer this one takes; empty before that can be told
    public record Progress(
            String name,
            int number,
            int all,
            Duration done,
            Optional<Duration> length,
            Optional<Duration> left) {
        /// In [0, 1]; empty where the length is not known.
        public Optional<Double> share() {
            return length.filter(all -> !all.isZero())
                    .map(all -> Math.clamp((double) done.toMillis() / all.toMillis(), 0, 1));
        }
    }

    /// @param reading asked on the JavaFX thread
    /// @param screen runs on the JavaFX thread
    public RecordedLessons(
            StoreChoices choices,
            FrameSources sources,
            Supplier<Reading> reading,
            Executor screen,
            Clock clock) {
        this.choices = choices;
        this.sources = sources;
        this.reading = reading;
        this.screen = screen;
        this.clock = clock;
        choices.settings()
                .subscribe(now -> Refusal.ofStoring(now.context()).ifPresent(this::forbid));
    }

    // Place or purpose were changed while recordings are analysed.
    private void forbid(String reason) {
        if (progress.get().isPresent()) {
            forbidden = Optional.of(reason);
            cancel();
        }
    }

    /// Why nothing can be analysed into a session now, in the user's words; empty when it can.
    public Optional<String> refusal() {
        if (choices.store().isEmpty()) {
            return Optional.of(Text.of("record.refused.store"));
        }
        if (choices.isDeletingEverything()) {
            return Optional.of(Text.of("record.refused.deleting"));
        }
        if (progress.get().isPresent()) {
            return Optional.of(Text.of("record.recorded.running"));
        }
        return Refusal.ofStoring(choices.settings().get().context());
    }

    /// Analyses recordings of one class, with one consent for all of them.
    public void start(List<Path> files, String className, Consent consent) {
        if (refusal().isPresent() || files.isEmpty()) {
            return;
        }
        cancelled = false;
        forbidden = Optional.empty();
        notice.set(Optional.empty());
        progress.set(
                Optional.of(
                        new Progress(
                                name(files.getFirst()),
                                1,
                                files.size(),
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.empty())));
        Job job =
                new Job(
                        choices.store().orElseThrow(),
                        reading.get(),
                        className,
                        consent,
                        List.copyOf(files));
        Thread worker = Thread.ofPlatform().name("recorded lessons").unstarted(() -> run(job));
        thread = Optional.of(worker);
        worker.start();
    }

    private record Job(
            SessionStore store,
            Reading reading,
            String className,
            Consent consent,
            List<Path> files) {}

    private static String name(Path file) {
        return Text.line(String.valueOf(file.getFileName()));
    }

    // On its own thread.
    private void run(Job job) {
        int done = 0;
        Optional<String> problem = Optional.empty();
        for (int i = 0; i < job.files().size() && !cancelled && problem.isEmpty(); i++) {
            try {
                if (analyse(job, i)) {
                    done++;
                    screen.execute(() -> stored.set(stored.get() + 1));
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
        Notice outcome = outcome(done, job.files().size(), problem.or(() -> forbidden));
        screen.execute(() -> {
            progress.set(Optional.empty());
            notice.set(Optional.of(outcome));
        });
    }

    private Notice outcome(int done, int all, Optional<String> problem) {
        String stored = Text.of("record.recorded.stored", done, all);
        if (problem.isPresent()) {
            return Notice.problem(problem.get() + (all > 1 ? " " + stored : ""));
        }
        return Notice.done(cancelled ? Text.of("record.recorded.cancelled", stored) : stored);
    }

    /// @return whether a session was stored
    private boolean analyse(Job job, int index) throws UserProblem, InterruptedException {
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
                            plan(job, context.orElseThrow(), recording, monitor),
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
                        at -> show(job, index, recording, at, System.nanoTime() - began));
                boolean stored = end(run, playthrough);
                if (stored) {
                    entitle(job.store(), run, recording);
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

    private static SessionPlan plan(
            Job job, UseContext context, Recording recording, Monitor monitor) {
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
    private static void entitle(SessionStore store, StoredRun run, Recording recording) {
        try {
            store.entitle(run.session(), title(recording));
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

    private void show(Job job, int index, Recording recording, Duration at, long nanos) {
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
        Progress now =
                new Progress(
                        name(recording.source().path()),
                        index + 1,
                        job.files().size(),
                        at,
                        recording.length(),
                        left);
        screen.execute(() -> {
            if (progress.get().isPresent()) {
                progress.set(Optional.of(now));
            }
        });
    }

    /// Gives up the recording that is being analysed, of which nothing stays, and those that wait.
    public void cancel() {
        cancelled = true;
        playing.get().ifPresent(Playthrough::cancel);
    }

    /// How far it is; empty while nothing is analysed.
    public ReadOnlyObjectProperty<Optional<Progress>> progress() {
        return progress.getReadOnlyProperty();
    }

    /// What came of it.
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    public void dismissNotice() {
        notice.set(Optional.empty());
    }

    /// How many recordings were stored since the program began: it changes with each.
    public ReadOnlyObjectProperty<Integer> stored() {
        return stored.getReadOnlyProperty();
    }

    /// Gives up what is under way and waits until nothing of it is left.
    @Override
    public void close() {
        cancel();
        try {
            if (thread.isPresent()) {
                thread.get().join(FINISH_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
