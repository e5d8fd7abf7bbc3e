package org.classbarometer.ui.review;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the screen's questions to the background and brings the answers back. JavaFX thread, but for
/// the errands themselves.
final class Errands {
    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final Executor background;
    private final Executor screen;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private int running;

    /// What is told at the top of the screen.
    record Notice(String text, boolean problem) {}

    /// Something that blocks.
    @FunctionalInterface
    interface Errand<T> {
        T run() throws UserProblem;
    }

    /// @param background one thread, so that errands keep their order
    /// @param screen runs on the JavaFX thread
    Errands(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /// @param then told the answer; not when it went wrong, which the notice says instead
    <T> void send(Errand<T> errand, Consumer<? super T> then) {
        running++;
        busy.set(true);
        background.execute(() -> {
            Runnable answer = () -> {};
            try {
                T got = errand.run();
                answer = () -> then.accept(got);
            } catch (UserProblem problem) {
                answer = () -> tell(problem.getMessage(), true);
            } catch (RuntimeException broken) {
                LOG.error("An errand of the review failed", broken);
                answer = () -> tell(Text.of("review.unexpected", broken.toString()), true);
            } finally {
                Runnable told = answer;
                screen.execute(() -> {
                    running--;
                    busy.set(running > 0);
                    told.run();
                });
            }
        });
    }

    void tell(String text, boolean problem) {
        notice.set(Optional.of(new Notice(text, problem)));
    }

    void dismiss() {
        notice.set(Optional.empty());
    }

    /// Whether an errand is under way.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }
}
