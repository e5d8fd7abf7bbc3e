package org.classbarometer.ui;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.setup.Installation;
import org.classbarometer.text.Text;
import org.classbarometer.ui.hint.HintViewModel;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.look.TypeSize;
import org.classbarometer.ui.purpose.PurposeViewModel;
import org.classbarometer.ui.record.LiveConduct;
import org.classbarometer.ui.record.RecordingDialogs.Why;
import org.classbarometer.ui.record.RecordingViewModel;
import org.classbarometer.ui.room.LivePause;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.room.Rooms;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.source.DroppedFile;
import org.classbarometer.ui.source.FilePicker;
import org.classbarometer.ui.storing.StoreChoices;

/// The one window: its rooms in the chosen theme and language. A new language rebuilds them over the
/// same view models, so that what plays goes on. JavaFX thread.
public final class MainWindow {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass CALM = PseudoClass.getPseudoClass("calm");

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
    private WindowScreen screen;
    private int type = TypeSize.least(100);
    private boolean closing;

    /// What the window is made of.
    ///
    /// @param choices about the stored sessions
    /// @param cameras may block; called in the background
    /// @param installation where the program's own files and the user's are
    /// @param systemLanguage the language without a choice
    /// @param others builds the rooms beside the live one
    /// @param analysing whether recordings are being analysed, which ends with the window
    public record Parts(
            LiveViewModel live,
            PurposeViewModel purpose,
            RecordingViewModel recording,
            StoreChoices choices,
            ObjectProperty<Settings> settings,
            Supplier<List<CameraInfo>> cameras,
            Executor background,
            FilePicker files,
            Installation installation,
            Locale systemLanguage,
            Map<Room, RoomBuilder> others,
            BooleanSupplier analysing) {
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
        scene = new Scene(screen.dialogs(), 1280, 720);
        scene.getStylesheets()
                .add(String.valueOf(MainWindow.class.getResource("classbarometer.css")));
        install();
        DroppedFile.install(scene, this::takesFiles, model::play);
        appearance = new Appearance(settings.map(Settings::theme), dark::set);
        always.watch(dark, _ -> themed());
        always.onChange(scene.widthProperty(), this::scale);
        always.onChange(scene.heightProperty(), this::scale);
        always.onChange(settings.map(Settings::textPercent), this::scale);
        always.onChange(settings.map(Settings::textPercent), this::fit);
        always.onChange(settings.map(Settings::motion), this::move);
        always.onChange(Platform.getPreferences().reducedMotionProperty(), this::move);
        new LivePause(model, rooms, parts.recording().storing(), always);
        rooms.admit(this::mayEnter);
        parts.choices().announceDepartures(InstantSource.system());
        always.watch(parts.purpose().context(), this::used);
        stage.setOnCloseRequest(this::closeRequested);
        settings.map(Settings::language).subscribe((_, _) -> changeLanguage());
        model.figures().latency().attach(scene);
        always.onChange(stage.fullScreenProperty(), this::display);
        always.onChange(rooms.shown(), this::display);
        scale();
        move();
        stage.setScene(scene);
        stage.setTitle(Text.of("ui.title"));
        WindowMemory.install(stage, settings);
        fit();
        stage.setOnHiding(_ -> WindowMemory.remember(stage, settings));
        stage.getIcons()
                .addAll(
                        AppIcon.of(16),
                        AppIcon.of(32),
                        AppIcon.of(48),
                        AppIcon.of(128),
                        AppIcon.of(256));
    }

    private WindowScreen build() {
        return new WindowScreen(
                parts,
                rooms,
                hints,
                dark,
                new WindowScreen.Deeds(
                        () -> stage.setFullScreen(!stage.isFullScreen()), this::close));
    }

    // Full screen in the live room is for the room: no faces, no controls.
    private void display() {
        display(stage.isFullScreen() && rooms.shown().get() == Room.LIVE);
    }

    void display(boolean on) {
        screen.display(on);
    }

    // "For myself" is the self-check room, at once and at each start.
    private void used(Optional<UseContext> now) {
        if (now.filter(use -> use.purpose() == Purpose.SELF_CHECK).isPresent()) {
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

    // Behind a sheet the window takes no commands, and the live screen's are its own.
    private void run(Command command) {
        boolean live = rooms.shown().get() == Room.LIVE;
        boolean asked = parts.purpose().asking().get() && command != Command.QUIT;
        if (!screen.dialogs().isOpen() && !asked && (live || command.anywhere())) {
            screen.live().run(command);
        }
    }

    private boolean takesFiles() {
        return rooms.shown().get() == Room.LIVE
                && !screen.dialogs().isOpen()
                && !parts.purpose().asking().get();
    }

    private void enter(Room room) {
        if (!screen.dialogs().isOpen() && !parts.purpose().asking().get()) {
            rooms.enter(room);
        }
    }

    private boolean mayEnter(Room room) {
        if (room != Room.SELF_CHECK || !parts.recording().isStoring()) {
            return true;
        }
        screen.recording().confirmEnd(Why.SELF_CHECK, () -> rooms.enter(room));
        return false;
    }

    private void closeRequested(WindowEvent event) {
        boolean loses = parts.recording().isStoring() || parts.analysing().getAsBoolean();
        if (loses && !closing) {
            event.consume();
            close();
        }
    }

    /// Closes the window. Asks before what is under way ends with it, and ends a session that is stored.
    private void close() {
        if (parts.recording().isStoring()) {
            screen.recording().confirmEnd(Why.CLOSE, this::closeUnlessAnalysing);
        } else {
            closeUnlessAnalysing();
        }
    }

    private void closeUnlessAnalysing() {
        if (parts.analysing().getAsBoolean()) {
            screen.recording().confirmGivingUp(this::closeNow);
        } else {
            closeNow();
        }
    }

    private void closeNow() {
        closing = true;
        screen.tour().close();
        stage.close();
    }

    private void changeLanguage() {
        Locale.setDefault(
                Locale.Category.DISPLAY, settings.get().language().locale(parts.systemLanguage()));
        WindowScreen before = screen;
        boolean inSettings = before.dialogs().isOpen();
        before.close();
        screen = build();
        screen.dialogs().ring().goOnAfter(before.dialogs().ring());
        scene.setRoot(screen.dialogs());
        stage.setTitle(Text.of("ui.title"));
        themed();
        scale();
        move();
        display();
        fit();
        if (inSettings) {
            screen.showSettings();
            // Where the language was chosen, after the dialog looked for a place of its own.
            Platform.runLater(() -> screen.focus("settings-language"));
        }
    }

    private void themed() {
        screen.dialogs().pseudoClassStateChanged(DARK, dark.get());
    }

    private void scale() {
        type = TypeSize.of(scene.getWidth(), scene.getHeight(), settings.get().textPercent());
        screen.dialogs().type(type);
    }

    // How narrow the window may be, with the type that a narrow one has. Not while it is resized:
    // until the styles are those of the new size, it would be held at a width that nobody wants.
    private void fit() {
        Platform.runLater(() -> {
            screen.dialogs().applyCss();
            // A screen that was just built knows how wide its parts are only once it was laid out.
            screen.dialogs().layout();
            double smaller = (double) TypeSize.least(settings.get().textPercent()) / type;
            WindowMemory.notNarrower(stage, screen.leastWidth() * smaller);
        });
    }

    private void move() {
        boolean calm =
                switch (settings.get().motion()) {
                    case FULL -> false;
                    case REDUCED -> true;
                    case SYSTEM -> Platform.getPreferences().isReducedMotion();
                };
        screen.dialogs().pseudoClassStateChanged(CALM, calm);
    }

    public void show() {
        stage.show();
        stage.toFront();
        StartTimes.print(scene, model.frame());
    }

    /// The program was started a second time: the window comes to the front and plays what that start
    /// asked for, where a file that is dropped on it would be played, too.
    void calledAgain(Optional<SourceChoice> source) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (takesFiles()) {
            source.ifPresent(model::play);
        }
    }

    /// Closes every window, the newest first: GTK crashes when a popup outlives its owner.
    public static void hideAll() {
        List<Window> windows = new ArrayList<>(Window.getWindows());
        Collections.reverse(windows);
        windows.forEach(Window::hide);
    }

    void dispose() {
        parts.recording().close();
        appearance.close();
        model.figures().latency().detach(scene);
        screen.close();
        always.close();
    }
}
