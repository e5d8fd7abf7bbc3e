package org.classbarometer.ui;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.setup.Installation;
import org.classbarometer.setup.Monitors;
import org.classbarometer.text.Language;
import org.classbarometer.text.UserProblem;
import org.classbarometer.ui.feed.MonitorThread;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.SidePanel;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The whole screen with the real demo class, the real cascades and the real model, worked with
/// mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class LiveScreenTest {
    private static final int PATIENCE_SECONDS = 90;

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(
                    Settings.DEFAULT.withTheme(ThemeChoice.LIGHT).withLanguage(Language.ENGLISH));
    private Optional<MonitorThread> monitor = Optional.empty();
    private Optional<LiveViewModel> model = Optional.empty();
    private Optional<MainWindow> window = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    @Start
    void start(Stage on) throws UserProblem {
        Installation installation = Installation.find();
        MoodHistory history = new MoodHistory();
        RateMeter analysed = new RateMeter();
        MonitorThread thread =
                new MonitorThread(
                        Monitors.of(installation, ExecutionProvider.CPU),
                        Platform::runLater,
                        history,
                        analysed);
        LiveViewModel viewModel = new LiveViewModel(thread, settings, history, analysed);
        MemorySessionStore store = new MemorySessionStore();
        store.save(StoreSettings.DEFAULT.withContext(Windows.ELSEWHERE));
        MainWindow main =
                new MainWindow(
                        on,
                        Windows.parts(
                                viewModel,
                                thread,
                                settings,
                                store,
                                new NoFiles(),
                                Locale.ENGLISH,
                                Map.of()));
        monitor = Optional.of(thread);
        model = Optional.of(viewModel);
        window = Optional.of(main);
        stage = Optional.of(on);
        on.setWidth(980);
        on.setHeight(720);
        main.show();
        viewModel.reading().startWith(installation.defaultModel(), Optional.empty());
    }

    @AfterEach
    void stop() throws Exception {
        monitor.orElseThrow().close();
        Locale.setDefault(Locale.Category.DISPLAY, before);
        onFx(() -> {
            window.orElseThrow().dispose();
            MainWindow.hideAll();
            return true;
        });
    }

    private LiveViewModel model() {
        return model.orElseThrow();
    }

    private Node node(String id) {
        return stage.orElseThrow().getScene().lookup("#" + id);
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        return org.testfx.util.WaitForAsyncUtils.asyncFx(task).get(PATIENCE_SECONDS, SECONDS);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(PATIENCE_SECONDS, SECONDS, () -> onFx(condition));
        waitForFxEvents();
    }

    private void playDemo() throws Exception {
        onFx(() -> {
            model().play(new SourceChoice.Demo());
            return true;
        });
        await(() -> model().figures().mood().get().faces() == 12);
    }

    private Optional<Node> firstFace() {
        return stage.orElseThrow().getScene().getRoot().lookupAll(".face-target").stream()
                .findFirst();
    }

    @Test
    void the_start_button_plays_the_demo_class_and_every_face_is_read(FxRobot robot)
            throws Exception {
        await(() -> model().reading().model().get().isPresent());
        robot.clickOn("#start-stop");
        await(() -> model().figures().mood().get().faces() == 12);

        await(() ->
                stage.orElseThrow().getScene().getRoot().lookupAll(".face-target").size() == 12);
        Node face = onFx(() -> firstFace().orElseThrow());
        assertThat(face.getAccessibleText()).matches("Face \\d+: (neutral, \\d+%|.*)");
        assertThat(((Label) node("count-seen")).getText()).isEqualTo("12");
        await(() -> ((Label) node("mood-words")).getText().contains("look"));
        await(() -> model().figures().latency().paintedFrames() > 3);
        assertThat(model().figures().latency().quantile(0.5, 100)).isPositive();
        assertThat(((Button) node("start-stop")).getText()).isEqualTo("Stop");

        robot.clickOn("#start-stop");
        await(() -> model().frame().get().isEmpty());
        await(() -> firstFace().isEmpty());
    }

    @Test
    void the_label_set_is_switched_with_the_mouse_and_the_keyboard(FxRobot robot) throws Exception {
        playDemo();
        robot.clickOn("#labels-2");
        await(() -> model().reading().labels().get().equals(LabelSet.TWO));
        await(() -> model().frame().get().orElseThrow().mood().labels().equals(LabelSet.TWO));

        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        await(() -> model().frame().get().orElseThrow().mood().labels().equals(LabelSet.EIGHT));
        assertThat(settings.get().labels()).isEqualTo("8");

        robot.clickOn("#labels-8").type(KeyCode.RIGHT).type(KeyCode.SPACE);
        await(() -> model().reading().labels().get().equals(LabelSet.SEVEN));
    }

    @Test
    void a_mask_is_drawn_and_removed_with_the_mouse(FxRobot robot) throws Exception {
        playDemo();
        robot.clickOn("#masks");
        Bounds picture =
                onFx(() -> node("picture").localToScreen(node("picture").getLayoutBounds()));
        robot.moveTo(picture.getMinX() + 20, picture.getCenterY() - 40)
                .press(MouseButton.PRIMARY)
                .moveTo(picture.getMinX() + 220, picture.getCenterY() + 60)
                .release(MouseButton.PRIMARY);
        await(() -> model().masks().regions().size() == 1);
        assertThat(settings.get().masks()).containsOnlyKeys("demo");
        await(() -> model().frame().get().orElseThrow().faces().size() < 12);

        robot.clickOn("#mask-1 .mask-remove");
        await(() -> model().masks().regions().isEmpty());
        assertThat(settings.get().masks()).isEmpty();
        await(() -> model().frame().get().orElseThrow().faces().size() == 12);
    }

    @Test
    void a_mask_is_made_moved_resized_and_removed_with_the_keyboard(FxRobot robot)
            throws Exception {
        playDemo();
        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        await(() -> node("mask-1") != null && node("mask-1").isFocused());
        double x = model().masks().regions().getFirst().x();
        double width = model().masks().regions().getFirst().width();
        robot.type(KeyCode.RIGHT, 3);
        await(() -> model().masks().regions().getFirst().x() > x + 0.025);
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        await(() -> model().masks().regions().getFirst().width() > width);
        robot.type(KeyCode.DELETE);
        await(() -> model().masks().regions().isEmpty());
        robot.type(KeyCode.ESCAPE);
        await(() -> model().side().content().get() == SidePanel.Content.MOOD);
    }

    @Test
    void clicking_a_face_shows_why_it_was_read_so(FxRobot robot) throws Exception {
        playDemo();
        robot.clickOn(onFx(() -> firstFace().orElseThrow()));
        await(() -> model().side().content().get() == SidePanel.Content.WHY);
        await(() -> model().side().explanation().get().isPresent());
        await(() -> ((Label) node("why-words")).getText().startsWith("Warm areas"));

        robot.clickOn("#why-close");
        await(() -> model().side().chosenTrack().get() == 0);
    }

    @Test
    void everything_is_reached_with_the_tab_key_and_says_what_it_is(FxRobot robot)
            throws Exception {
        playDemo();
        Set<String> reached = new LinkedHashSet<>();
        onFx(() -> {
            node("source-menu").requestFocus();
            return true;
        });
        for (int i = 0; i < 40; i++) {
            Node focus = onFx(() -> stage.orElseThrow().getScene().getFocusOwner());
            String words = Optional.ofNullable(focus.getAccessibleText()).orElse("");
            if (words.isEmpty() && focus instanceof Labeled labeled) {
                words = labeled.getText();
            }
            assertThat(words).as(focus.toString()).isNotBlank();
            reached.add(
                    focus.getId() != null
                                    && focus.getId().startsWith("face-")
                                    && !focus.getId().equals("face-labels")
                            ? "face"
                            : String.valueOf(focus.getId()));
            robot.type(KeyCode.TAB);
        }
        assertThat(reached)
                .contains(
                        "source-menu",
                        "start-stop",
                        "labels-7",
                        "face-labels",
                        "masks",
                        "settings",
                        "help",
                        "face",
                        "notice-more");
    }

    @Test
    void a_face_reached_with_tab_is_explained_with_enter(FxRobot robot) throws Exception {
        playDemo();
        Node face = onFx(() -> firstFace().orElseThrow());
        onFx(() -> {
            face.requestFocus();
            return true;
        });
        robot.type(KeyCode.ENTER);
        await(() -> model().side().content().get() == SidePanel.Content.WHY);
    }

    @Test
    void without_labels_on_faces_only_the_room_is_shown(FxRobot robot) throws Exception {
        playDemo();
        robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        await(() -> firstFace().isEmpty());
        assertThat(settings.get().faceLabels()).isFalse();
        assertThat(((Label) node("count-seen")).getText()).isEqualTo("12");
    }

    @Test
    void theme_and_language_change_at_once_in_the_settings(FxRobot robot) throws Exception {
        robot.clickOn("#settings");
        await(() -> node("settings-theme") != null);
        String light = onFx(Application::getUserAgentStylesheet);
        choose("settings-theme", ThemeChoice.DARK);
        await(() -> !Application.getUserAgentStylesheet().equals(light));
        choose("settings-language", Language.GERMAN);
        await(() -> ((Labeled) node("masks")).getText().equals("Masken"));
        assertThat(
                        onFx(() ->
                                stage.orElseThrow()
                                        .getScene()
                                        .getRoot()
                                        .lookupAll(".cb-sheet")
                                        .size()))
                .isEqualTo(1);

        robot.type(KeyCode.ESCAPE);
        await(() -> stage.orElseThrow().getScene().getRoot().lookupAll(".cb-sheet").isEmpty());
        assertThat(((Label) node("nothing-stored")).getText()).contains("nichts wird gespeichert");
    }

    private <T> void choose(String id, T value) throws Exception {
        onFx(() -> {
            @SuppressWarnings("unchecked") // the test knows what the box holds
            ComboBox<T> box = (ComboBox<T>) node(id);
            box.setValue(value);
            return true;
        });
    }

    @Test
    void a_model_that_cannot_be_used_is_told_and_the_old_one_goes_on(FxRobot robot)
            throws Exception {
        playDemo();
        onFx(() -> {
            model().reading().chooseModel(Path.of("models/no-such-model.onnx"));
            return true;
        });
        await(() -> model().problem().get().isPresent());
        assertThat(((Label) node("problem")).getText()).contains("no-such-model.onnx");
        assertThat(inScene(node("problem").getParent()).getMinY())
                .as("below the faces")
                .isGreaterThanOrEqualTo(inScene(node("picture")).getMaxY());
        onFx(() -> {
            settings.set(settings.get().withTheme(ThemeChoice.DARK));
            return true;
        });
        assertThat(onFx(() -> ((Region) node("problem").getParent()).getBackground().getFills()))
                .as("nothing of the chart below shows through, in the dark either")
                .anyMatch(fill -> fill.getFill().isOpaque());
        long painted = onFx(() -> model().figures().latency().paintedFrames());
        await(() -> model().figures().latency().paintedFrames() > painted + 2);

        robot.clickOn("#problem-dismiss");
        await(() -> !node("problem").getParent().isVisible());
    }

    private static Bounds inScene(Node node) throws Exception {
        return onFx(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void a_camera_that_is_not_there_is_told_with_a_way_on(FxRobot robot) throws Exception {
        onFx(() -> {
            model().play(new SourceChoice.File(Path.of("no/such/clip.mp4")));
            return true;
        });
        await(() -> model().state().get().filter(SourceState.Failed.class::isInstance).isPresent());
        await(() -> node("play-again") != null && node("source-banner").isVisible());
        robot.clickOn("#play-again");
        await(() -> model().state().get().isPresent());
    }

    @Test
    void the_source_menu_lists_the_cameras_by_name(FxRobot robot) throws Exception {
        robot.clickOn("#source-menu");
        await(() ->
                ((MenuButton) node("source-menu"))
                        .getItems().stream().anyMatch(item -> "HD Webcam".equals(item.getText())));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void a_wrong_address_is_told_where_it_was_typed(FxRobot robot) throws Exception {
        onFx(() -> {
            ((MenuButton) node("source-menu"))
                    .getItems().stream()
                            .filter(item -> "source-address".equals(item.getId()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
            return true;
        });
        await(() -> node("address") != null);
        onFx(() -> {
            ((TextField) node("address")).setText("room seven");
            return true;
        });
        robot.clickOn("#address-play");
        await(() -> !((Label) node("address-problem")).getText().isEmpty());
        robot.clickOn("#sheet-close");
        await(() -> node("address") == null);
    }
}
