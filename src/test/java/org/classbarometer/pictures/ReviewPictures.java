package org.classbarometer.pictures;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Bucket;
import org.classbarometer.mood.BucketMood;
import org.classbarometer.review.Lessons;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.store.SqliteSessionStore;
import org.classbarometer.ui.NoFiles;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.record.ConsentForm;
import org.classbarometer.ui.recorded.RecordedFront;
import org.classbarometer.ui.recorded.RecordedLessons;
import org.classbarometer.ui.review.ReviewView;
import org.classbarometer.ui.review.SchoolYear;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.review.model.ReviewViewModel.Panel;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.room.Rooms;
import org.classbarometer.ui.room.RoomsPane;
import org.classbarometer.ui.storing.StoreChoices;

/// Takes the pictures of the review for docs/images/ and for a critical eye, over a real database
/// with made-up lessons, into the folder named by the first argument. The program itself cannot save
/// a picture; this is test code.
public final class ReviewPictures {
    private static final int WEEKS = 38;

    private final Path folder;
    private final ReviewViewModel model;
    private final RecordedFront front;
    private final Stage stage = new Stage();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private Scope scope = new Scope();
    private Dialogs dialogs = new Dialogs();

    private ReviewPictures(Path folder, ReviewViewModel model, RecordedFront front) {
        this.folder = folder;
        this.front = front;
        this.model = model;
        stage.setScene(new Scene(dialogs, 1280, 720));
        stage.getScene()
                .getStylesheets()
                .add(
                        String.valueOf(
                                ReviewPictures.class.getResource(
                                        "/org/classbarometer/ui/classbarometer.css")));
        stage.show();
    }

    private void build(Locale language, boolean isDark, int width, int height) {
        Locale.setDefault(Locale.Category.DISPLAY, language);
        scope.close();
        scope = new Scope();
        dialogs = new Dialogs();
        dark.set(isDark);
        Application.setUserAgentStylesheet(
                isDark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        ObjectProperty<Boolean> shown = new SimpleObjectProperty<>(true);
        Rooms rooms = new Rooms(List.of(Room.REVIEW, Room.SELF_CHECK));
        rooms.enter(Room.REVIEW);
        Dialogs over = dialogs;
        over.setScreen(
                new RoomsPane(
                        rooms,
                        _ ->
                                new ReviewView(
                                        model,
                                        new RoomContext(over, scope, shown, dark),
                                        Optional::empty,
                                        InstantSource.system(),
                                        Optional.of(front)),
                        List.of(),
                        scope));
        over.pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), isDark);
        stage.getScene().setRoot(over);
        stage.setWidth(width);
        stage.setHeight(height);
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

    private void await(Predicate<ReviewViewModel> condition) throws Exception {
        while (!onFx(() -> condition.test(model) && !model.busy().get())) {
            Thread.sleep(100);
        }
    }

    private void shot(String name) throws Exception {
        Thread.sleep(1500);
        Screenshots.write(
                onFx(() -> stage.getScene().snapshot(null)), folder.resolve(name + ".png"));
    }

    private void all() throws Exception {
        screens(Locale.ENGLISH, false, 1280, 720, "light-1280-en");
        screens(Locale.GERMAN, true, 1280, 720, "dark-1280-de");
        screens(Locale.GERMAN, false, 1920, 1080, "light-1920-de");
    }

    private void screens(Locale language, boolean isDark, int width, int height, String suffix)
            throws Exception {
        run(() -> build(language, isDark, width, height));
        run(() -> model.show(Panel.LESSON));
        await(now -> now.lesson().lesson().get().isPresent());
        shot("review-first-" + suffix);
        run(() ->
                model.lesson()
                        .goTo(
                                model.lesson()
                                        .lesson()
                                        .get()
                                        .orElseThrow()
                                        .shifts()
                                        .getFirst()
                                        .at()));
        shot("review-" + suffix);
        run(() -> model.lesson().select(Duration.ofMinutes(17), Duration.ofMinutes(27)));
        shot("review-stretch-" + suffix);
        run(() -> model.show(Panel.COMPARE));
        await(now -> now.compare().other().get().isPresent());
        shot("review-compare-" + suffix);
        run(() -> model.choice().choose(List.of(model.choice().listed().get(1))));
        run(() -> model.show(Panel.WEEKS));
        await(now -> now.weeks().grid().get().isPresent());
        shot("review-weeks-" + suffix);
        run(() -> model.choice().choose(List.of(model.choice().listed().getFirst())));
        run(() -> model.lesson().clear());
        for (String opens :
                List.of("review-recorded", "review-delete", "review-entitle", "marker-add")) {
            run(() -> ((Button) stage.getScene().lookup("#" + opens)).fire());
            shot("review-dialog-" + opens + "-" + suffix);
            run(() -> dialogs.close());
        }
        run(() ->
                ((MenuButton) stage.getScene().lookup("#review-export"))
                        .getItems()
                        .getFirst()
                        .fire());
        shot("review-dialog-export-" + suffix);
        run(() -> dialogs.close());
    }

    private static RecordedFront recordings(SqliteSessionStore store) throws StoreException {
        StoreSettings settings =
                store.settings().withContext(new UseContext(new Place("CH"), Purpose.CLASS));
        StoreChoices choices =
                new StoreChoices(
                        Optional.of(store), settings, Runnable::run, Runnable::run, _ -> {});
        RecordedLessons lessons =
                new RecordedLessons(
                        choices,
                        _ -> {
                            throw new IllegalStateException();
                        },
                        () -> {
                            throw new IllegalStateException();
                        },
                        Platform::runLater,
                        Clock.systemUTC());
        NoFiles files =
                new NoFiles() {
                    @Override
                    public Optional<Path> video() {
                        return Optional.of(Path.of("7b-2026-11-20.mp4"));
                    }
                };
        return new RecordedFront(lessons, ConsentForm::new, files, _ -> {}, Clock.systemUTC());
    }

    /// A lesson in steps of three people, of which not everything is published: as real ones are.
    private static void storePublished(SqliteSessionStore store) throws StoreException {
        SessionId id =
                store.begin(Lessons.plan("8a", SchoolYear.NEWEST.plusHours(2), LabelSet.FOUR));
        for (int i = 0; i < 540; i++) {
            int happy = i < 200 ? 3 : i < 330 ? 9 : 6;
            int neutral = i < 200 ? 15 : i < 330 ? 9 : 12;
            int sad = i > 420 ? 3 : 0;
            BucketMood mood =
                    new BucketMood(21, i % 130 < 60 ? 3 : 0, new int[] {neutral, happy, 0, sad});
            store.add(id, new Bucket(i, i < 12 ? Optional.empty() : Optional.of(mood)));
        }
        store.entitle(id, "Fractions, second lesson");
        store.mark(id, Duration.ofMinutes(16), "Film begins");
        store.end(id, SchoolYear.NEWEST.plusHours(2).plusMinutes(45));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/screenshots");
        Files.createDirectories(folder);
        Path data = Files.createTempDirectory("classbarometer-review");
        ExecutorService background = Executors.newSingleThreadExecutor();
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try (SqliteSessionStore store =
                SqliteSessionStore.open(
                        data.resolve("sessions.db"),
                        InstantSource.fixed(SchoolYear.NEWEST.toInstant()))) {
            store.save(StoreSettings.DEFAULT.withRetention(Duration.ofDays(400)));
            SchoolYear.store(store, WEEKS);
            storePublished(store);
            ReviewViewModel model =
                    new ReviewViewModel(store, Optional::empty, background, Platform::runLater);
            RecordedFront front = recordings(store);
            ReviewPictures pictures = onFx(() -> new ReviewPictures(folder, model, front));
            pictures.all();
            run(pictures.scope::close);
            background.shutdown();
        }
        System.exit(0);
    }
}
