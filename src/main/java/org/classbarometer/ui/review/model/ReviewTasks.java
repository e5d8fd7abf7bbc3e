package org.classbarometer.ui.review.model;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.classbarometer.ui.task.Notice;
import org.classbarometer.ui.task.Tasks;

/// What the parts of the review ask the store in the background, and what is said of it. JavaFX thread.
public final class ReviewTasks {
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param background one thread
    /// @param screen runs on the JavaFX thread
    ReviewTasks(Executor background, Executor screen) {
        tasks = new Tasks(background, screen, "review.unexpected");
    }

    /// A failure is told as a notice.
    public <T> void run(Tasks.Task<T> task, Consumer<? super T> then) {
        run(task, then, problem -> showNotice(Notice.problem(problem)));
    }

    /// @param otherwise takes the problem when it failed, in the user's words
    <T> void run(Tasks.Task<T> task, Consumer<? super T> then, Consumer<String> otherwise) {
        tasks.run(task, then, otherwise);
    }

    public void showNotice(Notice what) {
        notice.set(Optional.of(what));
    }

    void dismiss() {
        notice.set(Optional.empty());
    }

    ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return tasks.busy();
    }
}
