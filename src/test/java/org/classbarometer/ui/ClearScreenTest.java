package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.Mood;
import org.classbarometer.text.Language;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
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
        model = Optional.of(showLive(on, monitor, history));
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
    void a_recording_has_a_place_that_keys_move_and_the_demo_class_has_none(FxRobot robot)
            throws Exception {
        shows(1);
        assertThat(node("seek-bar").orElseThrow().isVisible()).isFalse();
        SourceState film =
                new SourceState.Playing("film", 160, 90, 25, OptionalLong.of(300_000_000_000L));
        onFx(() -> {
            model().play(new SourceChoice.File(Path.of("film.mp4")));
            model().source(film);
            node("seek").orElseThrow().requestFocus();
            return true;
        });
        assertThat(node("seek").orElseThrow().getAccessibleText())
                .isEqualTo("Position in the recording: 0:00 of 5:00");
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.PAGE_UP);
        waitForFxEvents();
        assertThat(monitor.commands).endsWith("seek PT5S", "seek PT1M5S");
        assertThat(((Label) node("seek-time").orElseThrow()).getText()).isEqualTo("1:05 of 5:00");

        shows(1);
        assertThat(monitor.commands)
                .as("what plays moves the place, not the recording")
                .endsWith("seek PT1M5S");
        robot.push(KeyCode.END);
        waitForFxEvents();
        assertThat(monitor.commands).endsWith("seek PT5M");
    }

    @Test
    void a_pause_keeps_the_picture_and_the_mood_until_it_goes_on() throws Exception {
        shows(1, 2);
        press("pause");
        shows(1, 2, 3);

        assertThat(monitor.commands).contains("hold").doesNotContain("stop");
        assertThat(model().frame().get().orElseThrow().faces()).hasSize(2);
        assertThat(model().figures().mood().get().faces()).isEqualTo(2);

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
            model().side().explain(4);
            return true;
        });
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        waitForFxEvents();

        assertThat(model().side().chosenTrack().get()).isEqualTo(9);
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

    /// Hidden: the headless platform cannot paint a window while it is made larger.
    @Test
    void the_room_display_is_opened_and_left_with_a_button() throws Exception {
        shows(1, 2);
        Scene scene =
                onFx(() -> {
                    Scene shown = node("picture").orElseThrow().getScene();
                    shown.getWindow().hide();
                    return shown;
                });

        fire(scene, "#ui-display-open");
        assertThat(scene.lookup("#picture")).isNull();

        fire(scene, "#ui-display-leave");
        assertThat(scene.lookup("#picture")).isNotNull();
    }

    private static void fire(Scene scene, String button) throws Exception {
        onFx(() -> {
            ((Button) scene.lookup(button)).fire();
            return true;
        });
    }

    @Test
    void the_room_display_is_whole_in_a_low_window_in_german_too() throws Exception {
        onFx(() -> {
            settings.set(settings.get().withLanguage(Language.GERMAN).withTextPercent(150));
            return true;
        });
        watched(true, 6, 3, 2, 1);
        for (int width : new int[] {960, 1280}) {
            onFx(() -> {
                stage().setMinWidth(0);
                stage().setWidth(width);
                stage().setHeight(width * 9 / 16.0);
                return true;
            });
            onFx(() -> {
                window().display(true);
                stage().getScene().getRoot().applyCss();
                stage().getScene().getRoot().layout();
                Region display = (Region) node("room-display").orElseThrow();
                for (Node part : display.getChildrenUnmodifiable()) {
                    assertThat(part.getBoundsInParent().getMinY())
                            .as(part + " in " + width)
                            .isPositive();
                    assertThat(part.getBoundsInParent().getMaxY())
                            .as(part + " in " + width)
                            .isLessThan(display.getHeight());
                    if (part instanceof Label words) {
                        assertThat(words.getHeight())
                                .as(words.getText() + " in " + width)
                                .isGreaterThan(words.prefHeight(words.getWidth()) - 1);
                    }
                }
                window().display(false);
                return true;
            });
        }
    }

    /// Half a minute of a class in which so many look like each label of the set.
    private void watched(int... counts) {
        watched(false, counts);
    }

    private void watched(boolean demo, int... counts) {
        LabelSet labels = model().reading().labels().get();
        int[] all = Arrays.copyOf(counts, labels.size());
        int people = Arrays.stream(all).sum();
        for (int i = 0; i < 300; i++) {
            history.add(
                    new Mood(labels, all, new double[labels.size()], people, people, 0),
                    i * 100_000_000L,
                    demo);
        }
    }

    @Test
    void the_demo_class_is_shown_to_the_room_as_it_is_and_said_to_be_nobody() throws Exception {
        shows(1);
        List<String> names =
                model().reading().labels().get().labels().stream()
                        .map(label -> LabelLook.of(label).name())
                        .toList();
        watched(true, 7, 4, 1);

        assertThat(displayed())
                .contains(names.subList(0, 3))
                .contains("58%", "33%", "8%", "12 people who do not exist", "nobody here is real")
                .doesNotContain("not told");
    }

    private String displayed() throws Exception {
        return onFx(() -> {
            window().display(true);
            Node display = node("room-display").orElseThrow();
            display.getScene().getRoot().applyCss();
            String chart = node("display-chart").orElseThrow().getAccessibleText();
            String words =
                    display.lookupAll(".label").stream()
                            .filter(Node::isVisible)
                            .map(label -> ((Label) label).getText())
                            .collect(Collectors.joining("\n"));
            window().display(false);
            return words + "\n" + chart;
        });
    }

    @Test
    void the_whole_room_is_told_nothing_of_two_people_and_no_exact_number() throws Exception {
        shows(1);
        List<String> names =
                model().reading().labels().get().labels().stream()
                        .map(label -> LabelLook.of(label).name())
                        .toList();
        // Eight people of four labels: whatever is drawn, a piece is left that is not told.
        watched(14, 9, 2, 2, 2, 2);

        assertThat(displayed())
                .contains(names.get(0), names.get(1), "not told: too few")
                .doesNotContain(names.get(2), names.get(3), names.get(4), names.get(5))
                .containsPattern("About (27|30|33) people")
                .doesNotContain("31", "Demo class");
    }

    @Test
    void the_whole_room_is_told_nothing_of_a_small_group() throws Exception {
        shows(1);
        watched(5, 2);

        assertThat(displayed())
                .contains("Too few faces are read", "Nothing is told before")
                .doesNotContain(
                        LabelLook.of(model().reading().labels().get().labels().getFirst()).name());
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
        assertThat(((MenuButton) node("source-menu").orElseThrow()).getItems())
                .filteredOn(item ->
                        item.getGraphic() instanceof FontIcon icon
                                && icon.getIconCode() == MaterialDesignC.CHECK)
                .as("the tick at what is watched")
                .extracting(MenuItem::getId)
                .containsExactly("source-demo");
    }
}
