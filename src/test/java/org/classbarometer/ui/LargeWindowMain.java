package org.classbarometer.ui;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.text.Language;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.settings.Settings;

/// Says how narrow the window may be: after a language was chosen in a small window, after the same in
/// one that fills a screen of 1920 by 1080, and after other sizes of the text there.
public final class LargeWindowMain {
    private static final ObjectProperty<Settings> SETTINGS =
            new SimpleObjectProperty<>(Settings.DEFAULT.withLanguage(Language.ENGLISH));

    private LargeWindowMain() {}

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        Stage stage = LargeWindowMain.<Stage>call(LargeWindowMain::open);
        await(stage::isShowing);
        call(() -> speak(Language.GERMAN));
        sayLeastWidth(stage);
        call(() -> speak(Language.ENGLISH));
        call(() -> {
            stage.setWidth(1920);
            stage.setHeight(1080);
            return true;
        });
        await(() -> stage.getScene().getWidth() >= 1900 && stage.getScene().getHeight() >= 1050);
        call(() -> speak(Language.GERMAN));
        sayLeastWidth(stage);
        call(() -> size(130));
        call(() -> size(100));
        sayLeastWidth(stage);
        System.out.println("done");
        System.exit(0);
    }

    private static Stage open() {
        Stage stage = new Stage();
        SimulatedMonitor monitor = new SimulatedMonitor();
        LiveViewModel live =
                new LiveViewModel(monitor, SETTINGS, new MoodHistory(), new RateMeter());
        MainWindow window =
                new MainWindow(
                        stage,
                        Windows.parts(
                                live,
                                monitor,
                                SETTINGS,
                                new MemorySessionStore(),
                                new NoFiles(),
                                Locale.ENGLISH,
                                Map.of()));
        stage.setWidth(1280);
        stage.setHeight(720);
        window.show();
        return stage;
    }

    private static boolean speak(Language language) {
        SETTINGS.set(SETTINGS.get().withLanguage(language));
        return true;
    }

    private static boolean size(int percent) {
        SETTINGS.set(SETTINGS.get().withTextPercent(percent));
        return true;
    }

    // What was left for later is done before.
    private static void sayLeastWidth(Stage stage) throws Exception {
        call(() -> true);
        System.out.println("least " + LargeWindowMain.<Double>call(stage::getMinWidth));
    }

    private static <T> T call(Callable<T> what) throws Exception {
        FutureTask<T> task = new FutureTask<>(what);
        Platform.runLater(task);
        return task.get();
    }

    private static void await(BooleanSupplier there) throws Exception {
        while (!call(there::getAsBoolean)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
