package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.expression.ModelMetadata;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.monitor.Load;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.UseContext;
import org.classbarometer.text.Language;
import org.classbarometer.ui.feed.LiveFrame;
import org.classbarometer.ui.feed.ModelInUse;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// First start, consent, the sign, marker, withdrawal and closing, over a simulated monitor.
@ExtendWith(ApplicationExtension.class)
class RecordScreenTest extends WindowTest {
    private final MemorySessionStore store = new MemorySessionStore();
    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private final AtomicBoolean analysing = new AtomicBoolean();
    private Optional<MainWindow.Parts> parts = Optional.empty();

    @Start
    void start(Stage on) {
        LiveViewModel live =
                new LiveViewModel(monitor, settings, new MoodHistory(), new RateMeter());
        MainWindow.Parts all =
                Windows.with(
                        Windows.parts(
                                live,
                                monitor,
                                settings,
                                store,
                                new NoFiles(),
                                Locale.GERMANY,
                                Map.of()),
                        analysing::get);
        live.model(
                new ModelInUse(
                        Path.of("models/tiny.onnx"),
                        new ModelMetadata(
                                LabelSet.EIGHT, 0, 1, 0.5f, "n", "n", "3", "card.md", 1, 1),
                        "CPU",
                        LabelSet.VIEWS,
                        Optional.empty()));
        show(on, all, 990, 720);
        parts = Optional.of(all);
    }

    private void answer(String country, Purpose purpose) throws Exception {
        onFx(() -> {
            parts.orElseThrow().purpose().ask();
            parts.orElseThrow().purpose().place().set(Optional.of(new Place(country)));
            parts.orElseThrow().purpose().purpose().set(Optional.of(purpose));
            return true;
        });
        press("use-confirm");
    }

    private void play() throws Exception {
        onFx(() -> {
            LiveViewModel live = parts.orElseThrow().live();
            live.play(new SourceChoice.Demo());
            live.source(new SourceState.Playing("demo", 160, 90, 12));
            return true;
        });
    }

    private static void ctrl(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        waitForFxEvents();
    }

    private void store(FxRobot robot) throws Exception {
        answer("US", Purpose.CLASS);
        play();
        ctrl(robot, KeyCode.R);
        assertThat(node("consent-store").orElseThrow().isDisabled()).isTrue();
        onFx(() -> {
            ((ComboBox<?>) node("consent-class").orElseThrow()).getEditor().setText("7b");
            ((TextField) node("consent-count").orElseThrow()).setText("14");
            ((CheckBox) node("consent-everyone").orElseThrow()).setSelected(true);
            return true;
        });
        assertThat(node("consent-store").orElseThrow().isDisabled()).isTrue();
        assertThat(store.sessions()).isEmpty();
        onFx(() -> {
            ((CheckBox) node("consent-masked").orElseThrow()).setSelected(true);
            return true;
        });
        press("consent-store");
    }

    @Test
    void a_camera_waits_for_the_questions_which_refuse_a_class_in_the_union(FxRobot robot)
            throws Exception {
        assertThat(node("use-screen")).as("the first start asks nothing").isEmpty();
        wantTheCamera();
        assertThat(node("use-screen")).isPresent();
        assertThat(parts.orElseThrow().live().isPlaying()).isFalse();
        assertThat(node("use-confirm").orElseThrow().isDisabled()).isTrue();
        ctrl(robot, KeyCode.COMMA);
        assertThat(node("settings-sheet")).as("first the answers").isEmpty();
        robot.clickOn("#purpose-class");
        waitForFxEvents();
        assertThat(words("verdict-title")).isEqualTo("Germany: not with a class");
        assertThat(((Button) node("use-confirm").orElseThrow()).getText()).contains("demo class");

        robot.clickOn("#country-search").write("switz");
        robot.type(KeyCode.ENTER);
        waitForFxEvents();
        assertThat(words("verdict-title")).isEqualTo("Before the first lesson");
        press("use-confirm");
        assertThat(node("use-screen")).isEmpty();
        assertThat(store.settings().context())
                .contains(new UseContext(new Place("CH"), Purpose.CLASS));
        assertThat(parts.orElseThrow().live().isPlaying())
                .as("the camera that was wanted")
                .isTrue();
        assertThat(parts.orElseThrow().live().choice().get()).isEqualTo(new SourceChoice.Camera(0));
    }

    private void wantTheCamera() throws Exception {
        onFx(() -> {
            parts.orElseThrow().live().play(new SourceChoice.Camera(0));
            return true;
        });
    }

    @Test
    void leaving_the_questions_leaves_what_plays(FxRobot robot) throws Exception {
        play();
        wantTheCamera();
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        assertThat(node("use-screen")).isEmpty();
        assertThat(parts.orElseThrow().live().choice().get()).isEqualTo(new SourceChoice.Demo());
        assertThat(parts.orElseThrow().live().isPlaying()).isTrue();
        assertThat(store.settings().context()).isEmpty();
    }

    @Test
    void storing_waits_for_the_questions_and_goes_on_after_them(FxRobot robot) throws Exception {
        play();
        ctrl(robot, KeyCode.R);
        assertThat(node("use-screen")).isPresent();
        onFx(() -> {
            parts.orElseThrow().purpose().place().set(Optional.of(new Place("US")));
            parts.orElseThrow().purpose().purpose().set(Optional.of(Purpose.CLASS));
            return true;
        });
        press("use-confirm");
        assertThat(node("consent-store")).isPresent();
        assertThat(stage().getScene().getFocusOwner().getId())
                .as("the first focus is where a person types")
                .isEqualTo("consent-class");
    }

    @Test
    void enter_does_not_withdraw_by_itself(FxRobot robot) throws Exception {
        store(robot);
        press("recording-withdraw");
        robot.type(KeyCode.ENTER);
        waitForFxEvents();
        assertThat(node("withdraw-confirm")).isEmpty();
        assertThat(store.sessions()).isNotEmpty();
    }

    @Test
    void what_the_law_says_can_be_read_within_the_program() throws Exception {
        wantTheCamera();
        onFx(() -> {
            node("law-more").orElseThrow().fireEvent(new javafx.event.ActionEvent());
            return true;
        });
        assertThat(stage().getScene().getRoot().lookupAll(".document-heading"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void in_the_union_nothing_of_a_class_is_stored(FxRobot robot) throws Exception {
        answer("DE", Purpose.CLASS);
        play();
        ctrl(robot, KeyCode.R);
        assertThat(words("told")).contains("5(1)(f)");
        assertThat(node("consent-store")).isEmpty();
    }

    @Test
    void while_a_session_is_stored_a_sign_shows_and_markers_are_set(FxRobot robot)
            throws Exception {
        assertThat(node("recording-bar").orElseThrow().isVisible()).isFalse();
        assertThat(words("welcome-sentence")).contains("nothing is stored");
        assertThat(node("welcome-bar").orElseThrow().isVisible()).isTrue();
        store(robot);
        assertThat(node("welcome-bar").orElseThrow().isVisible())
                .as("what says that nothing is stored")
                .isFalse();
        assertThat(node("recording-bar").orElseThrow().isVisible()).isTrue();
        assertThat(words("recording-sign")).isEqualTo("Storing: 7b");
        assertThat(words("nothing-stored")).contains("is being stored");

        ctrl(robot, KeyCode.K);
        assertThat(node("recording-note").orElseThrow().isFocused()).isTrue();
        robot.write("group work").type(KeyCode.ENTER);
        waitForFxEvents();
        var session = store.sessions().getFirst().session();
        assertThat(store.timeline(session.id()).orElseThrow().markers().getFirst().note())
                .isEqualTo("group work");
        assertThat(session.plan().consent().optedIn()).isEqualTo(14);

        press("recording-end");
        assertThat(words("told")).contains("7b", "1 marker", "30 days");
        assertThat(words("told-story")).as("three sentences").containsPattern("\\. .*\\. .*\\.$");
        press("outcome-close");
        assertThat(words("nothing-stored")).contains("nothing is stored");
        assertThat(node("welcome-bar").orElseThrow().isVisible()).isTrue();
    }

    @Test
    void while_a_session_is_stored_on_a_busy_computer_the_mood_is_whole_in_german_at_720p(
            FxRobot robot) throws Exception {
        LiveViewModel live = parts.orElseThrow().live();
        onFx(() -> {
            settings.set(settings.get().withLanguage(Language.GERMAN).withWelcomed(true));
            live.reading().chooseLabels(LabelSet.EIGHT);
            stage().setWidth(1280);
            stage().setHeight(720);
            return true;
        });
        store(robot);
        for (Load load : List.of(Load.EASY, new Load(3, 0.9), new Load(1, 1.6))) {
            // The figures change a few times a second only.
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () ->
                            onFx(() -> {
                                live.frame(frame(load));
                                return live.figures().vitals().get().load().equals(load);
                            }));
            onFx(() -> {
                stage().getScene().getRoot().applyCss();
                stage().getScene().getRoot().layout();
                return true;
            });
            ScrollPane around =
                    stage().getScene().getRoot().lookupAll(".side-scroll").stream()
                            .map(ScrollPane.class::cast)
                            .filter(pane -> "mood".equals(pane.getContent().getId()))
                            .findFirst()
                            .orElseThrow();
            assertThat(((Region) around.getContent()).getHeight())
                    .as(load.toString())
                    .isLessThanOrEqualTo(around.getViewportBounds().getHeight() + 1);
        }
    }

    private static LiveFrame frame(Load load) {
        LiveFrame easy = Samples.frame(LabelSet.EIGHT, Samples.face(1, LabelSet.EIGHT, 1, false));
        return new LiveFrame(
                easy.picture(),
                easy.faces(),
                easy.mood(),
                easy.timings(),
                easy.capturedNanos(),
                easy.sourceNanos(),
                123_456,
                load);
    }

    @Test
    void a_withdrawal_asks_once_deletes_and_says_so(FxRobot robot) throws Exception {
        store(robot);
        press("recording-withdraw");
        press("withdraw-keep");
        assertThat(store.sessions()).hasSize(1);
        press("recording-withdraw");
        press("withdraw-confirm");
        assertThat(store.sessions()).isEmpty();
        assertThat(words("told")).contains("gone", "record of the consent");
        assertThat(words("withdrawn-undo-text")).contains("10 seconds");
        press("withdrawn-undo");
        assertThat(store.sessions()).as("it was a slip").hasSize(1);
        assertThat(words("told-story")).isNotEmpty();
        press("outcome-withdraw");
        press("withdraw-confirm");
        press("outcome-close");
        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void an_end_that_fails_can_be_tried_again_and_the_window_closes_then(FxRobot robot)
            throws Exception {
        store(robot);
        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        WindowEvent asked = new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
        onFx(() -> {
            stage().fireEvent(asked);
            return true;
        });
        press("end-confirm");
        assertThat(stage().isShowing()).isTrue();
        assertThat(words("told")).contains("7b", "The disk is full.");
        press("outcome-again");
        assertThat(words("told")).contains("The disk is full.");
        store.failure.set(Optional.empty());
        press("outcome-again");
        assertThat(stage().isShowing()).isFalse();
        assertThat(store.sessions().getFirst().session().end()).isPresent();
    }

    @Test
    void what_could_neither_be_ended_nor_deleted_is_deleted_at_the_next_try(FxRobot robot)
            throws Exception {
        store(robot);
        store.failure.set(Optional.of(new StoreException("The disk is full.")));
        press("recording-end");
        press("outcome-withdraw");
        press("withdraw-confirm");
        assertThat(words("told")).contains("could not be deleted", "The disk is full.");
        store.failure.set(Optional.empty());
        press("outcome-again");
        assertThat(store.sessions()).isEmpty();
        assertThat(words("told")).contains("gone", "record of the consent");
    }

    @Test
    void closing_the_window_asks_before_recordings_that_are_analysed_are_given_up()
            throws Exception {
        analysing.set(true);
        askToClose();
        assertThat(stage().isShowing()).isTrue();
        assertThat(words("told")).contains("nothing of it stays");
        press("giveup-keep");
        assertThat(stage().isShowing()).isTrue();
        askToClose();
        press("giveup-confirm");
        assertThat(stage().isShowing()).isFalse();
    }

    private void askToClose() throws Exception {
        onFx(() -> {
            WindowEvent asked = new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
            stage().fireEvent(asked);
            if (!asked.isConsumed()) {
                stage().hide();
            }
            return true;
        });
    }

    @Test
    void closing_the_window_asks_and_ends_the_session(FxRobot robot) throws Exception {
        store(robot);
        WindowEvent asked = new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
        onFx(() -> {
            stage().fireEvent(asked);
            return true;
        });
        assertThat(stage().isShowing()).isTrue();
        press("end-confirm");
        assertThat(stage().isShowing()).isFalse();
        assertThat(store.sessions().getFirst().session().end()).isPresent();
    }

    @Test
    void the_choice_is_seen_and_changed_in_the_settings(FxRobot robot) throws Exception {
        answer("US", Purpose.CLASS);
        ctrl(robot, KeyCode.COMMA);
        assertThat(words("use-now")).isEqualTo("Class, United States");
        onFx(() -> {
            ((CheckBox) node("keep-hints").orElseThrow()).setSelected(true);
            return true;
        });
        assertThat(store.settings().hints()).isTrue();
        press("use-change");
        assertThat(node("use-screen")).isPresent();
        answer("FR", Purpose.SELF_CHECK);
        assertThat(store.settings().context())
                .contains(new UseContext(new Place("FR"), Purpose.SELF_CHECK));
    }
}
