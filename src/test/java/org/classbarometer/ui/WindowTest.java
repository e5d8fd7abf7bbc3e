package org.classbarometer.ui;

import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.text.Language;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;
import org.junit.jupiter.api.AfterEach;

/// What tests through the main window have in common: it is shown, asked for its parts, and gone afterwards.
abstract class WindowTest {
    private static final int PATIENCE_SECONDS = 60;

    final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(
                    Settings.DEFAULT.withTheme(ThemeChoice.LIGHT).withLanguage(Language.ENGLISH));
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private Optional<MainWindow> window = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    /// On the JavaFX thread.
    final void show(Stage on, MainWindow.Parts parts, double width, double height) {
        MainWindow main = new MainWindow(on, parts);
        window = Optional.of(main);
        stage = Optional.of(on);
        on.setWidth(width);
        on.setHeight(height);
        main.show();
    }

    /// The live screen alone, over a simulated monitor and nothing stored. On the JavaFX thread.
    final LiveViewModel showLive(Stage on, SimulatedMonitor monitor, MoodHistory history) {
        LiveViewModel live = new LiveViewModel(monitor, settings, history, new RateMeter());
        show(
                on,
                Windows.parts(
                        live,
                        monitor,
                        settings,
                        new MemorySessionStore(),
                        new NoFiles(),
                        Locale.ENGLISH,
                        Map.of()),
                990,
                720);
        return live;
    }

    @AfterEach
    void stop() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, before);
        onFx(() -> {
            window.orElseThrow().dispose();
            MainWindow.hideAll();
            return true;
        });
    }

    final Stage stage() {
        return stage.orElseThrow();
    }

    final MainWindow window() {
        return window.orElseThrow();
    }

    static <T> T onFx(Callable<T> task) throws Exception {
        T result = asyncFx(task).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        waitForFxEvents();
        return result;
    }

    Optional<Node> node(String id) {
        return Optional.ofNullable(stage().getScene().lookup("#" + id));
    }

    final String words(String id) {
        return ((Labeled) node(id).orElseThrow()).getText();
    }

    final void press(String id) throws Exception {
        onFx(() -> {
            ((Button) node(id).orElseThrow()).fire();
            return true;
        });
    }
}
