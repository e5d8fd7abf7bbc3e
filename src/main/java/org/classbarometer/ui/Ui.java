package org.classbarometer.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import org.classbarometer.text.UserProblem;

/// The way into the screens.
public final class Ui {
    private Ui() {}

    /// Opens the window and returns when it was closed and everything behind it has ended. Not to be
    /// called on the JavaFX thread, and once in a process only: JavaFX does not start twice.
    ///
    /// @throws UserProblem when ClassBarometer runs already, its data folder cannot be written to, or
    ///     no window can be opened here
    public static void run(UiOptions options) throws UserProblem {
        try (SingleInstance _ = SingleInstance.take(options.installation().userData());
                JavaFx _ = JavaFx.start();
                Program program = new Program(options)) {
            CompletableFuture.runAsync(program::open, Platform::runLater).get();
            program.awaitClosed();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The window could not be built", broken.getCause());
        } catch (InterruptedException _) {
            // The JVM is on its way out.
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the window that opens next close by itself.
    ///
    /// @param glance how long it stays, counted from when it is shown
    public static void closeAfter(Duration glance) {
        Thread.ofPlatform().daemon().name("glance").start(() -> close(glance));
    }

    private static void close(Duration glance) {
        try {
            while (Window.getWindows().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            TimeUnit.NANOSECONDS.sleep(glance.toNanos());
            Platform.runLater(MainWindow::hideAll);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
