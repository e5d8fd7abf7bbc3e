package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.review.Lessons;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.SessionId;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.room.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Lessons that grow old are told of in the window before they are deleted.
@ExtendWith(ApplicationExtension.class)
class DepartureScreenTest extends WindowTest {
    private final MemorySessionStore store = new MemorySessionStore();

    @Start
    void start(Stage on) throws StoreException {
        store.save(StoreSettings.DEFAULT.withContext(Windows.ELSEWHERE));
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (int days : List.of(40, 35, 2)) {
            SessionId id = store.begin(Lessons.plan("7b", now.minusDays(days), LabelSet.FOUR));
            store.end(id, now.minusDays(days).plusMinutes(45));
        }
        SimulatedMonitor monitor = new SimulatedMonitor();
        show(
                on,
                Windows.parts(
                        new LiveViewModel(monitor, settings, new MoodHistory(), new RateMeter()),
                        monitor,
                        settings,
                        store,
                        new NoFiles(),
                        Locale.ENGLISH,
                        Map.of(Room.REVIEW, _ -> new StackPane(new Label("inside")))),
                980,
                720);
    }

    @Test
    void old_lessons_are_announced_a_day_ahead_and_kept_when_that_is_wished(FxRobot robot)
            throws Exception {
        waitForFxEvents();
        assertThat(node("departures").orElseThrow().isVisible()).isTrue();
        assertThat(((Label) node("departures-words").orElseThrow()).getText())
                .contains("2 lessons", "30 days", "tomorrow");
        assertThat(store.purge(java.time.Instant.now())).as("it was just said").isZero();
        assertThat(store.purge(java.time.Instant.now().minus(Duration.ofDays(1)))).isZero();

        robot.clickOn("#departures-look");
        waitForFxEvents();
        assertThat(robot.lookup("#departures-list .label").queryAll()).hasSize(2);
        @SuppressWarnings("unchecked") // the box holds days
        ComboBox<Integer> keep = (ComboBox<Integer>) node("departures-keep").orElseThrow();
        asyncFx(() -> keep.setValue(90)).get(60, TimeUnit.SECONDS);
        waitForFxEvents();
        assertThat(node("departures").orElseThrow().isVisible()).as("they stay").isFalse();
        assertThat(store.settings().retention()).isEqualTo(Duration.ofDays(90));
        robot.clickOn("#departures-review");
        waitForFxEvents();
        assertThat(node("room-review").orElseThrow().getPseudoClassStates().toString())
                .contains("selected");
    }
}
