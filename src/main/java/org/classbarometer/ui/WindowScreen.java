package org.classbarometer.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.help.About;
import org.classbarometer.ui.help.HelpDialogs;
import org.classbarometer.ui.help.HelpDialogs.Shortcut;
import org.classbarometer.ui.hint.HintBar;
import org.classbarometer.ui.hint.HintViewModel;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.LiveView;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.purpose.PurposeGate;
import org.classbarometer.ui.record.RecordingBar;
import org.classbarometer.ui.record.RecordingDialogs;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.room.Rooms;
import org.classbarometer.ui.room.RoomsPane;
import org.classbarometer.ui.settings.ModelText;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.SettingsDialog;
import org.classbarometer.ui.source.SourceMenu;
import org.classbarometer.ui.statement.StatementPrinter;
import org.classbarometer.ui.storing.DepartureBar;
import org.classbarometer.ui.storing.StoringSection;
import org.classbarometer.ui.welcome.Tour;
import org.classbarometer.ui.welcome.WelcomeBar;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// All that the window shows, in one language; a new language builds another one over the same view
/// models. JavaFX thread.
final class WindowScreen implements AutoCloseable {
    private final MainWindow.Parts parts;
    private final Rooms rooms;
    private final ObservableValue<Boolean> dark;
    private final Dialogs dialogs = new Dialogs();
    private final Scope scope = new Scope();
    private final LiveView live;
    private final RoomsPane body;
    private final RecordingDialogs recording;
    private final Tour tour;

    /// What only the window can do.
    record Deeds(Runnable fullScreen, Runnable quit) {}

    WindowScreen(
            MainWindow.Parts parts,
            Rooms rooms,
            HintViewModel hints,
            ObservableValue<Boolean> dark,
            Deeds deeds) {
        this.parts = parts;
        this.rooms = rooms;
        this.dark = dark;
        recording = recordingDialogs();
        live =
                new LiveView(
                        parts.live(),
                        sourceMenu(),
                        commands(deeds),
                        parts.recording().storing(),
                        parts.purpose().context().map(WindowScreen::lawMatters),
                        dark.map(Palette::new),
                        scope);
        live.addBar(new HintBar(hints, scope));
        tour = tour(live.sights());
        live.addHeading(
                new WelcomeBar(
                        // It says that nothing is stored.
                        parts.recording()
                                .storing()
                                .flatMap(storing ->
                                        parts.settings().map(now -> !now.welcomed() && !storing)),
                        tour::start,
                        this::welcomed,
                        scope));
        body =
                new RoomsPane(
                        rooms,
                        room -> room == Room.LIVE ? live : other(room),
                        List.of(
                                new RoomsPane.Door(
                                        "settings",
                                        Command.SETTINGS.keys(),
                                        MaterialDesignC.COG_OUTLINE,
                                        () -> live.run(Command.SETTINGS)),
                                new RoomsPane.Door(
                                        "help",
                                        Command.HELP.keys(),
                                        MaterialDesignH.HELP_CIRCLE_OUTLINE,
                                        () -> live.run(Command.HELP))),
                        scope);
        body.setTop(
                new VBox(
                        new RecordingBar(
                                parts.recording(),
                                parts.live(),
                                recording::toggle,
                                recording::confirmWithdraw,
                                scope),
                        new DepartureBar(
                                parts.choices(),
                                dialogs,
                                () -> rooms.enter(Room.REVIEW),
                                InstantSource.system(),
                                scope)));
        dialogs.setScreen(new PurposeGate(parts.purpose(), body, dialogs, scope));
    }

    // What holds in the European Union is nobody's business where it does not.
    private static boolean lawMatters(Optional<UseContext> use) {
        return use.map(said -> said.place().inEuropeanEconomicArea()).orElse(true);
    }

    private RecordingDialogs recordingDialogs() {
        return new RecordingDialogs(
                parts.recording(),
                parts.live(),
                parts.choices(),
                dialogs,
                StatementPrinter.system(parts.files()),
                parts.others().containsKey(Room.REVIEW)
                        ? Optional.of(() -> rooms.enter(Room.REVIEW))
                        : Optional.empty(),
                scope);
    }

    private Map<Command, Runnable> commands(Deeds deeds) {
        return Map.of(
                Command.SETTINGS, this::showSettings,
                Command.RECORD, this::record,
                Command.MARKER, parts.recording().marking()::mark,
                Command.HELP, this::showHelp,
                Command.NOTICE, this::showNotice,
                Command.FULL_SCREEN, deeds.fullScreen(),
                Command.QUIT, deeds.quit());
    }

    private SourceMenu sourceMenu() {
        SourceMenu menu =
                new SourceMenu(
                        parts.cameras(),
                        parts.background(),
                        parts.live().choice(),
                        parts.live()::play,
                        parts.files(),
                        dialogs,
                        scope);
        menu.offer(parts.settings().map(Settings::recent), scope);
        return menu;
    }

    private Tour tour(List<Node> sights) {
        return new Tour(
                List.of(
                        new Tour.Step(sights.get(0), "picture", PopOver.ArrowLocation.RIGHT_CENTER),
                        new Tour.Step(sights.get(1), "mood", PopOver.ArrowLocation.RIGHT_TOP),
                        new Tour.Step(sights.get(2), "source", PopOver.ArrowLocation.TOP_LEFT)),
                dialogs.ring(),
                this::welcomed);
    }

    private void welcomed() {
        parts.settings().set(parts.settings().get().withWelcomed(true));
    }

    private Region other(Room room) {
        RoomBuilder builder = Objects.requireNonNull(parts.others().get(room));
        ObservableValue<Boolean> shown = rooms.shown().map(room::equals);
        return builder.build(new RoomContext(dialogs, scope, shown, dark));
    }

    // Storing begins in the live room, where one sees what is stored of.
    private void record() {
        if (rooms.shown().get() != Room.LIVE && !parts.recording().isStoring()) {
            return;
        }
        if (parts.purpose().context().getValue().isEmpty()) {
            parts.purpose().ask(recording::toggle);
        } else {
            recording.toggle();
        }
    }

    private void showHelp() {
        HelpDialogs.showKeys(
                dialogs,
                ways(),
                new HelpDialogs.Ways(this::showWelcome, this::showNotice, this::showAbout));
    }

    private void showWelcome() {
        dialogs.close();
        rooms.enter(Room.LIVE);
        tour.start();
    }

    private void showNotice() {
        HelpDialogs.showNotice(dialogs, parts.purpose().context().getValue());
    }

    private void showAbout() {
        String model =
                ModelText.of(parts.live().reading().model().get())
                        .map(ModelText::words)
                        .orElseGet(() -> Text.of("ui.settings.model.none"));
        HelpDialogs.showAbout(dialogs, About.of(parts.installation(), model));
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

    /// Opens the settings.
    void showSettings() {
        Scope shown = new Scope();
        SettingsDialog sheet =
                new SettingsDialog(
                        parts.settings(),
                        new SettingsDialog.Doors(
                                parts.live().reading().model().map(ModelText::of),
                                () -> parts.files().model().ifPresent(this::useModel),
                                this::useShippedModel,
                                parts.installation().finders(),
                                parts.live().reading()::find,
                                parts.live().fixedLabels(),
                                parts.files()::authorities),
                        shown,
                        new StoringSection(
                                parts.choices(),
                                parts.recording().storing(),
                                parts.purpose()::ask,
                                dialogs));
        Nodes.endWith(sheet, shown);
        dialogs.show(Text.of("ui.settings"), sheet);
    }

    private void useShippedModel() {
        parts.settings().set(parts.settings().get().withModel(""));
        useModel(parts.installation().defaultModel());
    }

    private void useModel(Path file) {
        dialogs.close();
        parts.live().reading().chooseModel(file);
    }

    /// Moves the focus to what has this id, if it is there.
    void focus(String id) {
        Optional.ofNullable(dialogs.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    /// So wide that no button is cut, in this language and size of the text.
    double leastWidth() {
        body.applyCss();
        return body.minWidth(-1);
    }

    Dialogs dialogs() {
        return dialogs;
    }

    LiveView live() {
        return live;
    }

    RecordingDialogs recording() {
        return recording;
    }

    Tour tour() {
        return tour;
    }

    /// The room display in place of everything, or not any more.
    void display(boolean on) {
        tour.close();
        live.display(on);
        body.bare(on);
    }

    @Override
    public void close() {
        tour.close();
        scope.close();
    }
}
