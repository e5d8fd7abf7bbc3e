package org.classbarometer.ui.task;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what blocks to the background and brings the answer back. JavaFX thread, but for the tasks
/// themselves. A task that breaks is told in the user's words like one that fails.
public final class Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Executor background;
    private final Executor screen;
    private final String unexpected;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private int running;

    /// Something that blocks.
    @FunctionalInterface
    public interface Task<T> {
        T run() throws UserProblem;
    }

    /// @param background one thread, so that tasks keep their order
    /// @param screen runs on the JavaFX thread: `Platform::runLater`
    /// @param unexpected key of what is said of a task that broke; `{0}` is what happened
    public Tasks(Executor background, Executor screen, String unexpected) {
        this.background = background;
        this.screen = screen;
        this.unexpected = unexpected;
    }

    /// @param then takes the result; not called when the task failed
    /// @param otherwise takes the problem when it failed, in the user's words
    public <T> void run(Task<T> task, Consumer<? super T> then, Consumer<String> otherwise) {
        running++;
        busy.set(true);
        background.execute(() -> {
            Runnable answer = answer(task, then, otherwise);
            screen.execute(() -> {
                running--;
                busy.set(running > 0);
                answer.run();
            });
        });
    }

    // In the background.
    private <T> Runnable answer(
            Task<T> task, Consumer<? super T> then, Consumer<String> otherwise) {
        try {
            T result = task.run();
            return () -> then.accept(result);
        } catch (UserProblem failed) {
            return () -> otherwise.accept(failed.getMessage());
        } catch (RuntimeException broken) {
            LOG.error("A task of the screen broke", broken);
            return () -> otherwise.accept(Text.of(unexpected, broken.toString()));
        }
    }

    /// Whether a task is under way.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
