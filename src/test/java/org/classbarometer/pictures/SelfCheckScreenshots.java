package org.classbarometer.pictures;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.MachineReading;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.Language;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.MainWindow;
import org.classbarometer.ui.NoFiles;
import org.classbarometer.ui.Windows;
import org.classbarometer.ui.feed.MonitorThread;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.selfcheck.SelfCheck;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel.Tab;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;

/// Takes the pictures of self-check: rendered people, a made-up diary. They go to the folder named by
/// the first argument. The program itself cannot save a picture; this is test code and the faces are
/// synthetic.
public final class SelfCheckScreenshots {
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int SLIDES = 900;

    private final Path folder;
    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(
                    Settings.DEFAULT.withTheme(ThemeChoice.LIGHT).withLanguage(Language.ENGLISH));
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final MonitorThread live;
    private final SelfCheck selfCheck;
    private final Stage stage = new Stage();

    private SelfCheckScreenshots(Path folder, Path userData, SourceChoice source)
            throws UserProblem {
        this.folder = folder;
        Installation installation = new Installation(Installation.find().home(), userData);
        MoodHistory history = new MoodHistory();
        RateMeter analysed = new RateMeter();
        live =
                new MonitorThread(
                        Monitors.of(installation, ExecutionProvider.CPU),
                        Platform::runLater,
                        history,
                        analysed);
        LiveViewModel liveModel = new LiveViewModel(live, settings, history, analysed);
        selfCheck =
                new SelfCheck(
                        Monitors.of(installation, ExecutionProvider.CPU),
                        installation.defaultModel(),
                        Optional.of(source),
                        chosen -> chosen,
                        List::of,
                        background,
                        background,
                        CLOCK);
        MemorySessionStore store = new MemorySessionStore();
        store.save(StoreSettings.DEFAULT.withContext(Windows.ELSEWHERE));
        MainWindow window =
                new MainWindow(
                        stage,
                        Windows.parts(
                                liveModel,
                                live,
                                settings,
                                store,
                                new NoFiles(),
                                Locale.ENGLISH,
                                Map.of(
                                        Room.SELF_CHECK,
                                        selfCheck.room(new NoFiles(), stage, () -> "DE"))));
        window.show();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/screenshots");
        Files.createDirectories(folder);
        Path userData = Files.createTempDirectory("selfcheck");
        SourceChoice source = new SourceChoice.File(slideShow(userData.resolve("slides")));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        SelfCheckScreenshots shots = onFx(() -> new SelfCheckScreenshots(folder, userData, source));
        shots.all();
        System.exit(0);
    }

    // Somebody in front, somebody walking by behind: rendered people, once a second.
    private static Path slideShow(Path folder) throws IOException {
        Files.createDirectories(folder);
        BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0xcbd8e0), 640, 360, new Color(0xe8dccb)));
        g.fillRect(0, 0, 640, 360);
        g.drawImage(face("s03-neutral"), 430, 70, 170, 170, null);
        g.drawImage(face("s01-happy"), 130, 10, 350, 350, null);
        g.dispose();
        for (int i = 0; i < SLIDES; i++) {
            ImageIO.write(picture, "jpg", folder.resolve(i + ".jpg").toFile());
        }
        return folder;
    }

    private static BufferedImage face(String name) throws IOException {
        return ImageIO.read(Path.of("src/test/resources/faces/" + name + ".jpg").toFile());
    }

    private SelfCheckViewModel model() {
        return selfCheck.model();
    }

    private DiaryModel diary() {
        return model().diary();
    }

    private void all() throws Exception {
        size(1280, 720);
        press("room-selfcheck");
        shot("off-light-1280-en");
        run(() -> model().camera().start());
        awaitTrue(() -> model().camera().reading().get().isPresent());
        writeDiary();
        run(() -> diary().dismissNotice());
        for (Language language : List.of(Language.ENGLISH, Language.GERMAN)) {
            for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
                for (int width : new int[] {1280, 1920}) {
                    run(() -> settings.set(settings.get().withTheme(theme).withLanguage(language)));
                    size(width, width * 9 / 16);
                    pages(theme.name().toLowerCase(Locale.ROOT) + "-" + width + "-" + language);
                }
            }
        }
    }

    private void pages(String name) throws Exception {
        run(() -> model().camera().start());
        awaitTrue(() -> model().camera().reading().get().isPresent());
        run(() -> {
            model().discard();
            model().show(Tab.NOW);
        });
        shot("now-" + name);
        run(() -> {
            model().holdReading();
            model().checkIn().get().ifPresent(form -> form.chooseLabel("happiness"));
        });
        shot("checkin-" + name);
        run(model()::discard);
        run(() -> model().show(Tab.WHY));
        Thread.sleep(1_200);
        shot("why-" + name);
        run(() -> model().show(Tab.DIARY));
        shot("diary-" + name);
        run(() -> model().show(Tab.DAYS));
        shot("days-" + name);
        if (name.contains("1280")) {
            press("help-lines");
            shot("help-" + name);
            closeSheet();
            run(() -> model().show(Tab.DIARY));
            press("passphrase");
            shot("passphrase-" + name);
            closeSheet();
            press("delete-everything");
            shot("delete-" + name);
            closeSheet();
        }
    }

    private void writeDiary() throws Exception {
        String words = "calm,proud,,tired,,,happy,okay,,low,worried,,low";
        String tones = "0+.0..+0.--.-";
        String[] each = words.split(",", -1);
        for (int i = 0; i < tones.length(); i++) {
            char tone = tones.charAt(i);
            if (tone != '.') {
                OffsetDateTime at = OffsetDateTime.now(CLOCK).minusDays(tones.length() - 1L - i);
                Entry entry =
                        new Entry(
                                at,
                                Optional.of(
                                        new MachineReading(
                                                "model 1",
                                                LabelSet.FOUR,
                                                List.of(0.6, 0.2, 0.1, 0.1),
                                                0.6,
                                                i % 3 == 0)),
                                i % 4 == 0
                                        ? new Word.Expression("neutral")
                                        : new Word.Own(each[i].isEmpty() ? "so so" : each[i]),
                                tone == '+' ? Tone.GOOD : tone == '0' ? Tone.IN_BETWEEN : Tone.HARD,
                                i % 2 == 0 ? "" : "Maths test, and football afterwards.");
                int before = onFx(() -> diary().entries().get().size());
                run(() -> diary().add(entry, () -> {}));
                awaitTrue(() -> diary().entries().get().size() > before);
            }
        }
    }

    private void closeSheet() throws Exception {
        run(() -> ((org.classbarometer.ui.dialog.Dialogs) stage.getScene().getRoot()).close());
        Thread.sleep(200);
    }

    private void press(String id) throws Exception {
        run(() -> {
            if (stage.getScene().lookup("#" + id) instanceof Button button) {
                button.fire();
            } else if (stage.getScene().lookup("#" + id)
                    instanceof javafx.scene.control.ToggleButton toggle) {
                toggle.fire();
            }
        });
        Thread.sleep(700);
    }

    private static void awaitTrue(BooleanSupplier condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!onFx(condition::getAsBoolean) && System.currentTimeMillis() < end) {
            Thread.sleep(100);
        }
    }

    private void size(int width, int height) throws Exception {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Thread.sleep(1_500);
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get();
    }

    private static void run(Runnable task) throws Exception {
        onFx(() -> {
            task.run();
            return 0;
        });
    }

    private void shot(String name) throws Exception {
        Thread.sleep(700);
        javafx.scene.image.WritableImage image = onFx(() -> stage.getScene().snapshot(null));
        Screenshots.write(image, folder.resolve("selfcheck-" + name + ".png"));
        System.out.println(name);
    }
}
