package org.classbarometer.ui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
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
        dialogs.setScreen(new StackPane());
        stage.setScene(new Scene(dialogs, 900, 600));
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

        open.add("Jitsi Meet | 7b");
        robot.clickOn("#window-again");
        robot.clickOn("#window-watch");
        assertThat(played).containsExactly(new SourceChoice.Window("Jitsi Meet | 7b"));
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
