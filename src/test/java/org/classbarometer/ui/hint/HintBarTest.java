package org.classbarometer.ui.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.mood.Mood;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HintBarTest {
    private static final long SECOND = 1_000_000_000L;

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private Optional<HintViewModel> model = Optional.empty();
    private Optional<Stage> stage = Optional.empty();
    private long second;

    @Start
    void start(Stage on) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        LiveViewModel live =
                new LiveViewModel(
                        new SimulatedMonitor(),
                        new SimpleObjectProperty<>(Settings.DEFAULT),
                        new MoodHistory(),
                        new RateMeter());
        Scope scope = new Scope();
        HintViewModel hints = new HintViewModel(live, new SimpleObjectProperty<>(true), scope);
        model = Optional.of(hints);
        Scene scene = new Scene(new VBox(new HintBar(hints, scope)), 900, 120);
        scene.getStylesheets()
                .add(
                        String.valueOf(
                                HintBar.class.getResource(
                                        "/org/classbarometer/ui/classbarometer.css")));
        stage = Optional.of(on);
        on.setScene(scene);
        on.show();
    }

    @AfterEach
    void stop() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, before);
        onFx(() -> {
            stage.orElseThrow().hide();
            return true;
        });
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        T result = asyncFx(task).get(60, TimeUnit.SECONDS);
        waitForFxEvents();
        return result;
    }

    private Node node(String id) {
        return stage.orElseThrow().getScene().lookup("#" + id);
    }

    private void minutes(int minutes, int happy) throws Exception {
        Mood mood =
                new Mood(
                        LabelSet.FOUR,
                        new int[] {16 - happy, happy, 0, 0},
                        new double[4],
                        16,
                        16,
                        0);
        onFx(() -> {
            for (int i = 0; i < minutes * 60; i++) {
                model.orElseThrow().take(mood, second++ * SECOND);
            }
            return true;
        });
    }

    @Test
    void a_hint_appears_about_the_room_with_its_reason_and_is_dismissed(FxRobot robot)
            throws Exception {
        minutes(20, 8);
        assertThat(node("hint-bar").isVisible()).isFalse();
        minutes(4, 1);
        assertThat(node("hint-bar").isVisible()).isTrue();
        assertThat(((Label) node("hint-what")).getText()).contains("Many faces", "less positive");
        assertThat(((Label) node("hint-why")).getText()).contains("16 faces");
        assertThat(((Label) node("hint-why")).getHeight())
                .as("nothing is cut")
                .isGreaterThanOrEqualTo(node("hint-why").minHeight(-1) - 1);

        robot.clickOn("#hint-dismiss");
        waitForFxEvents();
        assertThat(node("hint-bar").isVisible()).isFalse();
    }

    @Test
    void hints_are_silenced_with_one_click(FxRobot robot) throws Exception {
        minutes(20, 8);
        minutes(4, 1);
        robot.clickOn("#hint-silence");
        waitForFxEvents();
        minutes(20, 8);
        minutes(4, 1);

        assertThat(node("hint-bar").isVisible()).isFalse();
    }
}
