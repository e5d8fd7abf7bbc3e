package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.LiveViewModel;
import org.classbarometer.ui.live.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a teacher meets on the first day, over a simulated monitor.
@ExtendWith(ApplicationExtension.class)
class ClearScreenTest extends WindowTest {
    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private final MoodHistory history = new MoodHistory();
    private Optional<LiveViewModel> model = Optional.empty();

    @Start
    void start(Stage on) {
        LiveViewModel live = new LiveViewModel(monitor, settings, history, new RateMeter());
        show(
                on,
                Windows.parts(
                        live,
                        monitor,
                        settings,
                        new MemorySessionStore(),
                        new NoFiles(),
                        Locale.ENGLISH,
                        Map.of()),
                990,
                720);
        model = Optional.of(live);
    }

    private LiveViewModel model() {
        return model.orElseThrow();
    }

    // Also in pop-overs, which are windows of their own.
    @Override
    Optional<Node> node(String id) {
        return Window.getWindows().stream()
                .flatMap(shown -> Optional.ofNullable(shown.getScene().lookup("#" + id)).stream())
                .findFirst();
    }

    private void shows(int... tracks) throws Exception {
        onFx(() -> {
            if (!model().isPlaying()) {
                model().play(new SourceChoice.Demo());
                model().source(new SourceState.Playing("demo", 160, 90, 12));
            }
            model().frame(
                            Samples.frame(
                                    LabelSet.FOUR,
                                    java.util.Arrays.stream(tracks)
                                            .mapToObj(track ->
                                                    Samples.face(track, LabelSet.FOUR, 1, false))
                                            .toArray(
                                                    org.classbarometer.monitor.FaceReading[]
                                                            ::new)));
            return true;
        });
    }

    @Test
    void the_first_screen_says_its_name_and_the_welcome_leads_through_three_steps_once()
            throws Exception {
        assertThat(node("welcome-bar").orElseThrow().isVisible()).isTrue();
        press("welcome-show");
        for (String word : List.of("Every face", "All faces together", "Choose a camera")) {
            assertThat(((Label) node("welcome-words").orElseThrow()).getText()).contains(word);
            press("welcome-next");
        }

        assertThat(node("welcome-words")).isEmpty();
        assertThat(settings.get().welcomed()).isTrue();
        assertThat(node("welcome-bar").orElseThrow().isVisible()).isFalse();
    }

    @Test
    void a_skipped_welcome_is_found_again_from_the_help(FxRobot robot) throws Exception {
        press("welcome-skip");
        assertThat(settings.get().welcomed()).isTrue();

        robot.push(KeyCode.F1);
        waitForFxEvents();
        press("welcome-again");

        assertThat(node("welcome-words")).isPresent();
        press("welcome-step-skip");
        assertThat(node("welcome-words")).isEmpty();
    }

    @Test
    void a_pause_keeps_the_picture_and_the_mood_until_it_goes_on() throws Exception {
        shows(1, 2);
        press("pause");
        shows(1, 2, 3);

        assertThat(monitor.commands).contains("hold").doesNotContain("stop");
        assertThat(model().frame().get().orElseThrow().faces()).hasSize(2);
        assertThat(model().mood().get().faces()).isEqualTo(2);

        press("play-again");
        shows(1, 2, 3);
        assertThat(monitor.commands).endsWith("go on");
        assertThat(model().frame().get().orElseThrow().faces()).hasSize(3);
    }

    @Test
    void the_ring_goes_with_the_face_that_is_explained(FxRobot robot) throws Exception {
        shows(4, 9);
        onFx(() -> {
            node("face-4").orElseThrow().requestFocus();
            model().explain(4);
            return true;
        });
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        waitForFxEvents();

        assertThat(model().chosenTrack().get()).isEqualTo(9);
        assertThat(node("face-9").orElseThrow().isFocused()).isTrue();
    }

    @Test
    void the_room_display_shows_bars_and_no_face() throws Exception {
        shows(1, 2);
        onFx(() -> {
            window().display(true);
            return true;
        });

        assertThat(node("room-display").orElseThrow().isVisible()).isTrue();
        assertThat(node("display-chart")).isPresent();
        assertThat(node("picture")).isEmpty();
        assertThat(node("face-1")).isEmpty();

        onFx(() -> {
            window().display(false);
            return true;
        });
        assertThat(node("picture")).isPresent();
        assertThat(node("room-display")).isEmpty();
    }

    @Test
    void what_was_played_lately_is_in_the_menu() throws Exception {
        onFx(() -> {
            model().play(new SourceChoice.File(Path.of("/videos/monday.mp4")));
            model().play(new SourceChoice.Demo());
            return true;
        });

        assertThat(((MenuButton) node("source-menu").orElseThrow()).getItems())
                .filteredOn(item -> String.valueOf(item.getId()).startsWith("source-recent"))
                .extracting(MenuItem::getText)
                .containsExactly("monday.mp4");
    }
}
