package org.classbarometer.ui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.FrameSourceException.Outlook;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.ui.dialog.Dialogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowDialogTest {
    private final List<SourceChoice> played = new ArrayList<>();
    private final AtomicInteger regions = new AtomicInteger();
    private final Dialogs dialogs = new Dialogs();

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        dialogs.setScreen(new StackPane());
        Scene scene = new Scene(dialogs, 900, 600);
        scene.getStylesheets()
                .add(
                        String.valueOf(
                                WindowDialog.class.getResource(
                                        "/org/classbarometer/ui/classbarometer.css")));
        stage.setScene(scene);
        stage.show();
    }

    private void ask(WindowDialog.Titles titles) {
        Platform.runLater(() ->
                new WindowDialog(
                                dialogs,
                                Runnable::run,
                                titles,
                                played::add,
                                regions::incrementAndGet)
                        .show());
        waitForFxEvents();
    }

    @Test
    void the_window_is_chosen_by_its_title_with_the_keyboard(FxRobot robot) {
        ask(() -> List.of("Jitsi Meet | 7b", "Kalender"));
        ListView<?> list = robot.lookup("#window-list").query();
        assertThat(list.getItems()).hasToString("[Jitsi Meet | 7b, Kalender]");

        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(played).containsExactly(new SourceChoice.Window("Kalender"));
        assertThat(robot.lookup("#window-list").tryQuery()).isEmpty();
    }

    @Test
    void windows_that_were_opened_since_are_found(FxRobot robot) {
        List<String> open = new ArrayList<>();
        ask(() -> List.copyOf(open));
        assertThat(told(robot)).contains("No window of another program is open");
        assertThat(robot.lookup("#window-watch").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#window-list").query().isVisible()).isFalse();
        assertThat(robot.lookup("#window-again").query().isFocused()).isTrue();

        open.add("Jitsi Meet | 7b");
        robot.clickOn("#window-again");
        assertThat(robot.lookup("#window-list").query().isVisible()).isTrue();
        robot.clickOn("#window-watch");
        assertThat(played).containsExactly(new SourceChoice.Window("Jitsi Meet | 7b"));
    }

    @Test
    void what_a_dialog_shows_is_as_wide_as_its_title_and_its_buttons(FxRobot robot) {
        ask(() -> List.of("Kalender"));
        Bounds list = onScreen(robot, "#window-list");
        assertThat(list.getMaxX()).isEqualTo(onScreen(robot, "#window-watch").getMaxX());
        assertThat(list.getMinX()).isEqualTo(onScreen(robot, ".sheet-title").getMinX());
    }

    private static Bounds onScreen(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void where_windows_cannot_be_looked_at_a_region_of_the_screen_is_offered(FxRobot robot) {
        ask(() -> {
            throw new FrameSourceException("Not on this desktop.", Outlook.HOPELESS, null);
        });
        assertThat(told(robot)).isEqualTo("Not on this desktop.");
        assertThat(robot.lookup("#window-list").query().isVisible()).isFalse();

        robot.clickOn("#window-region");
        assertThat(regions).hasValue(1);
        assertThat(played).isEmpty();
    }

    private static String told(FxRobot robot) {
        return robot.lookup("#window-told").queryAs(Label.class).getText();
    }
}
