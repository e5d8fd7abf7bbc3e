package org.classbarometer.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.Language;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.MainWindow;
import org.classbarometer.ui.NoFiles;
import org.classbarometer.ui.Windows;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.feed.MonitorThread;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;

/// Takes the pictures of the screens for docs/images/ and for a critical eye: the real demo class,
/// the real model, every screen; or only the room display, or the dialogs of the source menu, where the
/// second argument is `display` or `sources`. They go to the folder named by the first. The program
/// itself cannot save a picture; this is test code and the class is synthetic.
public final class Screenshots {
    private static final Path TEXTS = Path.of("target/classes/org/classbarometer/text/en");

    private final Path folder;
    private final ObjectProperty<Settings> settings;
    private final LiveViewModel model;
    private final MonitorThread monitor;
    private final Stage stage;
    private final MainWindow window;
    private final MemorySessionStore store = new MemorySessionStore();

    private Screenshots(Path folder) throws UserProblem {
        this.folder = folder;
        Installation installation = Installation.find();
        MoodHistory history = new MoodHistory();
        RateMeter analysed = new RateMeter();
        monitor =
                new MonitorThread(
                        Monitors.of(installation, ExecutionProvider.CPU),
                        Platform::runLater,
                        history,
                        analysed);
        settings =
                new SimpleObjectProperty<>(
                        Settings.DEFAULT
                                .withTheme(ThemeChoice.LIGHT)
                                .withLanguage(Language.ENGLISH));
        model = new LiveViewModel(monitor, settings, history, analysed);
        stage = new Stage();
        store.save(StoreSettings.DEFAULT.withContext(Windows.ELSEWHERE));
        window =
                new MainWindow(
                        stage,
                        Windows.parts(
                                model,
                                monitor,
                                settings,
                                store,
                                new NoFiles(),
                                Locale.ENGLISH,
                                // Their own pictures are taken elsewhere; here the rail shows them.
                                Map.of(
                                        Room.REVIEW,
                                        _ -> new StackPane(),
                                        Room.SELF_CHECK,
                                        _ -> new StackPane())));
        window.show();
        model.reading().startWith(installation.defaultModel(), Optional.empty());
        model.play(new SourceChoice.Demo());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/screenshots");
        Files.createDirectories(folder);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        Screenshots shots = onFx(() -> new Screenshots(folder));
        try {
            shots.all(arguments.length > 1 ? arguments[1] : "");
        } finally {
            shots.monitor.close();
            onFx(() -> {
                MainWindow.hideAll();
                Platform.exit();
                return 0;
            });
        }
        System.exit(0);
    }

    /// The window where every text is 40 % longer than in English.
    private void longTexts() throws Exception {
        Map<Path, List<String>> english = new HashMap<>();
        for (String bundle : List.of("ui", "expression")) {
            Path texts = TEXTS.resolve(bundle + ".properties");
            english.put(texts, Files.readAllLines(texts));
            Files.write(texts, longer(english.get(texts)));
        }
        try {
            ResourceBundle.clearCache();
            language(Language.SYSTEM);
            shot("live-1280-long");
        } finally {
            for (Map.Entry<Path, List<String>> texts : english.entrySet()) {
                Files.write(texts.getKey(), texts.getValue());
            }
            ResourceBundle.clearCache();
        }
    }

    private static List<String> longer(List<String> english) {
        List<String> lines = new ArrayList<>();
        for (String line : english) {
            int equals = line.indexOf('=');
            String filler = "lorem ipsum dolor sit amet consectetur ".repeat(20);
            int more = equals < 0 ? 0 : (int) Math.ceil((line.length() - equals) * 0.4);
            lines.add(more == 0 ? line : line + " " + filler.substring(0, more).strip());
        }
        return lines;
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get();
    }

    private void all(String only) throws Exception {
        if (only.equals("display")) {
            Thread.sleep(40_000);
            displays();
            return;
        }
        if (only.equals("sources")) {
            Thread.sleep(12_000);
            size(1280, 720);
            theme(ThemeChoice.DARK);
            language(Language.GERMAN);
            for (String source : List.of("window", "screen", "address")) {
                fromTheMenu(source);
            }
            return;
        }
        boolean quick = only.equals("quick");
        // The mood has something to show after a while.
        Thread.sleep(quick ? 20_000 : 75_000);
        size(1280, 720);
        awaitMixedMood();
        run(() -> settings.set(settings.get().withWelcomed(false)));
        shot("welcome-1280-en");
        run(() -> settings.set(settings.get().withWelcomed(true)));
        shot("live-light-1280-en");
        theme(ThemeChoice.DARK);
        shot("live-dark-1280-en");
        if (!quick) {
            size(1920, 1080);
            awaitMixedMood();
            shot("live-dark-1920-en");
            theme(ThemeChoice.LIGHT);
            shot("live-light-1920-en");
            language(Language.GERMAN);
            shot("live-light-1920-de");
        }
        size(1280, 720);
        longTexts();
        language(Language.GERMAN);
        shot("live-1280-de");
        run(() -> model.reading().chooseLabels(LabelSet.EIGHT));
        Thread.sleep(4_000);
        shot("live-eight-1280-de");
        run(model.side()::explainNext);
        Thread.sleep(1_500);
        shot("why-1280-de");
        language(Language.ENGLISH);
        theme(ThemeChoice.LIGHT);
        run(model.side()::explainNext);
        awaitMixedMood();
        shot("why-1280-en");
        run(() -> model.reading().chooseLabels(LabelSet.SEVEN));
        run(model.side()::showMood);
        run(model.side()::toggleMasks);
        run(() -> model.masks().add(new Masks.Region(0.03, 0.55, 0.22, 0.4)));
        run(() -> model.masks().add(new Masks.Region(0.78, 0.02, 0.2, 0.33)));
        awaitMixedMood();
        shot("masks-1280-en");
        run(model.side()::showMood);
        run(() -> model.faceLabels().set(false));
        Thread.sleep(1_500);
        shot("room-only-1280-en");
        run(() -> model.faceLabels().set(true));
        run(() -> model.masks().remove(1));
        run(() -> model.masks().remove(0));
        fromTheMenu("window");
        fromTheMenu("screen");
        fromTheMenu("address");
        sheet(Command.SETTINGS, "settings");
        sheet(Command.NOTICE, "notice");
        sheet(Command.HELP, "keyboard");
        displays();
        theme(ThemeChoice.LIGHT);
        size(1280, 720);
        run(() -> settings.set(settings.get().withTextPercent(150)));
        shot("live-large-text-1280-en");
        run(() -> settings.set(settings.get().withTextPercent(100)));
        run(() -> model.reading().chooseModel(Path.of("models/no-such-model.onnx")));
        Thread.sleep(1_500);
        shot("model-refused-1280-en");
        run(model::dismissProblem);
        run(() ->
                model.source(
                        new SourceState.Waiting(
                                "camera:0",
                                "The camera “HD Webcam” was unplugged. Plug it in again.")));
        shot("waiting-1280-en");
        run(() ->
                model.source(
                        new SourceState.Failed(
                                "camera:0",
                                "The camera “HD Webcam” is in use by another program."
                                        + " Close that program, then try again.")));
        shot("failed-1280-en");
        theme(ThemeChoice.DARK);
        shot("failed-1280-en-dark");
        run(model::stop);
        shot("stopped-1280-en");
    }

    private void displays() throws Exception {
        for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            theme(theme);
            String name = theme.name().toLowerCase(Locale.ROOT);
            size(1280, 720);
            display(name + "-1280");
            size(1920, 1080);
            display(name + "-1920");
            language(Language.GERMAN);
            size(1280, 720);
            display(name + "-1280-de");
            language(Language.ENGLISH);
        }
    }

    // A class that shows one expression only tells little about the screen.
    private void awaitMixedMood() throws Exception {
        Thread.sleep(2_000);
        for (int i = 0; i < 200; i++) {
            double[] shares = onFx(() -> model.figures().mood().get().recent().mood().shares());
            if (Arrays.stream(shares).filter(share -> share > 0.12).count() >= 3) {
                return;
            }
            Thread.sleep(200);
        }
    }

    private void sheet(Command command, String name) throws Exception {
        Runnable shortcut =
                Optional.ofNullable(stage.getScene().getAccelerators().get(command.keys()))
                        .orElseThrow();
        run(shortcut);
        Thread.sleep(800);
        shot(name + "-1280-en");
        run(() -> ((Dialogs) stage.getScene().getRoot()).close());
    }

    private void fromTheMenu(String source) throws Exception {
        run(() ->
                ((MenuButton) stage.getScene().lookup("#source-menu"))
                        .getItems().stream()
                                .filter(item -> ("source-" + source).equals(item.getId()))
                                .findFirst()
                                .orElseThrow()
                                .fire());
        Thread.sleep(4_000);
        shot(source + "-1280");
        run(() -> ((Dialogs) stage.getScene().getRoot()).close());
    }

    // The room display, as it fills the screen; its size is that of the window here.
    private void display(String name) throws Exception {
        run(() -> stage.setFullScreen(true));
        Thread.sleep(1_500);
        shot("display-" + name);
        run(() -> stage.setFullScreen(false));
        Thread.sleep(1_500);
    }

    private void theme(ThemeChoice theme) throws Exception {
        run(() -> settings.set(settings.get().withTheme(theme)));
        Thread.sleep(1_500);
    }

    private void language(Language language) throws Exception {
        run(() -> settings.set(settings.get().withLanguage(language)));
        Thread.sleep(2_500);
    }

    private void size(int width, int height) throws Exception {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Thread.sleep(2_500);
    }

    private static void run(Runnable task) throws Exception {
        onFx(() -> {
            task.run();
            return 0;
        });
    }

    private void shot(String name) throws Exception {
        Thread.sleep(300);
        WritableImage image = onFx(() -> stage.getScene().snapshot(null));
        write(image, folder.resolve(name + ".png"));
        System.out.println(
                name
                        + " "
                        + (int) image.getWidth()
                        + "x"
                        + (int) image.getHeight()
                        + " "
                        + onFx(() -> model.figures().vitals().get()));
    }

    static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        out.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            ImageIO.write(out, "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
