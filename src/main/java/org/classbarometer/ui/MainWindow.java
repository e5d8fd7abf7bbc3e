package org.classbarometer.ui;

import java.nio.file.Path;
import java.time.InstantSource;
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
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.hint.HintBar;
import org.classbarometer.ui.hint.HintViewModel;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.InformationDialogs;
import org.classbarometer.ui.live.InformationDialogs.Shortcut;
import org.classbarometer.ui.live.LiveView;
import org.classbarometer.ui.live.LiveViewModel;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.purpose.PurposeGate;
import org.classbarometer.ui.purpose.PurposeViewModel;
import org.classbarometer.ui.record.LiveConduct;
import org.classbarometer.ui.record.RecordingBar;
import org.classbarometer.ui.record.RecordingDialogs;
import org.classbarometer.ui.record.RecordingDialogs.Why;
import org.classbarometer.ui.record.RecordingViewModel;
import org.classbarometer.ui.room.LivePause;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.room.Rooms;
import org.classbarometer.ui.room.RoomsPane;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.SettingsDialog;
import org.classbarometer.ui.settings.SettingsDialog.ModelText;
import org.classbarometer.ui.source.DroppedFile;
import org.classbarometer.ui.source.FilePicker;
import org.classbarometer.ui.source.SourceMenu;
import org.classbarometer.ui.statement.StatementPrinter;
import org.classbarometer.ui.storing.DepartureBar;
import org.classbarometer.ui.storing.StoreChoices;
import org.classbarometer.ui.storing.StoringSection;
import org.classbarometer.ui.welcome.Tour;
import org.classbarometer.ui.welcome.WelcomeBar;
import org.controlsfx.control.PopOver;

/// The one window: its rooms in the chosen theme and language. A new language rebuilds them over the
/// same view models, so that what plays goes on. JavaFX thread.
public final class MainWindow {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Stage stage;
    private final Parts parts;
    private final LiveViewModel model;
    private final ObjectProperty<Settings> settings;
    private final Scene scene;
    private final Appearance appearance;
    private final Rooms rooms;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final Scope always = new Scope();
    private final HintViewModel hints;
    private Content screen;
    private boolean closing;

    /// What a new language replaces.
    private record Content(
            Dialogs dialogs,
            LiveView live,
            RoomsPane rooms,
            RecordingDialogs recording,
            Tour tour,
            Scope scope) {}

    /// What the window is made of.
    ///
    /// @param choices about the stored sessions
    /// @param cameras may block; called in the background
    /// @param shippedModel used when the user chose none
    /// @param systemLanguage the language without a choice
    /// @param others builds the rooms beside the live one
    public record Parts(
            LiveViewModel live,
            PurposeViewModel purpose,
            RecordingViewModel recording,
            StoreChoices choices,
            ObjectProperty<Settings> settings,
            Supplier<List<CameraInfo>> cameras,
            Executor background,
            FilePicker files,
            Path shippedModel,
            Locale systemLanguage,
            Map<Room, RoomBuilder> others) {
        public Parts {
            others = Map.copyOf(others);
        }
    }

    public MainWindow(Stage stage, Parts parts) {
        this.stage = stage;
        this.parts = parts;
        model = parts.live();
        settings = parts.settings();
        rooms = new Rooms(parts.others().keySet());
        hints =
                new HintViewModel(
                        model, parts.choices().settings().map(StoreSettings::hints), always);
        new LiveConduct(model, parts.purpose(), parts.recording(), this::enterSelfCheck, always);
        Locale.setDefault(
                Locale.Category.DISPLAY, settings.get().language().locale(parts.systemLanguage()));
        screen = build();
        scene = new Scene(screen.dialogs, 1280, 720);
        scene.getStylesheets()
                .add(String.valueOf(MainWindow.class.getResource("classbarometer.css")));
        install();
        DroppedFile.install(scene, this::takesFiles, model::play);
        appearance = new Appearance(settings.map(Settings::theme), dark::set);
        always.watch(dark, _ -> themed());
        new LivePause(model, rooms, parts.recording().storing(), always);
        rooms.admit(this::mayEnter);
        parts.choices().announceDepartures(InstantSource.system().instant());
        always.watch(parts.purpose().context(), this::used);
        stage.setOnCloseRequest(this::closeRequested);
        settings.map(Settings::language).subscribe((_, _) -> changeLanguage());
        model.latency().attach(scene);
        always.onChange(stage.fullScreenProperty(), this::display);
        always.onChange(rooms.shown(), this::display);
        stage.setScene(scene);
        stage.setTitle(Text.of("ui.title"));
        WindowMemory.install(stage, settings);
        stage.setOnHiding(_ -> WindowMemory.remember(stage, settings));
        stage.getIcons()
                .addAll(
                        AppIcon.of(16),
                        AppIcon.of(32),
                        AppIcon.of(48),
                        AppIcon.of(128),
                        AppIcon.of(256));
    }

    private Content build() {
        Dialogs dialogs = new Dialogs();
        Scope scope = new Scope();
        RecordingViewModel recording = parts.recording();
        StatementPrinter printer = StatementPrinter.system(parts.files());
        RecordingDialogs recordingSheets =
                new RecordingDialogs(
                        recording,
                        model,
                        parts.choices(),
                        dialogs,
                        printer,
                        parts.others().containsKey(Room.REVIEW)
                                ? Optional.of(() -> rooms.enter(Room.REVIEW))
                                : Optional.empty(),
                        scope);
        Map<Command, Runnable> commands =
                Map.of(
                        Command.SETTINGS, this::showSettings,
                        Command.RECORD, this::record,
                        Command.MARKER, recording::mark,
                        Command.HELP, () -> showHelp(dialogs),
                        Command.NOTICE, () -> InformationDialogs.showNotice(dialogs),
                        Command.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()),
                        Command.QUIT, this::close);
        SourceMenu menu =
                new SourceMenu(
                        parts.cameras(),
                        parts.background(),
                        model.choice(),
                        model::play,
                        parts.files(),
                        dialogs,
                        scope);
        menu.offer(settings.map(Settings::recent), scope);
        LiveView live =
                new LiveView(
                        model, menu, commands, recording.storing(), dark.map(Palette::new), scope);
        live.addBar(new HintBar(hints, scope));
        Tour tour = tour(live);
        live.addHeading(
                new WelcomeBar(
                        settings.map(now -> !now.welcomed()), tour::start, this::welcomed, scope));
        RoomsPane body =
                new RoomsPane(
                        rooms,
                        room -> room == Room.LIVE ? live : other(room, dialogs, scope),
                        scope);
        body.setTop(
                new VBox(
                        new RecordingBar(
                                recording,
                                model,
                                recordingSheets::toggle,
                                recordingSheets::confirmWithdraw,
                                scope),
                        new DepartureBar(
                                parts.choices(),
                                dialogs,
                                () -> rooms.enter(Room.REVIEW),
                                InstantSource.system(),
                                scope)));
        dialogs.setScreen(new PurposeGate(parts.purpose(), body, dialogs, scope));
        return new Content(dialogs, live, body, recordingSheets, tour, scope);
    }

    private Tour tour(LiveView live) {
        List<Node> sights = live.sights();
        return new Tour(
                List.of(
                        new Tour.Step(sights.get(0), "picture", PopOver.ArrowLocation.RIGHT_CENTER),
                        new Tour.Step(sights.get(1), "mood", PopOver.ArrowLocation.RIGHT_TOP),
                        new Tour.Step(sights.get(2), "source", PopOver.ArrowLocation.TOP_LEFT)),
                this::welcomed);
    }

    private void welcomed() {
        settings.set(settings.get().withWelcomed(true));
    }

    // Full screen in the live room is for the room: no faces, no controls.
    private void display() {
        display(stage.isFullScreen() && rooms.shown().get() == Room.LIVE);
    }

    void display(boolean on) {
        screen.tour.close();
        screen.live.display(on);
        screen.rooms.bare(on);
    }

    private Region other(Room room, Dialogs dialogs, Scope scope) {
        RoomBuilder builder = Objects.requireNonNull(parts.others().get(room));
        ObservableValue<Boolean> shown = rooms.shown().map(room::equals);
        return builder.build(new RoomContext(dialogs, scope, shown, dark));
    }

    // "For myself" is the self-check room, at once and at each start.
    private void used(Optional<UseContext> now) {
        if (now.filter(context -> context.purpose() == Purpose.SELF_CHECK).isPresent()) {
            enterSelfCheck();
        }
    }

    private boolean enterSelfCheck() {
        rooms.enter(Room.SELF_CHECK);
        return rooms.shown().get() == Room.SELF_CHECK;
    }

    private void install() {
        for (Command command : Command.values()) {
            scene.getAccelerators().put(command.keys(), () -> run(command));
        }
        for (Room room : rooms.available()) {
            scene.getAccelerators().put(room.keys(), () -> enter(room));
        }
    }

    // Behind a dialog the window takes no commands, and the live screen's are its own.
    private void run(Command command) {
        boolean live = rooms.shown().get() == Room.LIVE;
        boolean asked = parts.purpose().asking().get() && command != Command.QUIT;
        if (!screen.dialogs.isOpen() && !asked && (live || command.anywhere())) {
            screen.live.run(command);
        }
    }

    private boolean takesFiles() {
        return rooms.shown().get() == Room.LIVE
                && !screen.dialogs.isOpen()
                && !parts.purpose().asking().get();
    }

    private void enter(Room room) {
        if (!screen.dialogs.isOpen() && !parts.purpose().asking().get()) {
            rooms.enter(room);
        }
    }

    // Storing begins in the live room, where one sees what is stored of.
    private void record() {
        if (rooms.shown().get() != Room.LIVE && !parts.recording().isStoring()) {
            return;
        }
        if (parts.purpose().context().getValue().isEmpty()) {
            parts.purpose().ask(() -> screen.recording.toggle());
        } else {
            screen.recording.toggle();
        }
    }

    private boolean mayEnter(Room room) {
        if (room != Room.SELF_CHECK || !parts.recording().isStoring()) {
            return true;
        }
        screen.recording.confirmEnd(Why.SELF_CHECK, () -> rooms.enter(room));
        return false;
    }

    private void closeRequested(WindowEvent event) {
        if (parts.recording().isStoring() && !closing) {
            event.consume();
            close();
        }
    }

    /// Closes the window; while a session is stored, asks and ends it first.
    private void close() {
        if (parts.recording().isStoring()) {
            screen.recording.confirmEnd(
                    Why.CLOSE,
                    () -> {
                        closing = true;
                        stage.close();
                    });
        } else {
            screen.tour.close();
            stage.close();
        }
    }

    private void showHelp(Dialogs dialogs) {
        InformationDialogs.showShortcuts(
                dialogs,
                ways(),
                () -> {
                    dialogs.close();
                    rooms.enter(Room.LIVE);
                    screen.tour.start();
                });
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
                Locale.Category.DISPLAY, settings.get().language().locale(parts.systemLanguage()));
        boolean inSettings = screen.dialogs.isOpen();
        screen.tour.close();
        screen.scope.close();
        screen = build();
        scene.setRoot(screen.dialogs);
        stage.setTitle(Text.of("ui.title"));
        themed();
        display();
        if (inSettings) {
            showSettings();
        }
    }

    private void themed() {
        screen.dialogs.pseudoClassStateChanged(DARK, dark.get());
    }

    private void showSettings() {
        ObservableValue<Optional<ModelText>> inUse =
                model.model().map(now -> now.map(MainWindow::words));
        screen.dialogs.show(
                Text.of("ui.settings"),
                new SettingsDialog(
                        settings,
                        inUse,
                        () -> parts.files().model().ifPresent(this::useModel),
                        () -> {
                            settings.set(settings.get().withModel(""));
                            useModel(parts.shippedModel());
                        },
                        new StoringSection(
                                parts.choices(),
                                parts.recording().storing(),
                                parts.purpose()::ask,
                                screen.dialogs)));
    }

    private void useModel(Path file) {
        screen.dialogs.close();
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
    public static void hideAll() {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        Collections.reverse(windows);
        windows.forEach(Window::hide);
    }

    void dispose() {
        screen.tour.close();
        parts.recording().finish();
        appearance.close();
        model.latency().detach(scene);
        screen.scope.close();
        always.close();
    }
}
