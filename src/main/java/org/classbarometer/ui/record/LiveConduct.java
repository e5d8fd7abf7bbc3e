package org.classbarometer.ui.record;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.law.Refusal;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.model.LiveRules;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.purpose.PurposeViewModel;

/// What law and a running session forbid on the live screen: living people where class use is
/// prohibited; other readings and fewer masks while a session is stored, whose buckets have one label
/// set and one model, and whose consent holds for the people who are not masked. JavaFX thread.
public final class LiveConduct implements LiveRules {
    private final LiveViewModel live;
    private final PurposeViewModel questions;
    private final ObservableValue<Optional<UseContext>> context;
    private final RecordingViewModel recording;
    private final BooleanSupplier selfCheck;

    /// @param questions asked when a source needs their answers
    /// @param selfCheck leads to the self-check room; false where there is none
    /// @param scope ends with the window
    public LiveConduct(
            LiveViewModel live,
            PurposeViewModel questions,
            RecordingViewModel recording,
            BooleanSupplier selfCheck,
            Scope scope) {
        this.live = live;
        this.questions = questions;
        this.context = questions.context();
        this.recording = recording;
        this.selfCheck = selfCheck;
        live.follow(this);
        scope.onChange(context, this::judgeAgain);
        scope.watch(recording.storing(), _ -> live.rulesChanged());
    }

    // What plays may be prohibited now, and what was refused may be allowed.
    private void judgeAgain() {
        boolean refused = againstPlaying(live.choice().get()).isPresent();
        boolean failed =
                live.state().get().filter(SourceState.Failed.class::isInstance).isPresent();
        if (refused && live.isPlaying()) {
            live.stop();
            live.playAgain();
        } else if (failed) {
            live.playAgain();
        }
    }

    /// A live source of people waits for the answers where and for what; whoever said "for myself"
    /// looks at themselves in the self-check room.
    @Override
    public boolean settlesFirst(SourceChoice source) {
        if (!source.isLive()) {
            return false;
        }
        if (context.getValue().isEmpty()) {
            questions.ask(() -> live.play(source));
            return true;
        }
        return context.getValue().filter(now -> now.purpose() == Purpose.SELF_CHECK).isPresent()
                && selfCheck.getAsBoolean();
    }

    @Override
    public Optional<String> againstPlaying(SourceChoice source) {
        return Refusal.ofWatching(context.getValue(), source);
    }

    @Override
    public Optional<String> againstOtherReadings() {
        return recording.isStoring()
                ? Optional.of(Text.of("record.refused.readings"))
                : Optional.empty();
    }

    // What is stored is one lesson, from its beginning to its end.
    @Override
    public Optional<String> againstSeeking() {
        return recording.isStoring()
                ? Optional.of(Text.of("record.refused.seek"))
                : Optional.empty();
    }

    @Override
    public Optional<String> againstUnmasking() {
        return recording.isStoring()
                ? Optional.of(Text.of("record.refused.unmask"))
                : Optional.empty();
    }
}
