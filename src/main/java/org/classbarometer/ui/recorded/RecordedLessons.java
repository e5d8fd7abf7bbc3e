package org.classbarometer.ui.recorded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.task.Notice;

/// The analysis of recordings into sessions, as the screen shows it: begun, how far it is, given up. JavaFX
/// thread; the work is done on a thread of its own.
public final class RecordedLessons implements AutoCloseable {
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
    private final ReadOnlyObjectWrapper<Integer> stored = new ReadOnlyObjectWrapper<>(0);
    private Optional<Thread> thread = Optional.empty();
    private Optional<RecordedAnalysis> analysis = Optional.empty();

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
            analysis.ifPresent(now -> now.forbid(reason));
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
        notice.set(Optional.empty());
        progress.set(
                Optional.of(
                        new Progress(
                                RecordedAnalysis.name(files.getFirst()),
                                1,
                                files.size(),
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.empty())));
        RecordedAnalysis.Job job =
                new RecordedAnalysis.Job(
                        choices.store().orElseThrow(),
                        reading.get(),
                        className,
                        consent,
                        List.copyOf(files));
        RecordedAnalysis now = new RecordedAnalysis(job, sources, clock, this::show);
        analysis = Optional.of(now);
        thread = Optional.of(Thread.ofPlatform().name("recorded lessons").start(() -> run(now)));
    }

    // On its own thread.
    private void run(RecordedAnalysis now) {
        Notice outcome = now.run(() -> screen.execute(() -> stored.set(stored.get() + 1)));
        screen.execute(() -> {
            progress.set(Optional.empty());
            notice.set(Optional.of(outcome));
        });
    }

    private void show(Progress now) {
        screen.execute(() -> {
            if (progress.get().isPresent()) {
                progress.set(Optional.of(now));
            }
        });
    }

    /// Gives up the recording that is being analysed, of which nothing stays, and those that wait.
    public void cancel() {
        analysis.ifPresent(RecordedAnalysis::cancel);
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
