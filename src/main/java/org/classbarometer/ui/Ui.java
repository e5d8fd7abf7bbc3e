package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.classbarometer.text.UserProblem;

/// The way into the screens.
public final class Ui {
    private Ui() {}

    /// Opens the window and returns when it was closed and everything behind it has ended. Where a window
    /// of this user is open already, that one comes to the front instead, and plays what was asked for.
    /// Not to be called on the JavaFX thread, and once in a process only: JavaFX does not start twice.
    ///
    /// @throws UserProblem when ClassBarometer runs already and does not answer, its data folder cannot be
    ///     written to, or no window can be opened here
    public static void run(UiOptions options) throws UserProblem {
        Path userData = options.installation().userData();
        Optional<SingleInstance> alone = SingleInstance.take(userData);
        if (alone.isEmpty()) {
            if (!Doorbell.ring(userData, options.source().map(Ui::typed).orElse(""))) {
                throw new UserProblem(Text.of("ui.start.running"));
            }
            return;
        }
        try (SingleInstance _ = alone.get();
                JavaFx toolkit = JavaFx.start();
                Program program = new Program(options)) {
            toolkit.awaitFonts();
            CompletableFuture.runAsync(program::open, Platform::runLater).get();
            try (Doorbell _ = Doorbell.listen(userData, program::calledAgain)) {
                program.awaitClosed();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The window could not be built", broken.getCause());
        } catch (InterruptedException _) {
            // The JVM is on its way out.
            Thread.currentThread().interrupt();
        }
    }

    // The other process may stand in another folder.
    private static String typed(SourceChoice source) {
        return source instanceof SourceChoice.File(Path path)
                ? path.toAbsolutePath().toString()
                : source.text();
    }
}
