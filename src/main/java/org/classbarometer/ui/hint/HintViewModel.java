package org.classbarometer.ui.hint;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.classbarometer.frame.SourceState;
import org.classbarometer.hint.Hint;
import org.classbarometer.hint.HintRule;
import org.classbarometer.mood.Mood;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;

/// Which hint the live screen gives now; knows no control. A few frames a second are enough for it.
/// JavaFX thread.
public final class HintViewModel {
    /// A hint that was sent away does not come again before this.
    static final Duration REST = Duration.ofMinutes(10);

    private final HintRule rule = new HintRule(SessionPlan.K);
    private final ObservableValue<Boolean> on;
    private final ReadOnlyObjectWrapper<Optional<Hint>> hint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Hint.Kind, Long> restsUntil = new EnumMap<>(Hint.Kind.class);
    private boolean silenced;
    private long now;

    /// @param on whether the teacher wants hints
    /// @param scope ends with the window
    public HintViewModel(LiveViewModel live, ObservableValue<Boolean> on, Scope scope) {
        this.on = on;
        scope.onChange(live.figures().mood(), () -> live.frame().get().ifPresent(this::take));
        scope.watch(live.state(), this::follow);
        scope.onChange(on, this::forget);
    }

    // Another source is another room; waiting for an unplugged camera is not.
    private void follow(Optional<SourceState> state) {
        if (state.filter(it -> !(it instanceof SourceState.Opening)).isEmpty()) {
            forget();
        }
    }

    private void forget() {
        rule.clear();
        restsUntil.clear();
        silenced = false;
        hint.set(Optional.empty());
    }

    private void take(LiveFrame frame) {
        take(frame.mood(), frame.capturedNanos());
    }

    void take(Mood mood, long nanos) {
        if (!on.getValue()) {
            return;
        }
        now = nanos;
        rule.add(mood, nanos)
                .filter(due -> !silenced && restsUntil.getOrDefault(due.kind(), now) <= now)
                .ifPresent(due -> hint.set(Optional.of(due)));
    }

    /// Sends the hint away; its kind rests for a while.
    public void dismiss() {
        hint.get().ifPresent(shown -> restsUntil.put(shown.kind(), now + REST.toNanos()));
        hint.set(Optional.empty());
    }

    /// No more hints until the source is played anew.
    public void silence() {
        silenced = true;
        hint.set(Optional.empty());
    }

    /// Empty while there is nothing to say.
    public ReadOnlyObjectProperty<Optional<Hint>> hint() {
        return hint.getReadOnlyProperty();
    }
}
