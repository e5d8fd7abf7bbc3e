package org.classbarometer.ui.recorded;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.classbarometer.cli.SimulatedClassroom;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.face.Masks;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.ui.NoFiles;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.record.ConsentForm;
import org.classbarometer.ui.review.ReviewView;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.room.RoomContext;
import org.classbarometer.ui.storing.StoreChoices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A recording is analysed from the empty review room, worked with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class RecordedScreenTest {
    private static final int PATIENCE_SECONDS = 120;

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final MemorySessionStore store = new MemorySessionStore();
    private final Scope scope = new Scope();
    private Optional<Scene> scene = Optional.empty();
    private Optional<SimulatedClassroom> room = Optional.empty();
    private Optional<RecordedLessons> lessons = Optional.empty();

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Path video = Files.createTempFile("fractions", ".mp4");
        video.toFile().deleteOnExit();
        SimulatedClassroom simulated = new SimulatedClassroom(video.resolveSibling("none"));
        room = Optional.of(simulated);
        StoreSettings settings =
                StoreSettings.DEFAULT.withContext(new UseContext(new Place("CH"), Purpose.CLASS));
        store.save(settings);
        StoreChoices choices =
                new StoreChoices(
                        Optional.of(store), settings, Runnable::run, Runnable::run, _ -> {});
        RecordedLessons model =
                new RecordedLessons(
                        choices,
                        choice -> simulated.sources.open(choice),
                        () ->
                                new RecordedLessons.Reading(
                                        LabelSet.FOUR, simulated::open, _ -> Masks.NONE, video),
                        Platform::runLater,
                        Clock.systemUTC());
        lessons = Optional.of(model);
        NoFiles files =
                new NoFiles() {
                    @Override
                    public Optional<Path> video() {
                        return Optional.of(video);
                    }
                };
        Dialogs dialogs = new Dialogs();
        dialogs.setScreen(
                new ReviewView(
                        new ReviewViewModel(
                                store, Optional::empty, Runnable::run, Platform::runLater),
                        new RoomContext(
                                dialogs,
                                scope,
                                new SimpleObjectProperty<>(true),
                                new SimpleObjectProperty<>(false)),
                        Optional::empty,
                        InstantSource.system(),
                        Optional.of(
                                new RecordedFront(
                                        model,
                                        ConsentForm::new,
                                        files,
                                        _ -> {},
                                        Clock.systemUTC()))));
        Scene shown = new Scene(dialogs, 980, 680);
        scene = Optional.of(shown);
        stage.setScene(shown);
        stage.show();
    }

    @AfterEach
    void stop() throws Exception {
        lessons.orElseThrow().close();
        onFx(() -> {
            scene.orElseThrow().getWindow().hide();
            scope.close();
            return true;
        });
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        return org.testfx.util.WaitForAsyncUtils.asyncFx(task).get(PATIENCE_SECONDS, SECONDS);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        waitFor(PATIENCE_SECONDS, SECONDS, () -> onFx(condition));
        waitForFxEvents();
    }

    private Node node(String id) {
        return scene.orElseThrow().lookup("#" + id);
    }

    private void begin(FxRobot robot) throws Exception {
        await(() -> node("empty-recorded") != null && node("empty-recorded").isVisible());
        robot.clickOn("#empty-recorded");
        await(() -> node("recorded-go") != null);
        assertThat(node("recorded-go").isDisabled()).as("without a consent").isTrue();
        assertThat(node("consent-missing").isVisible()).isTrue();
        assertThat(((Label) node("consent-what")).getText()).startsWith("Of each recording");
        robot.clickOn("#consent-class").write("7b");
        robot.clickOn("#consent-count").write("20");
        robot.clickOn("#consent-everyone").clickOn("#consent-masked");
        await(() -> !node("recorded-go").isDisabled());
        assertThat(node("consent-missing").isVisible()).isFalse();
        robot.clickOn("#recorded-go");
    }

    @Test
    void a_recording_becomes_a_lesson_after_the_same_consent(FxRobot robot) throws Exception {
        begin(robot);
        await(() -> store.sessions().size() == 1 && node("review-title") instanceof Label);
        await(() -> ((Label) node("analysis-notice")).getText().startsWith("One recording"));
        await(() -> ((Label) node("review-title")).getText().startsWith("7b · fractions"));
        assertThat(store.sessions().getFirst().session().plan().consent().optedIn()).isEqualTo(20);
    }

    @Test
    void an_analysis_shows_how_far_it_is_and_is_cancelled(FxRobot robot) throws Exception {
        room.orElseThrow().frames = Integer.MAX_VALUE;
        begin(robot);
        await(() -> ((Label) node("analysis-words")).getText().contains("left"));
        robot.clickOn("#analysis-cancel");
        await(() -> ((Label) node("analysis-notice")).getText().startsWith("Cancelled"));
        assertThat(store.sessions()).isEmpty();
    }
}
