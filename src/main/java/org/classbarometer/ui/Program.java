package org.classbarometer.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.device.Cameras;
import org.classbarometer.session.SessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.setup.Monitors;
import org.classbarometer.store.SqliteSessionStore;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.feed.LiveMonitor;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MonitorThread;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.purpose.PurposeViewModel;
import org.classbarometer.ui.record.RecordingViewModel;
import org.classbarometer.ui.recorded.RecordedFront;
import org.classbarometer.ui.recorded.RecordedLessons;
import org.classbarometer.ui.review.ReviewView;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.room.RoomBuilder;
import org.classbarometer.ui.selfcheck.SelfCheck;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.SettingsFile;
import org.classbarometer.ui.source.FirstSource;
import org.classbarometer.ui.statement.StatementPane;
import org.classbarometer.ui.statement.StatementPrinter;
import org.classbarometer.ui.storing.StoreChoices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running of the window, from its parts put together to their ordered end.
final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final long FINISH_SECONDS = 5;

    private final UiOptions options;
    private final Function<Stage, SystemDialogs> dialogs;
    private final SettingsFile file;
    private final SettingsFile.Loaded loaded;
    private final Locale systemLanguage = Locale.getDefault(Locale.Category.DISPLAY);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("background").factory());
    private final MoodHistory history = new MoodHistory();
    private final RateMeter analysed = new RateMeter();
    private final ExecutorService sessions =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("sessions").factory());
    // Not the background: a camera driver that hangs there must not cost an entry.
    private final ExecutorService diary =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("diary").factory());
    private final LiveMonitor monitor;
    private final Optional<SessionStore> store;
    private final List<String> tellings = new ArrayList<>();
    private volatile Optional<SelfCheck> selfCheck = Optional.empty();
    private volatile Optional<RecordedLessons> recorded = Optional.empty();
    // On the JavaFX thread only.
    private Optional<MainWindow> shown = Optional.empty();

    Program(UiOptions options) {
        this(options, stage -> SystemDialogs.ofSystem(stage, options.installation().models()));
    }

    /// @param dialogs over the window; called once
    Program(UiOptions options, Function<Stage, SystemDialogs> dialogs) {
        this.options = options;
        this.dialogs = dialogs;
        this.file = new SettingsFile(options.installation().settingsFile());
        // Here, while JavaFX starts on its own thread.
        this.loaded = file.load();
        this.monitor =
                new MonitorThread(
                        Monitors.of(options.installation(), options.provider()),
                        Platform::runLater,
                        history,
                        analysed);
        this.store = openStore();
    }

    // Without a store everything works but storing, and what is wrong with it is told.
    private Optional<SessionStore> openStore() {
        try {
            SqliteSessionStore opened =
                    SqliteSessionStore.open(
                            options.installation().databaseFile(), InstantSource.system());
            opened.notice().ifPresent(tellings::add);
            return Optional.of(opened);
        } catch (StoreException unusable) {
            LOG.warn("No sessions can be stored: {}", unusable.getMessage());
            tellings.add(unusable.getMessage());
            return Optional.empty();
        }
    }

    private StoreSettings storeSettings() {
        try {
            return store.isPresent() ? store.get().settings() : StoreSettings.DEFAULT;
        } catch (StoreException unreadable) {
            tellings.add(unreadable.getMessage());
            return StoreSettings.DEFAULT;
        }
    }

    /// Opens the window; on the JavaFX thread.
    void open() {
        TypedChoices typed =
                new TypedChoices(
                        options.labels(),
                        options.language(),
                        options.finder(),
                        options.authorities(),
                        loaded.settings());
        Settings first = typed.first();
        Monitors monitors = monitors(first);
        monitor.find(monitors.finder());
        ObjectProperty<Settings> settings = new SimpleObjectProperty<>(first);
        LiveViewModel model = new LiveViewModel(monitor, settings, history, analysed);
        StoreChoices choices =
                new StoreChoices(
                        store, storeSettings(), sessions, Platform::runLater, model::showNotice);
        PurposeViewModel purpose = new PurposeViewModel(choices, Locale.getDefault());
        settings.subscribe((_, now) -> background.execute(() -> save(typed.toStore(now), model)));
        Stage stage = new Stage();
        Path shipped = options.installation().defaultModel();
        RecordingViewModel recording =
                new RecordingViewModel(
                        model,
                        monitor,
                        choices,
                        sessions,
                        Platform::runLater,
                        Clock.system(ZoneId.systemDefault()));
        SystemDialogs systemDialogs = dialogs.apply(stage);
        MainWindow window =
                new MainWindow(
                        stage,
                        new MainWindow.Parts(
                                model,
                                purpose,
                                recording,
                                choices,
                                settings,
                                Cameras::list,
                                background,
                                systemDialogs.files(),
                                options.installation(),
                                systemLanguage,
                                rooms(
                                        systemDialogs,
                                        recording,
                                        recordedLessons(model, settings, choices),
                                        selfCheck(
                                                monitors, settings, purpose, systemDialogs, stage)),
                                this::isAnalysing));
        shown = Optional.of(window);
        stage.setOnHidden(_ -> {
            shown = Optional.empty();
            window.dispose();
            closed.countDown();
        });
        loaded.problem().ifPresent(tellings::add);
        if (!tellings.isEmpty()) {
            model.showNotice(String.join(" ", tellings));
        }
        Path wanted =
                options.model()
                        .orElseGet(
                                () -> first.model().isEmpty() ? shipped : Path.of(first.model()));
        model.reading()
                .startWith(
                        wanted, wanted.equals(shipped) ? Optional.empty() : Optional.of(shipped));
        window.show();
        background.execute(() -> playFirst(model, first));
    }

    /// Brings the window to the front; any thread.
    ///
    /// @param text of the source that is to be played, empty for none
    void calledAgain(String text) {
        Platform.runLater(() ->
                shown.ifPresent(window -> {
                    try {
                        window.calledAgain(
                                text.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(SourceChoice.parse(text)));
                    } catch (FrameSourceException unknown) {
                        LOG.warn(
                                "A second start asked for what is no source: {}",
                                unknown.getMessage());
                        window.calledAgain(Optional.empty());
                    }
                }));
    }

    private Map<Room, RoomBuilder> rooms(
            SystemDialogs systemDialogs,
            RecordingViewModel recording,
            RecordedLessons lessons,
            RoomBuilder alone) {
        Map<Room, RoomBuilder> rooms = new EnumMap<>(Room.class);
        rooms.put(Room.SELF_CHECK, alone);
        store.ifPresent(sessionStore -> {
            ReviewViewModel review =
                    new ReviewViewModel(
                            sessionStore, recording::session, sessions, Platform::runLater);
            recording.ending().wanted().subscribe(session -> session.ifPresent(review::see));
            RecordedFront front =
                    new RecordedFront(
                            lessons,
                            recording::form,
                            systemDialogs.files(),
                            over ->
                                    StatementPane.show(
                                            over, StatementPrinter.system(systemDialogs.files())),
                            Clock.system(ZoneId.systemDefault()));
            rooms.put(
                    Room.REVIEW,
                    room ->
                            new ReviewView(
                                    review,
                                    room,
                                    systemDialogs.exports(),
                                    InstantSource.system(),
                                    Optional.of(front)));
        });
        return rooms;
    }

    private boolean isAnalysing() {
        return recorded.flatMap(lessons -> lessons.progress().get()).isPresent();
    }

    private Monitors monitors(Settings now) {
        return Monitors.of(options.installation(), options.provider())
                .finding(now.chosenFinder().orElse(options.installation().defaultFinder()));
    }

    // With the model and labels of the live room, in a monitor of its own.
    private RecordedLessons recordedLessons(
            LiveViewModel model, ObjectProperty<Settings> settings, StoreChoices choices) {
        RecordedLessons lessons =
                new RecordedLessons(
                        choices,
                        monitors(settings.get()).sources(),
                        () -> {
                            Path file =
                                    model.reading()
                                            .model()
                                            .get()
                                            .map(ModelInUse::file)
                                            .orElse(options.installation().defaultModel());
                            Monitors monitors = monitors(settings.get());
                            return new RecordedLessons.Reading(
                                    model.reading().labels().get(),
                                    wanted -> monitors.open(file, wanted),
                                    settings.get()::masksOf,
                                    file);
                        },
                        Platform::runLater,
                        Clock.system(ZoneId.systemDefault()));
        recorded = Optional.of(lessons);
        return lessons;
    }

    private RoomBuilder selfCheck(
            Monitors monitors,
            ObjectProperty<Settings> settings,
            PurposeViewModel purpose,
            SystemDialogs systemDialogs,
            Stage stage) {
        SelfCheck alone =
                new SelfCheck(
                        monitors,
                        options.model().orElse(options.installation().defaultModel()),
                        options.source(),
                        source -> settings.get().trusting(source),
                        Cameras::list,
                        background,
                        diary,
                        Clock.system(ZoneId.systemDefault()));
        selfCheck = Optional.of(alone);
        return alone.room(systemDialogs.files(), stage, () -> country(purpose));
    }

    // Where the program is used, as it was said at the first start; else what the system says.
    private static String country(PurposeViewModel purpose) {
        return purpose.context()
                .getValue()
                .map(said -> said.place().country())
                .orElseGet(() -> Locale.getDefault(Locale.Category.FORMAT).getCountry());
    }

    private void playFirst(LiveViewModel model, Settings settings) {
        List<CameraInfo> cameras = options.source().isPresent() ? List.of() : Cameras.list();
        Platform.runLater(() -> {
            SourceChoice source = FirstSource.choose(options.source(), settings.source(), cameras);
            // What was asked for by name is refused with the reason; a guess gives way.
            boolean refused = options.source().isEmpty() && model.refuses(source).isPresent();
            SourceChoice wanted = refused ? new SourceChoice.Demo() : source;
            if (!model.isPlaying() || !wanted.equals(model.choice().get())) {
                model.play(wanted);
            }
        });
    }

    private void save(Settings now, LiveViewModel model) {
        try {
            file.save(now);
        } catch (UserProblem unwritable) {
            LOG.warn("Settings not saved: {}", unwritable.getMessage());
            Platform.runLater(() -> model.showNotice(unwritable.getMessage()));
        }
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /// Ends in order: source, analysis, workers, what is still to be stored, the diary, the last save.
    @Override
    public void close() {
        monitor.close();
        selfCheck.ifPresent(SelfCheck::close);
        recorded.ifPresent(RecordedLessons::close);
        // A deletion may still wait behind an export that is cut off now: it was promised.
        finish(sessions).forEach(Runnable::run);
        store.ifPresent(SessionStore::close);
        finish(diary).forEach(Runnable::run);
        List<Runnable> undone = finish(background);
        if (!undone.isEmpty()) {
            LOG.warn("{} tasks were not begun before the end", undone.size());
        }
    }

    /// @return what was not begun when the time was over
    private static List<Runnable> finish(ExecutorService tasks) {
        tasks.shutdown();
        try {
            if (tasks.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS)) {
                return List.of();
            }
            List<Runnable> undone = tasks.shutdownNow();
            // What is interrupted comes to its own end first.
            boolean _ = tasks.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS);
            return undone;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
