package org.classbarometer.ui;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.text.Font;
import org.classbarometer.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running JavaFX toolkit. Starts once in a process.
final class JavaFx implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JavaFx.class);

    // As the system's loader says it, after the library of JavaFX that wants it.
    private static final Pattern MISSING_LIBRARY =
            Pattern.compile("\\.so: (?:\\S*/)?(lib[^\\s:/]+\\.so[.\\d]*): ");
    // JavaFX's own names, which stand for fonts of the system.
    private static final Set<String> LOGICAL_FONTS =
            Set.of("System", "Serif", "SansSerif", "Monospaced");

    private final CompletableFuture<Boolean> fonts;

    private JavaFx(CompletableFuture<Boolean> fonts) {
        this.fonts = fonts;
    }

    /// @throws NoWindow when there is no display, or the system's window libraries are missing
    static JavaFx start() throws NoWindow {
        CompletableFuture<Boolean> fonts = new CompletableFuture<>();
        // What it cannot load, JavaFX tells with its own calls, a page of them.
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            // The window's end does not end JavaFX: the monitor stops first.
            Platform.startup(() -> prepare(fonts));
            return new JavaFx(fonts);
        } catch (IllegalStateException startedBefore) {
            throw startedBefore;
        } catch (RuntimeException | LinkageError broken) {
            throw new NoWindow(why(said + "\n" + broken, broken), broken);
        } finally {
            System.setErr(terminal);
            if (said.size() > 0) {
                LOG.debug("JavaFX said at its start: {}", said);
            }
        }
    }

    private static String why(String said, Throwable broken) {
        if (said.contains("DISPLAY")) {
            return Text.of("ui.start.unanswered");
        }
        Matcher library = MISSING_LIBRARY.matcher(said);
        if (library.find()) {
            return Text.of("ui.start.library", library.group(1));
        }
        return said.contains("GTK")
                ? Text.of("ui.start.library", "GTK 3")
                : Text.of("ui.start.display", String.valueOf(broken.getMessage()));
    }

    private static void prepare(CompletableFuture<Boolean> fonts) {
        Platform.setImplicitExit(false);
        // The system's name for the window, by which a dock finds its menu entry; without it
        // "java".
        // JavaFX takes it only from the class of an Application, and so with its package.
        com.sun.glass.ui.Application.GetApplication().setName("ClassBarometer");
        fonts.complete(!LOGICAL_FONTS.containsAll(Font.getFamilies()));
    }

    /// Waits until JavaFX runs and knows the fonts. Without any, each text in a window would break.
    ///
    /// @throws NoWindow when this computer has no fonts
    void awaitFonts() throws NoWindow {
        if (!fonts.join()) {
            throw new NoWindow(Text.of("ui.start.fonts"), null);
        }
    }

    @Override
    public void close() {
        Platform.runLater(() -> {
            MainWindow.hideAll();
            Platform.exit();
        });
    }
}
