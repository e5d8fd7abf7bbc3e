package org.classbarometer.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.frame.FrameSources;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.classbarometer.ui.feed.MonitorThread;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.PaintLatency;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.purpose.PurposeViewModel;
import org.classbarometer.ui.record.RecordingViewModel;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.source.SystemFilePicker;
import org.classbarometer.ui.storing.StoreChoices;

/// Times the real live screen, from the capture of a frame until it is painted with its overlay.
/// Opens the window, measures, closes it; one measurement after the other in one JavaFX.
public final class ScreenSpeed implements AutoCloseable {
    private final Installation installation;
    private final FinderChoice finder;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("background").factory());

    /// Starts JavaFX, which a process can do once.
    ///
    /// @throws UnsupportedOperationException where there is no display
    public ScreenSpeed(Installation installation, FinderChoice finder) {
        this.installation = installation;
        this.finder = finder;
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    /// @param paintedPerSecond frames that reached the screen
    /// @param p50Millis median from capture to painted, see [PaintLatency]
    /// @param p95Millis 95th percentile of the same
    /// @param frames painted in the counted time
    public record Result(
            double paintedPerSecond, double p50Millis, double p95Millis, long frames) {}

    /// Plays a source at its own speed in a window of 1280x720 with the shipped settings.
    ///
    /// @param sources opens what is played
    public Result run(FrameSources sources, Duration warmUp, Duration counted)
            throws InterruptedException {
        MoodHistory history = new MoodHistory();
        RateMeter analysed = new RateMeter();
        try (MonitorThread monitor =
                new MonitorThread(
                        Monitors.of(installation, ExecutionProvider.CPU)
                                .finding(finder)
                                .playing(sources),
                        Platform::runLater,
                        history,
                        analysed)) {
            Shown shown = onScreen(() -> show(monitor, history, analysed));
            Thread.sleep(warmUp);
            onScreen(() -> {
                shown.model.figures().latency().clear();
                return shown;
            });
            long start = System.nanoTime();
            Thread.sleep(counted);
            return onScreen(() -> finish(shown, System.nanoTime() - start));
        }
    }

    private record Shown(MainWindow window, LiveViewModel model, Stage stage) {}

    private Shown show(MonitorThread monitor, MoodHistory history, RateMeter analysed) {
        SimpleObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
        LiveViewModel model = new LiveViewModel(monitor, settings, history, analysed);
        // Nothing is asked and nothing is stored while measuring.
        StoreChoices choices =
                new StoreChoices(
                        Optional.empty(),
                        StoreSettings.DEFAULT.withContext(
                                new UseContext(new Place("US"), Purpose.SELF_CHECK)),
                        background,
                        Platform::runLater,
                        model::showNotice);
        Stage stage = new Stage();
        Path shipped = installation.defaultModel();
        MainWindow window =
                new MainWindow(
                        stage,
                        new MainWindow.Parts(
                                model,
                                new PurposeViewModel(choices, Locale.getDefault()),
                                new RecordingViewModel(
                                        model,
                                        monitor,
                                        choices,
                                        background,
                                        Platform::runLater,
                                        Clock.system(ZoneId.systemDefault())),
                                choices,
                                settings,
                                List::of,
                                background,
                                new SystemFilePicker(stage, installation.models()),
                                installation,
                                Locale.getDefault(Locale.Category.DISPLAY),
                                Map.of(),
                                () -> false));
        model.reading().startWith(shipped, Optional.empty());
        window.show();
        model.play(new SourceChoice.Demo());
        return new Shown(window, model, stage);
    }

    private static Result finish(Shown shown, long nanos) {
        PaintLatency latency = shown.model.figures().latency();
        Result result =
                new Result(
                        latency.paintedFrames() * 1e9 / nanos,
                        latency.quantile(0.5, Integer.MAX_VALUE) / 1e6,
                        latency.quantile(0.95, Integer.MAX_VALUE) / 1e6,
                        latency.paintedFrames());
        shown.stage.hide();
        shown.window.dispose();
        return result;
    }

    private static <T> T onScreen(Supplier<T> work) throws InterruptedException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException broken) {
                done.completeExceptionally(broken);
            }
        });
        try {
            return done.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the live screen failed", broken.getCause());
        }
    }

    @Override
    public void close() {
        background.shutdown();
        Platform.exit();
    }
}
