package org.classbarometer.ui.record;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.law.Refusal;
import org.classbarometer.session.Consent;
import org.classbarometer.session.Recorder;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.text.Text;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.task.Tasks;
import org.classbarometer.ui.task.Undo;

/// Stores a session of the live room: nothing before a consent, nothing after its end. A source that
/// is stopped makes a pause; another source, and the end of a recording, end the session. JavaFX
/// thread; the store is called in the background.
public final class RecordingViewModel {
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

    private final LiveViewModel live;
    private final LiveMonitor monitor;
    private final StoreChoices choices;
    private final Tasks tasks;
    private final Storing storing;
    private final Marking marking;
    private final Ending ending;
    private final Executor screen;
    private final Clock clock;

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
        storing = new Storing();
        marking = new Marking(storing, live, choices, tasks);
        ending = new Ending(storing, live, monitor, choices, tasks, new Undo(later));
        this.screen = screen;
        this.clock = clock;
        live.choice().subscribe((_, _) -> ending.finish());
        // A place or purpose that forbids to begin forbids to go on.
        choices.settings()
                .subscribe(now -> {
                    if (now.context().isPresent() && Refusal.ofStoring(now.context()).isPresent()) {
                        ending.finish();
                    }
                });
        // One that was chosen before may be opened only now; the plan names the one before.
        live.reading().model().subscribe((_, _) -> ending.finish());
        live.state()
                .subscribe(state ->
                        state.filter(SourceState.Ended.class::isInstance)
                                .ifPresent(_ -> ending.finish()));
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
                .ifPresent(store -> tasks.run(() -> classes(store), form::offer, live::showNotice));
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
        if (isStoring() || consent.isEmpty()) {
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
        ending.clear();
        storing.enter(Phase.BEGINNING);
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
        storing.run(fresh);
        marking.clear();
        if (!ending.overtaken()) {
            monitor.addListener(fresh);
        }
        fresh.notice().ifPresent(live::showNotice);
        storing.enter(Phase.STORING);
        storing.tick();
        if (ending.overtaken()) {
            ending.finish();
        }
    }

    private void notBegun(String problem) {
        storing.enter(Phase.IDLE);
        live.showNotice(problem);
        ending.goOn();
    }

    /// Brings the progress up to date; called about once a second.
    public void tick() {
        storing.tick();
    }

    /// The window closes: the session that runs ends, and a withdrawal is final.
    public void close() {
        ending.finish();
        ending.settle();
    }

    /// Marks moments of the session that runs.
    public Marking marking() {
        return marking;
    }

    /// Ends the session that runs, and tells how it ended.
    public Ending ending() {
        return ending;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return storing.phase();
    }

    /// Whether a session is being stored or about to be: from the confirmation to the very end.
    public ObservableValue<Boolean> storing() {
        return storing.phase().map(now -> now != Phase.IDLE);
    }

    public boolean isStoring() {
        return !storing.is(Phase.IDLE);
    }

    /// The plan of the session that runs; empty while none does.
    public Optional<SessionPlan> plan() {
        return storing.recorder().map(Recorder::plan);
    }

    /// The session that runs; empty while none does.
    public Optional<SessionId> session() {
        return storing.recorder().map(Recorder::session);
    }

    public ReadOnlyObjectProperty<Progress> progress() {
        return storing.progress();
    }
}
