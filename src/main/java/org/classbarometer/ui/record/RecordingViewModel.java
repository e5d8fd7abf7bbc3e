package org.classbarometer.ui.record;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.law.Refusal;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Marker;
import org.classbarometer.session.Recorder;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MarkList.Mark;
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.task.Tasks;
import org.classbarometer.ui.task.Undo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores a session of the live room: nothing before a consent, nothing after its end. A source that
/// is stopped makes a pause; another source, and the end of a recording, end the session. JavaFX
/// thread; the store is called in the background.
public final class RecordingViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingViewModel.class);

    /// Where the storing stands.
    public enum Phase {
        IDLE,
        BEGINNING,
        STORING,
        ENDING
    }

    /// What there is of a session.
    ///
    /// @param elapsed since its beginning, pauses included
    public record Progress(Duration elapsed, int stored, int suppressed, int markers) {
        static final Progress NONE = new Progress(Duration.ZERO, 0, 0, 0);
    }

    /// How a session ended, for the teacher to read.
    ///
    /// @param withdrawn whether it was to be deleted with all that belonged to it
    /// @param problem why its end was not stored, or why it was not deleted; empty when all went well
    /// @param lesson what was stored, to be told in words; empty when it was deleted or cannot be read
    public record Outcome(
            SessionPlan plan,
            Progress progress,
            boolean withdrawn,
            Optional<String> problem,
            Optional<Lesson> lesson) {}

    private final LiveViewModel live;
    private final LiveMonitor monitor;
    private final StoreChoices choices;
    private final Tasks tasks;
    private final Withdrawal withdrawal;
    private final Executor screen;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyObjectWrapper<Optional<Marker>> lastMarker =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Recorder> recorder = Optional.empty();
    private Optional<Recorder> ended = Optional.empty();
    private int markers;
    // When the last marker was set, on the clock of the running chart.
    private long lastMarked;
    private Optional<Runnable> afterwards = Optional.empty();
    // Whether something ended the session while it was still being begun.
    private boolean overtaken;

    /// @param background may block; one task at a time, in order
    /// @param screen runs on the JavaFX thread
    public RecordingViewModel(
            LiveViewModel live,
            LiveMonitor monitor,
            StoreChoices choices,
            Executor background,
            Executor screen,
            Clock clock) {
        this(live, monitor, choices, background, screen, Undo.afterTime(screen), clock);
    }

    /// @param later runs on the JavaFX thread, [Undo#TIME] from now
    RecordingViewModel(
            LiveViewModel live,
            LiveMonitor monitor,
            StoreChoices choices,
            Executor background,
            Executor screen,
            Executor later,
            Clock clock) {
        this.live = live;
        this.monitor = monitor;
        this.choices = choices;
        tasks = new Tasks(background, screen, "record.unexpected");
        withdrawal = new Withdrawal(tasks, new Undo(later), live::showNotice);
        this.screen = screen;
        this.clock = clock;
        live.choice().subscribe((_, _) -> finish());
        // One that was chosen before may be opened only now; the plan names the one before.
        live.reading().model().subscribe((_, _) -> finish());
        live.state()
                .subscribe(state ->
                        state.filter(SourceState.Ended.class::isInstance).ifPresent(_ -> finish()));
    }

    /// Why no session can be begun now, in the user's words; empty when one can.
    public Optional<String> refusal() {
        if (choices.store().isEmpty()) {
            return Optional.of(Text.of("record.refused.store"));
        }
        if (choices.isDeletingEverything()) {
            return Optional.of(Text.of("record.refused.deleting"));
        }
        Optional<String> law = Refusal.ofStoring(choices.settings().get().context());
        if (law.isPresent()) {
            return law;
        }
        return live.isShowing() && live.reading().model().get().isPresent()
                ? Optional.empty()
                : Optional.of(Text.of("record.refused.picture"));
    }

    /// A form to fill in for a session.
    public ConsentForm form() {
        ConsentForm form = new ConsentForm();
        choices.store()
                .ifPresent(store -> inBackground(() -> classes(store), names -> form.offer(names)));
        return form;
    }

    private static List<String> classes(SessionStore store) throws StoreException {
        return store.sessions().stream()
                .map(overview -> overview.session().plan().className())
                .distinct()
                .toList();
    }

    /// Begins to store, with what was confirmed in a complete form; does nothing with another one.
    public void begin(ConsentForm form) {
        Optional<Consent> consent = form.consent(clock, OptInStatement.shown());
        if (phase.get() != Phase.IDLE || consent.isEmpty()) {
            return;
        }
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            live.showNotice(refusal.get());
            return;
        }
        SessionStore store = choices.store().orElseThrow();
        SessionPlan plan =
                new SessionPlan(
                        form.className().get().strip(),
                        choices.settings().get().context().orElseThrow(),
                        OffsetDateTime.now(clock),
                        live.reading().labels().get(),
                        live.reading().model().get().map(RecordingViewModel::name).orElseThrow(),
                        SessionPlan.BUCKET,
                        SessionPlan.K,
                        consent.get());
        SourceChoice source = live.choice().get();
        Masks masks = new Masks(live.masks().regions());
        overtaken = false;
        // Its source is held until it is final.
        withdrawal.settle();
        phase.set(Phase.BEGINNING);
        ended = Optional.empty();
        afterwards = Optional.empty();
        tasks.run(
                () ->
                        Recorder.begin(
                                store,
                                plan,
                                Recorder.Time.WALL,
                                clock,
                                store.hold(source, plan, masks),
                                failed ->
                                        screen.execute(() -> live.showNotice(failed.getMessage()))),
                this::began,
                this::notBegun);
    }

    private static String name(ModelInUse model) {
        return model.file().getFileName() + " " + model.metadata().version();
    }

    private void began(Recorder fresh) {
        recorder = Optional.of(fresh);
        markers = 0;
        live.marks().clear();
        lastMarker.set(Optional.empty());
        if (!overtaken) {
            monitor.addListener(fresh);
        }
        fresh.notice().ifPresent(live::showNotice);
        phase.set(Phase.STORING);
        tick();
        if (overtaken) {
            finish();
        }
    }

    private void notBegun(String problem) {
        phase.set(Phase.IDLE);
        live.showNotice(problem);
        goOn();
    }

    /// Brings the progress up to date; called about once a second.
    public void tick() {
        recorder.ifPresent(now -> progress.set(progressOf(now)));
    }

    private Progress progressOf(Recorder of) {
        Recorder.Progress stored = of.progress();
        Duration elapsed = Duration.between(of.plan().start(), OffsetDateTime.now(clock));
        return new Progress(elapsed, stored.stored(), stored.suppressed(), markers);
    }

    /// Sets a marker now; its note can be changed afterwards.
    public void mark() {
        if (phase.get() != Phase.STORING) {
            return;
        }
        markers++;
        String note = Text.of("record.marker.note", markers);
        Recorder to = recorder.orElseThrow();
        long second = Math.floorDiv(System.nanoTime(), 1_000_000_000L);
        inBackground(
                () -> to.mark(note),
                set -> {
                    lastMarker.set(Optional.of(set));
                    lastMarked = second;
                    live.marks().put(new Mark(set.id(), second, set.note()));
                    tick();
                });
    }

    /// Gives the last marker another note; a blank one leaves it as it is.
    public void note(String words) {
        Optional<Marker> marker = lastMarker.get();
        if (recorder.isEmpty() || marker.isEmpty() || words.isBlank()) {
            return;
        }
        Marker changed = new Marker(marker.get().id(), marker.get().at(), words.strip());
        Recorder of = recorder.get();
        SessionStore store = choices.store().orElseThrow();
        inBackground(
                () -> {
                    store.change(of.session(), changed);
                    return changed;
                },
                now -> {
                    lastMarker.set(Optional.of(now));
                    live.marks().put(new Mark(now.id(), lastMarked, now.note()));
                });
    }

    /// Ends the session; all that was stored of it stays.
    public void finish() {
        if (phase.get() == Phase.BEGINNING) {
            overtaken = true;
        }
        end(Recorder::finish, false);
    }

    /// Tries once more to store the end of the session whose end could not be stored.
    public void finishAgain() {
        takeEnded();
        end(Recorder::finish, false);
    }

    /// Ends the session, then does something else; at once where none runs. What could not be ended
    /// keeps it waiting, until it is ended or deleted, or another session begins.
    public void finishThen(Runnable next) {
        if (!isStoring()) {
            next.run();
            return;
        }
        afterwards = Optional.of(next);
        finish();
    }

    /// Ends the running session, or takes the one that just ended, and deletes it with all that
    /// belongs to it; for [Undo#TIME] that can be taken back.
    public void withdraw() {
        takeEnded();
        end(Recorder::discard, true);
    }

    /// Brings back the session that was withdrawn last, as it was when it was; does nothing when that
    /// is too long ago.
    public void takeBack() {
        withdrawal.take().ifPresent(this::takeBack);
    }

    private void takeBack(Recorder last) {
        tasks.run(
                () -> {
                    last.restore();
                    return lesson(last);
                },
                lesson -> {
                    ended = Optional.of(last);
                    tell(last, false, Optional.empty(), lesson);
                },
                problem -> {
                    live.showNotice(problem);
                    withdrawn(last);
                });
    }

    private void withdrawn(Recorder last) {
        withdrawal.began(last);
        tell(last, true, Optional.empty(), Optional.empty());
    }

    private void tell(
            Recorder of, boolean withdrawn, Optional<String> problem, Optional<Lesson> lesson) {
        outcome.set(
                Optional.of(new Outcome(of.plan(), progress.get(), withdrawn, problem, lesson)));
    }

    /// Makes the last withdrawal final now.
    public void settle() {
        withdrawal.settle();
    }

    /// Whether the last withdrawal can be taken back.
    public ReadOnlyBooleanProperty canBeTakenBack() {
        return withdrawal.canBeTakenBack();
    }

    /// The window closes: the session that runs ends, and a withdrawal is final.
    public void close() {
        finish();
        settle();
    }

    private void takeEnded() {
        if (phase.get() == Phase.IDLE && ended.isPresent()) {
            recorder = ended;
            phase.set(Phase.STORING);
        }
    }

    private interface Ending {
        void of(Recorder recorder) throws StoreException;
    }

    private void end(Ending ending, boolean withdrawn) {
        if (phase.get() != Phase.STORING || recorder.isEmpty()) {
            return;
        }
        Recorder last = recorder.get();
        // At once: what comes from the next source must not reach it.
        monitor.removeListener(last);
        phase.set(Phase.ENDING);
        boolean again = ended.equals(recorder);
        Duration elapsed = again ? progress.get().elapsed() : progressOf(last).elapsed();
        tasks.run(
                () -> {
                    ending.of(last);
                    return withdrawn ? Optional.<Lesson>empty() : lesson(last);
                },
                lesson -> over(last, elapsed, withdrawn, Optional.empty(), lesson),
                problem -> over(last, elapsed, withdrawn, Optional.of(problem), Optional.empty()));
    }

    // It is stored; where it cannot be read at once, that is no reason to say that it was not.
    private Optional<Lesson> lesson(Recorder of) {
        try {
            return choices.store().isPresent()
                    ? choices.store().get().timeline(of.session()).map(Lesson::of)
                    : Optional.empty();
        } catch (StoreException unreadable) {
            LOG.warn("The session just stored cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void over(
            Recorder last,
            Duration elapsed,
            boolean withdrawn,
            Optional<String> problem,
            Optional<Lesson> lesson) {
        Recorder.Progress stored = last.progress();
        progress.set(new Progress(elapsed, stored.stored(), stored.suppressed(), markers));
        recorder = Optional.empty();
        // What could not be ended or deleted can be tried again.
        boolean gone = withdrawn && problem.isEmpty();
        ended = gone ? Optional.empty() : Optional.of(last);
        phase.set(Phase.IDLE);
        if (gone) {
            withdrawn(last);
        } else {
            tell(last, withdrawn, problem, lesson);
        }
        if (problem.isEmpty()) {
            goOn();
        }
    }

    private void goOn() {
        Optional<Runnable> next = afterwards;
        afterwards = Optional.empty();
        next.ifPresent(Runnable::run);
    }

    /// The outcome was read.
    public void read() {
        outcome.set(Optional.empty());
    }

    private <T> void inBackground(Tasks.Task<T> task, Consumer<? super T> then) {
        tasks.run(task, then, live::showNotice);
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// Whether a session is being stored or about to be: from the confirmation to the very end.
    public ObservableValue<Boolean> storing() {
        return phase.map(now -> now != Phase.IDLE);
    }

    public boolean isStoring() {
        return phase.get() != Phase.IDLE;
    }

    /// The plan of the session that runs; empty while none does.
    public Optional<SessionPlan> plan() {
        return recorder.map(Recorder::plan);
    }

    /// The session that runs; empty while none does.
    public Optional<SessionId> session() {
        return recorder.map(Recorder::session);
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// The marker whose note can be changed.
    public ReadOnlyObjectProperty<Optional<Marker>> lastMarker() {
        return lastMarker.getReadOnlyProperty();
    }

    /// How the last session ended, until it was read.
    public ReadOnlyObjectProperty<Optional<Outcome>> outcome() {
        return outcome.getReadOnlyProperty();
    }
}
