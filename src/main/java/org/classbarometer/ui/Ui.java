package org.classbarometer.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// The way into the screens.
public final class Ui {
    private Ui() {}

    /// Opens the window and returns when it was closed. Not to be called on the JavaFX thread, and
    /// once in a process only: JavaFX does not start twice.
    ///
    /// @throws UserProblem when ClassBarometer runs already, its data folder cannot be written to, or
    ///     no window can be opened here
    public static void run(UiOptions options) throws UserProblem {
        try (SingleInstance _ = SingleInstance.take(options.installation().userData());
                Program program = new Program(options)) {
            open(program);
            program.awaitClosed();
        } catch (InterruptedException _) {
            // The JVM is on its way out.
            Thread.currentThread().interrupt();
        } finally {
            endJavaFx();
        }
    }

    private static void open(Program program) throws UserProblem, InterruptedException {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        try {
            Platform.startup(() -> {
                // The window's end does not end JavaFX: the monitor stops first.
                Platform.setImplicitExit(false);
                try {
                    program.open();
                    opened.complete(null);
                } catch (RuntimeException broken) {
                    opened.completeExceptionally(broken);
                }
            });
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noWindow) {
            throw new UserProblem(
                    Text.of("ui.start.display", String.valueOf(noWindow.getMessage())), noWindow);
        }
        try {
            opened.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The window could not be built", broken.getCause());
        }
    }

    private static void endJavaFx() {
        try {
            Platform.runLater(() -> {
                MainWindow.hideAll();
                Platform.exit();
            });
        } catch (IllegalStateException _) {
            // JavaFX never started.
        }
    }
}
