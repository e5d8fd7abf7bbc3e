package org.classbarometer.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.InformationSheets;
import org.classbarometer.ui.live.InformationSheets.Shortcut;
import org.classbarometer.ui.live.LiveView;
import org.classbarometer.ui.live.LiveViewModel;
import org.classbarometer.ui.live.ModelInUse;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.room.LivePause;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.room.Rooms;
import org.classbarometer.ui.room.RoomsPane;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.SettingsSheet;
import org.classbarometer.ui.settings.SettingsSheet.ModelText;
import org.classbarometer.ui.sheet.Sheets;
import org.classbarometer.ui.source.FilePicker;
import org.classbarometer.ui.source.SourceMenu;

/// The one window: its rooms in the chosen theme and language. A new language rebuilds them over the
/// same view models, so that what plays goes on. JavaFX thread.
public final class MainWindow {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Stage stage;
    private final LiveViewModel model;
    private final ObjectProperty<Settings> settings;
    private final Supplier<List<CameraInfo>> cameras;
    private final Executor background;
    private final FilePicker files;
    private final Path shippedModel;
    private final Locale systemLanguage;
    private final Map<Room, RoomBuilder> others;
    private final Rooms rooms;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final Scope always = new Scope();
    private final Scene scene;
    private final Appearance appearance;
    private Screen screen;

    /// What a new language replaces.
    private record Screen(Sheets sheets, LiveView live, Scope scope) {}

    /// @param cameras may block; called in the background
    /// @param shippedModel used when the user chose none
    /// @param systemLanguage the language without a choice
    /// @param others builds the rooms beside the live one
    public MainWindow(
            Stage stage,
            LiveViewModel model,
            ObjectProperty<Settings> settings,
            Supplier<List<CameraInfo>> cameras,
            Executor background,
            FilePicker files,
            Path shippedModel,
            Locale systemLanguage,
            Map<Room, RoomBuilder> others) {
        this.stage = stage;
        this.model = model;
        this.settings = settings;
        this.cameras = cameras;
        this.background = background;
        this.files = files;
        this.shippedModel = shippedModel;
        this.systemLanguage = systemLanguage;
        this.others = Map.copyOf(others);
        rooms = new Rooms(others.keySet());
        Locale.setDefault(
                Locale.Category.DISPLAY, settings.get().language().locale(systemLanguage));
        screen = build();
        scene = new Scene(screen.sheets, 1280, 720);
        scene.getStylesheets()
                .add(String.valueOf(MainWindow.class.getResource("classbarometer.css")));
        install();
        appearance = new Appearance(settings.map(Settings::theme), dark::set);
        always.watch(dark, _ -> themed());
        new LivePause(model, rooms, new SimpleBooleanProperty(), always);
        settings.map(Settings::language).subscribe((_, _) -> changeLanguage());
        model.latency().attach(scene);
        stage.setScene(scene);
        stage.setTitle(Text.of("ui.title"));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.getIcons()
                .addAll(
                        AppIcon.of(16),
                        AppIcon.of(32),
                        AppIcon.of(48),
                        AppIcon.of(128),
                        AppIcon.of(256));
    }

    private Screen build() {
        Sheets sheets = new Sheets();
        Scope scope = new Scope();
        Map<Command, Runnable> commands =
                Map.of(
                        Command.SETTINGS, this::showSettings,
                        Command.HELP, () -> InformationSheets.showShortcuts(sheets, ways()),
                        Command.NOTICE, () -> InformationSheets.showNotice(sheets),
                        Command.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()),
                        Command.QUIT, stage::close);
        SourceMenu menu =
                new SourceMenu(
                        cameras, background, model.choice(), model::play, files, sheets, scope);
        LiveView live = new LiveView(model, menu, commands, scope);
        sheets.setScreen(
                new RoomsPane(
                        rooms,
                        room -> room == Room.LIVE ? live : other(room, sheets, scope),
                        scope));
        return new Screen(sheets, live, scope);
    }

    private Region other(Room room, Sheets sheets, Scope scope) {
        RoomBuilder builder = Objects.requireNonNull(others.get(room));
        ObservableValue<Boolean> shown = rooms.shown().map(room::equals);
        return builder.build(new RoomContext(sheets, scope, shown, dark));
    }

    private void install() {
        for (Command command : Command.values()) {
            scene.getAccelerators().put(command.keys(), () -> run(command));
        }
        for (Room room : rooms.available()) {
            scene.getAccelerators().put(room.keys(), () -> enter(room));
        }
    }

    // Behind a sheet the window takes no commands, and the live screen's are its own.
    private void run(Command command) {
        boolean live = rooms.shown().get() == Room.LIVE;
        if (!screen.sheets.isOpen() && (live || command.anywhere())) {
            screen.live.run(command);
        }
    }

    private void enter(Room room) {
        if (!screen.sheets.isOpen()) {
            rooms.enter(room);
        }
    }

    private List<Shortcut> ways() {
        return rooms.available().size() == 1
                ? List.of()
                : rooms.available().stream()
                        .map(room ->
                                new Shortcut(
                                        room.keys(),
                                        Text.of("room.enter", Text.of(room.textKey()))))
                        .toList();
    }

    private void changeLanguage() {
        Locale.setDefault(
                Locale.Category.DISPLAY, settings.get().language().locale(systemLanguage));
        boolean inSettings = screen.sheets.isOpen();
        screen.scope.close();
        screen = build();
        scene.setRoot(screen.sheets);
        stage.setTitle(Text.of("ui.title"));
        themed();
        if (inSettings) {
            showSettings();
        }
    }

    private void themed() {
        screen.sheets.pseudoClassStateChanged(DARK, dark.get());
        screen.live.colours(
                dark.get() ? Color.web("#c9d1d9") : Color.web("#3b434d"),
                dark.get() ? Color.web("#30363d") : Color.web("#d0d7de"));
    }

    private void showSettings() {
        ObservableValue<Optional<ModelText>> inUse =
                model.model().map(now -> now.map(MainWindow::words));
        screen.sheets.show(
                Text.of("ui.settings"),
                new SettingsSheet(
                        settings,
                        inUse,
                        () -> files.model().ifPresent(this::useModel),
                        () -> {
                            settings.set(settings.get().withModel(""));
                            useModel(shippedModel);
                        }));
    }

    private void useModel(Path file) {
        screen.sheets.close();
        model.chooseModel(file);
    }

    private static ModelText words(ModelInUse model) {
        return new ModelText(
                model.file(),
                model.metadata().version(),
                model.metadata().licence(),
                model.provider(),
                model.notice());
    }

    public void show() {
        stage.show();
        stage.toFront();
    }

    /// Closes every window, the newest first: GTK crashes when a popup outlives its owner.
    static void hideAll() {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        Collections.reverse(windows);
        windows.forEach(Window::hide);
    }

    void dispose() {
        appearance.close();
        model.latency().detach(scene);
        screen.scope.close();
        always.close();
    }
}
