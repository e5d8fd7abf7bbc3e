package org.classbarometer.pictures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.text.Language;
import org.classbarometer.ui.MainWindow;
import org.classbarometer.ui.NoFiles;
import org.classbarometer.ui.Windows;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;

/// Takes the pictures of the first start, the consent and the recording, for a critical eye, into the
/// folder named by the first argument. The monitor is simulated: nobody is in them.
public final class RecordPictures {
    private final Path folder;
    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(ThemeChoice.LIGHT));
    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private final LiveViewModel live =
            new LiveViewModel(monitor, settings, new MoodHistory(), new RateMeter());
    private final Stage stage = new Stage();
    private final MainWindow.Parts parts;
    private String suffix = "";

    private RecordPictures(Path folder) {
        this.folder = folder;
        parts =
                Windows.parts(
                        live,
                        monitor,
                        settings,
                        new MemorySessionStore(),
                        new NoFiles(),
                        Locale.GERMANY,
                        Map.of(
                                Room.REVIEW,
                                _ -> new javafx.scene.layout.StackPane(),
                                Room.SELF_CHECK,
                                _ -> new javafx.scene.layout.StackPane()));
        new MainWindow(stage, parts).show();
        live.model(
                new ModelInUse(
                        Path.of("models/expression.onnx"),
                        new org.classbarometer.expression.ModelMetadata(
                                LabelSet.EIGHT, 0, 1, 0.5f, "n", "CC0", "3", "card.md", 1, 1),
                        "CPU",
                        LabelSet.VIEWS,
                        Optional.empty()));
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

    private Node node(String id) {
        return Optional.ofNullable(stage.getScene().lookup("#" + id)).orElseThrow();
    }

    private void press(String id) throws Exception {
        run(() -> ((Button) node(id)).fire());
    }

    private void command(Command command) throws Exception {
        run(
                Optional.ofNullable(stage.getScene().getAccelerators().get(command.keys()))
                        .orElseThrow());
    }

    private void shot(String name) throws Exception {
        Thread.sleep(1200);
        Screenshots.write(
                onFx(() -> stage.getScene().snapshot(null)),
                folder.resolve(name + "-" + suffix + ".png"));
    }

    private void look(boolean dark, Language language, int width, int height) throws Exception {
        suffix =
                (dark ? "dark-" : "light-") + width + (language == Language.GERMAN ? "-de" : "-en");
        run(() -> {
            settings.set(
                    settings.get()
                            .withTheme(dark ? ThemeChoice.DARK : ThemeChoice.LIGHT)
                            .withLanguage(language));
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private void story() throws Exception {
        run(() -> {
            parts.purpose().ask();
            parts.purpose().purpose().set(Optional.empty());
            parts.purpose().place().set(Optional.of(new Place("DE")));
        });
        shot("first");
        run(() -> parts.purpose().purpose().set(Optional.of(Purpose.CLASS)));
        shot("first-refused");
        run(() -> parts.purpose().place().set(Optional.of(new Place("CH"))));
        shot("first-duties");
        run(() -> parts.purpose().confirm());
        run(() -> {
            live.play(new SourceChoice.Demo());
            live.source(new SourceState.Playing("demo", 1280, 720, 12));
        });
        command(Command.RECORD);
        Thread.sleep(300);
        shot("consent");
        run(() -> {
            @SuppressWarnings("unchecked") // the box holds names
            ComboBox<String> name = (ComboBox<String>) node("consent-class");
            name.getEditor().setText("7b, Mathematik");
            ((TextField) node("consent-count")).setText("24");
            ((CheckBox) node("consent-everyone")).setSelected(true);
            ((CheckBox) node("consent-masked")).setSelected(true);
            node("consent-statement").fireEvent(new javafx.event.ActionEvent());
        });
        shot("statement");
        run(() -> ((Dialogs) stage.getScene().getRoot()).close());
        press("consent-store");
        Thread.sleep(300);
        command(Command.MARKER);
        shot("storing");
        press("recording-withdraw");
        shot("withdraw");
        press("withdraw-keep");
        command(Command.SETTINGS);
        shot("settings");
        run(() -> ((ScrollPane) stage.getScene().getRoot().lookup(".sheet-scroll")).setVvalue(1));
        shot("settings-end");
        run(() -> ((Dialogs) stage.getScene().getRoot()).close());
        command(Command.HELP);
        shot("keyboard");
        press("about");
        shot("about");
        run(() -> ((Dialogs) stage.getScene().getRoot()).close());
        command(Command.NOTICE);
        shot("notice");
        run(() -> ((Dialogs) stage.getScene().getRoot()).close());
        command(Command.RECORD);
        shot("ended");
        run(() -> ((Dialogs) stage.getScene().getRoot()).close());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/screenshots");
        Files.createDirectories(folder);
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        RecordPictures pictures = onFx(() -> new RecordPictures(folder));
        pictures.look(false, Language.ENGLISH, 1280, 720);
        pictures.story();
        pictures.look(true, Language.GERMAN, 1280, 720);
        pictures.story();
        pictures.look(false, Language.GERMAN, 1920, 1080);
        pictures.story();
        System.exit(0);
    }
}
