package org.classbarometer.ui.record;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.classbarometer.session.Recorder;
import org.classbarometer.text.Text;
import org.classbarometer.ui.task.Tasks;
import org.classbarometer.ui.task.Undo;

/// A session whose consent was withdrawn: it is gone from every list at once, and from the file a
/// little later, until when a slip can be taken back. Where the program ends before that, the store
/// deletes it as it closes, or as it is next opened. JavaFX thread.
final class Withdrawal {
    private final Tasks tasks;
    private final Undo undo;
    private final Consumer<String> problems;
    private Optional<Recorder> withdrawn = Optional.empty();

    /// @param problems takes what went wrong as the bytes were to go, in the user's words
    Withdrawal(Tasks tasks, Undo undo, Consumer<String> problems) {
        this.tasks = tasks;
        this.undo = undo;
        this.problems = problems;
    }

    /// @param of a session that is discarded by now
    void began(Recorder of) {
        undo.offer(() -> {
            withdrawn = Optional.empty();
            tasks.run(
                    () -> {
                        of.withdraw();
                        return of;
                    },
                    _ -> {},
                    why -> problems.accept(Text.of("record.withdrawn.later", why)));
        });
        withdrawn = Optional.of(of);
    }

    /// Claims the session that was withdrawn last, to bring it back; empty when it is too late.
    Optional<Recorder> take() {
        Optional<Recorder> back = undo.take() ? withdrawn : Optional.empty();
        withdrawn = Optional.empty();
        return back;
    }

    /// Lets the bytes go now.
    void settle() {
        undo.settle();
    }

    /// Whether it can be brought back.
    ReadOnlyBooleanProperty canBeTakenBack() {
        return undo.offered();
    }
}
