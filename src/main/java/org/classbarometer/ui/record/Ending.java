package org.classbarometer.ui.record;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.session.Recorder;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.session.StoreException;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.record.RecordingViewModel.Phase;
import org.classbarometer.ui.record.RecordingViewModel.Progress;
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.task.Tasks;
import org.classbarometer.ui.task.Undo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the session that runs, and tells how: what was stored of it stays, or it is deleted with all
/// that belongs to it. What failed can be tried again. JavaFX thread only; the store is called in the
/// background.
public final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

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

    private final Storing storing;
    private final LiveViewModel live;
    private final LiveMonitor monitor;
    private final StoreChoices choices;
    private final Tasks tasks;
    private final Withdrawal withdrawal;
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SessionId>> wanted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Recorder> ended = Optional.empty();
    private Optional<Runnable> afterwards = Optional.empty();
    private boolean overtaken;

    Ending(
            Storing storing,
            LiveViewModel live,
            LiveMonitor monitor,
            StoreChoices choices,
            Tasks tasks,
            Undo undo) {
        this.storing = storing;
        this.live = live;
        this.monitor = monitor;
        this.choices = choices;
        this.tasks = tasks;
        withdrawal = new Withdrawal(tasks, undo, live::showNotice);
    }

    /// The session that is to be seen in the review, the newest wish.
    public ReadOnlyObjectProperty<Optional<SessionId>> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /// The teacher wants to see this session.
    void want(SessionId id) {
        wanted.set(Optional.of(id));
    }

    /// Another session is about to begin: the one before cannot be ended again, nor brought back.
    void clear() {
        overtaken = false;
        // Its source is held until it is final.
        withdrawal.settle();
        ended = Optional.empty();
        afterwards = Optional.empty();
    }

    /// Ends the session; all that was stored of it stays.
    public void finish() {
        if (storing.is(Phase.BEGINNING)) {
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
        if (storing.is(Phase.IDLE)) {
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
                    showOutcome(last, false, Optional.empty(), lesson);
                },
                problem -> {
                    live.showNotice(problem);
                    withdrawn(last);
                });
    }

    private void withdrawn(Recorder last) {
        withdrawal.began(last);
        showOutcome(last, true, Optional.empty(), Optional.empty());
    }

    private void showOutcome(
            Recorder of, boolean withdrawn, Optional<String> problem, Optional<Lesson> lesson) {
        outcome.set(
                Optional.of(
                        new Outcome(
                                of.plan(), storing.progress().get(), withdrawn, problem, lesson)));
    }

    /// Makes the last withdrawal final now.
    public void settle() {
        withdrawal.settle();
    }

    /// Whether the last withdrawal can be taken back.
    public ReadOnlyBooleanProperty canBeTakenBack() {
        return withdrawal.canBeTakenBack();
    }

    private void takeEnded() {
        if (storing.is(Phase.IDLE)) {
            ended.ifPresent(storing::takeUp);
        }
    }

    private interface Way {
        void of(Recorder recorder) throws StoreException;
    }

    private void end(Way way, boolean withdrawn) {
        Optional<Recorder> recorder = storing.recorder();
        if (!storing.is(Phase.STORING) || recorder.isEmpty()) {
            return;
        }
        Recorder last = recorder.get();
        // At once: what comes from the next source must not reach it.
        monitor.removeListener(last);
        storing.enter(Phase.ENDING);
        boolean again = ended.equals(recorder);
        Duration elapsed = again ? storing.progress().get().elapsed() : storing.elapsed(last);
        tasks.run(
                () -> {
                    way.of(last);
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
        storing.leave(last, elapsed);
        // What could not be ended or deleted can be tried again.
        boolean gone = withdrawn && problem.isEmpty();
        ended = gone ? Optional.empty() : Optional.of(last);
        storing.enter(Phase.IDLE);
        if (gone) {
            withdrawn(last);
        } else {
            showOutcome(last, withdrawn, problem, lesson);
        }
        if (problem.isEmpty()) {
            goOn();
        }
    }

    /// Does what waits for the end.
    void goOn() {
        Optional<Runnable> next = afterwards;
        afterwards = Optional.empty();
        next.ifPresent(Runnable::run);
    }

    /// The outcome was read.
    public void read() {
        outcome.set(Optional.empty());
    }

    /// Whether something ended the session while it was still being begun.
    boolean overtaken() {
        return overtaken;
    }

    /// How the last session ended, until it was read.
    public ReadOnlyObjectProperty<Optional<Outcome>> outcome() {
        return outcome.getReadOnlyProperty();
    }
}
