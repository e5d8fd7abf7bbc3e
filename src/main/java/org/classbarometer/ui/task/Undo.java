package org.classbarometer.ui.task;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// What was taken away and can be brought back for [#TIME]; then it is final. One thing at a time: the
/// next one makes the one before it final. JavaFX thread.
public final class Undo {
    /// How long it can be brought back.
    public static final Duration TIME = Duration.ofSeconds(10);

    private final Executor later;
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
    private Optional<Pending> pending = Optional.empty();

    // A class, not a record: two of the same deed are still two.
    private static final class Pending {
        private final Runnable end;

        private Pending(Runnable end) {
            this.end = end;
        }
    }

    /// @param later runs on the JavaFX thread, [#TIME] from now
    public Undo(Executor later) {
        this.later = later;
    }

    /// What a window hands to [#Undo].
    ///
    /// @param screen runs on the JavaFX thread
    public static Executor afterTime(Executor screen) {
        return CompletableFuture.delayedExecutor(TIME.toSeconds(), TimeUnit.SECONDS, screen);
    }

    /// Offers to bring something back.
    ///
    /// @param end run once it is final; not when it was brought back
    public void offer(Runnable end) {
        settle();
        Pending now = new Pending(end);
        pending = Optional.of(now);
        offered.set(true);
        later.execute(() -> {
            if (pending.filter(still -> still == now).isPresent()) {
                settle();
            }
        });
    }

    /// Claims what is offered, to bring it back.
    ///
    /// @return false when it is final by now
    public boolean take() {
        boolean there = pending.isPresent();
        forget();
        return there;
    }

    /// Makes it final now.
    public void settle() {
        Optional<Pending> last = pending;
        forget();
        last.ifPresent(one -> one.end.run());
    }

    private void forget() {
        pending = Optional.empty();
        offered.set(false);
    }

    /// Whether something can be brought back.
    public ReadOnlyBooleanProperty offered() {
        return offered.getReadOnlyProperty();
    }
}
