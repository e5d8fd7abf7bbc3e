package org.classbarometer.ui;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.stage.Window;

/// Makes a start of the window a rehearsal, without a display and without anybody who closes it.
public final class WindowRehearsal {
    /// Of JavaFX, where a display is: its windows and painting by the graphics card.
    private static final Pattern ON_A_DISPLAY =
            Pattern.compile("com/sun/(glass/ui/(gtk|win|mac)|prism/(es2|d3d|mtl))/[^/]+\\.class");

    private WindowRehearsal() {}

    /// Loads what only a display would load, and lets the window that opens next close by itself.
    ///
    /// @param glance how long it stays, counted from when it is shown
    /// @throws IOException when JavaFX's own jar cannot be read
    /// @throws ReflectiveOperationException when it lacks a class that is in it
    public static void prepare(Duration glance) throws IOException, ReflectiveOperationException {
        loadForDisplay();
        Thread.ofPlatform().daemon().name("glance").start(() -> close(glance));
    }

    private static void loadForDisplay() throws IOException, ReflectiveOperationException {
        try (JarFile javafx = new JarFile(jar().toFile())) {
            for (JarEntry entry : Collections.list(javafx.entries())) {
                String name = entry.getName();
                if (ON_A_DISPLAY.matcher(name).matches()) {
                    Class.forName(
                            name.replace('/', '.').replaceFirst("\\.class$", ""),
                            false,
                            Platform.class.getClassLoader());
                }
            }
        }
    }

    private static Path jar() throws IOException {
        try {
            return Path.of(
                    Platform.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException unreadable) {
            throw new IOException(unreadable);
        }
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
