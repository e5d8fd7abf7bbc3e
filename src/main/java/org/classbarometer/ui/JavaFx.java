package org.classbarometer.ui;

import javafx.application.Platform;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// The running JavaFX toolkit. Starts once in a process.
final class JavaFx implements AutoCloseable {
    private JavaFx() {}

    /// @throws UserProblem when there is no display, or the system's window libraries are missing
    static JavaFx start() throws UserProblem {
        try {
            // The window's end does not end JavaFX: the monitor stops first.
            Platform.startup(JavaFx::prepare);
            return new JavaFx();
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noWindow) {
            throw new UserProblem(
                    Text.of("ui.start.display", String.valueOf(noWindow.getMessage())), noWindow);
        }
    }

    private static void prepare() {
        Platform.setImplicitExit(false);
        // The system's name for the window, by which a dock finds its menu entry; without it
        // "java".
        // JavaFX takes it only from the class of an Application, and so with its package.
        com.sun.glass.ui.Application.GetApplication().setName("ClassBarometer");
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            MainWindow.hideAll();
            Platform.exit();
        });
    }
}
