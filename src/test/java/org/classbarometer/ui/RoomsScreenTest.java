package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.text.Language;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.SidePanel;
import org.classbarometer.ui.room.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// From room to room, with mouse and keyboard, over a simulated monitor.
@ExtendWith(ApplicationExtension.class)
class RoomsScreenTest extends WindowTest {
    private final List<Boolean> shown = new ArrayList<>();
    private Optional<LiveViewModel> model = Optional.empty();

    @Start
    void start(Stage on) throws StoreException {
        SimulatedMonitor monitor = new SimulatedMonitor();
        LiveViewModel live =
                new LiveViewModel(monitor, settings, new MoodHistory(), new RateMeter());
        MemorySessionStore store = new MemorySessionStore();
        store.save(StoreSettings.DEFAULT.withContext(Windows.ELSEWHERE));
        show(
                on,
                Windows.parts(
                        live,
                        monitor,
                        settings,
                        store,
                        new NoFiles(),
                        Locale.ENGLISH,
                        Map.of(
                                Room.REVIEW,
                                context -> {
                                    context.scope().watch(context.shown(), shown::add);
                                    Button inside = new Button("a chart");
                                    inside.setId("inside");
                                    return new StackPane(inside);
                                })),
                980,
                720);
        model = Optional.of(live);
    }

    private static void keys(FxRobot robot, KeyCode with, KeyCode key) {
        robot.press(with, key).release(key, with);
        waitForFxEvents();
    }

    @Test
    void the_rail_leads_to_the_rooms_there_are(FxRobot robot) {
        assertThat(node("room-selfcheck")).isEmpty();
        assertThat(node("inside")).as("built when it is entered").isEmpty();
        robot.clickOn("#room-review");
        waitForFxEvents();
        assertThat(node("inside").orElseThrow().getParent().isVisible()).isTrue();
        assertThat(stage().getScene().lookup(".live-view").isVisible()).isFalse();
        assertThat(((ToggleButton) node("room-review").orElseThrow()).isSelected()).isTrue();

        robot.clickOn("#room-review");
        waitForFxEvents();
        assertThat(((ToggleButton) node("room-review").orElseThrow()).isSelected()).isTrue();
        robot.clickOn("#room-live");
        waitForFxEvents();
        assertThat(node("inside").orElseThrow().getParent().isVisible()).isFalse();
        assertThat(shown).containsExactly(true, false);
    }

    @Test
    void the_keyboard_leads_there_too_and_live_commands_act_on_the_live_room_only(FxRobot robot) {
        keys(robot, KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(((ToggleButton) node("room-review").orElseThrow()).isSelected()).isTrue();
        keys(robot, KeyCode.CONTROL, KeyCode.M);
        assertThat(model.orElseThrow().side().content().get()).isEqualTo(SidePanel.Content.MOOD);

        robot.type(KeyCode.F1);
        waitForFxEvents();
        assertThat(robot.lookup(".key").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Alt+1", "Alt+2");
        keys(robot, KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(((ToggleButton) node("room-review").orElseThrow()).isSelected())
                .as("behind a sheet nothing changes")
                .isTrue();
        robot.type(KeyCode.ESCAPE);

        keys(robot, KeyCode.ALT, KeyCode.DIGIT1);
        keys(robot, KeyCode.CONTROL, KeyCode.M);
        assertThat(model.orElseThrow().side().content().get()).isEqualTo(SidePanel.Content.MASKS);
    }

    @Test
    void a_new_language_stays_in_the_room(FxRobot robot) throws Exception {
        robot.clickOn("#room-review");
        asyncFx(() -> settings.set(settings.get().withLanguage(Language.GERMAN)))
                .get(30, TimeUnit.SECONDS);
        waitForFxEvents();
        assertThat(((Labeled) node("room-review").orElseThrow()).getText()).isEqualTo("Rückblick");
        assertThat(node("inside").orElseThrow().getParent().isVisible()).isTrue();
    }
}
