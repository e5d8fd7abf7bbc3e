package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.MenuButton;
import javafx.stage.Window;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Installation;
import org.classbarometer.text.Language;
import org.classbarometer.text.UserProblem;

/// Runs the window in a process of its own, closes it with a menu open after some seconds, and says
/// how it went. Arguments: data folder, seconds. The texts are to be English.
public final class WindowProbe {
    private WindowProbe() {}

    public static void main(String[] arguments) {
        Installation installation =
                new Installation(Path.of("").toAbsolutePath(), Path.of(arguments[0]));
        long millis = Long.parseLong(arguments[1]) * 1000;
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    while (Window.getWindows().isEmpty()) {
                        sleep(100);
                    }
                    sleep(millis);
                    Platform.runLater(WindowProbe::openMenu);
                    sleep(1500);
                    Platform.runLater(() -> Window.getWindows().getFirst().hide());
                });
        try {
            Ui.run(
                    new UiOptions(
                            installation,
                            Optional.of(new SourceChoice.Demo()),
                            Optional.empty(),
                            Optional.of(Language.ENGLISH),
                            Optional.empty(),
                            ExecutionProvider.CPU,
                            Optional.of(FinderChoice.HAAR),
                            Optional.empty()));
            System.out.println("closed");
            tellThreadsLeft();
        } catch (UserProblem known) {
            System.out.println("told: " + known.getMessage());
        }
        System.exit(0);
    }

    private static void openMenu() {
        System.out.println("windows: " + Window.getWindows().size());
        ((MenuButton) Window.getWindows().getFirst().getScene().lookup("#source-menu")).show();
        System.out.println("language: " + Locale.getDefault(Locale.Category.DISPLAY));
        System.out.println("windows with menu: " + Window.getWindows().size());
    }

    // Nothing of the pipeline may outlive the window; a thread that ends may take a moment.
    private static void tellThreadsLeft() {
        List<String> left = threadsLeft();
        for (int i = 0; i < 20 && !left.isEmpty(); i++) {
            sleep(100);
            left = threadsLeft();
        }
        System.out.println("threads left: " + left);
    }

    private static List<String> threadsLeft() {
        List<String> ours =
                List.of("capture", "analysis", "monitor-control", "background", "expression-1");
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(ours::contains)
                .toList();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
