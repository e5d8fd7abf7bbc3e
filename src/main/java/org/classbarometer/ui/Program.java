package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.Cameras;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.live.LiveMonitor;
import org.classbarometer.ui.live.LiveViewModel;
import org.classbarometer.ui.live.MonitorThread;
import org.classbarometer.ui.live.MoodHistory;
import org.classbarometer.ui.live.RateMeter;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.SettingsFile;
import org.classbarometer.ui.source.FirstSource;
import org.classbarometer.ui.source.SystemFilePicker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running of the window, from its parts put together to their ordered end.
final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final long FINISH_SECONDS = 5;

    private final UiOptions options;
    private final SettingsFile file;
    private final Locale systemLanguage = Locale.getDefault(Locale.Category.DISPLAY);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("background").factory());
    private final MoodHistory history = new MoodHistory();
    private final RateMeter analysed = new RateMeter();
    private final LiveMonitor monitor;

    Program(UiOptions options) {
        this.options = options;
        this.file = new SettingsFile(options.installation().settingsFile());
        this.monitor =
                new MonitorThread(
                        (model, settings) ->
                                Monitors.open(
                                        options.installation(),
                                        model,
                                        options.provider(),
                                        settings),
                        Platform::runLater,
                        history,
                        analysed);
    }

    /// Opens the window; on the JavaFX thread.
    void open() {
        SettingsFile.Loaded loaded = file.load();
        Settings first =
                options.labels().map(loaded.settings()::withLabels).orElse(loaded.settings());
        ObjectProperty<Settings> settings = new SimpleObjectProperty<>(first);
        LiveViewModel model = new LiveViewModel(monitor, settings, history, analysed);
        settings.subscribe((_, now) -> background.execute(() -> save(now, model)));
        Stage stage = new Stage();
        Path shipped = options.installation().defaultModel();
        MainWindow window =
                new MainWindow(
                        stage,
                        model,
                        settings,
                        Cameras::list,
                        background,
                        new SystemFilePicker(stage, options.installation().models()),
                        shipped,
                        systemLanguage,
                        Map.of());
        stage.setOnHidden(_ -> {
            window.dispose();
            closed.countDown();
        });
        loaded.problem().ifPresent(model::tell);
        Path wanted =
                options.model()
                        .orElseGet(
                                () -> first.model().isEmpty() ? shipped : Path.of(first.model()));
        model.startWith(wanted, wanted.equals(shipped) ? Optional.empty() : Optional.of(shipped));
        window.show();
        background.execute(() -> playFirst(model, first));
    }

    private void playFirst(LiveViewModel model, Settings settings) {
        List<CameraInfo> cameras = options.source().isPresent() ? List.of() : Cameras.list();
        Platform.runLater(
                () -> model.play(FirstSource.choose(options.source(), settings.source(), cameras)));
    }

    private void save(Settings now, LiveViewModel model) {
        try {
            file.save(now);
        } catch (UserProblem unwritable) {
            LOG.warn("Settings not saved: {}", unwritable.getMessage());
            Platform.runLater(() -> model.tell(unwritable.getMessage()));
        }
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /// Ends in order: source, analysis, workers, the last save.
    @Override
    public void close() {
        monitor.close();
        background.shutdown();
        try {
            if (!background.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
