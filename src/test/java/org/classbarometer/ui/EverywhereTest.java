package org.classbarometer.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.SourceState;
import org.classbarometer.session.MemorySessionStore;
import org.classbarometer.session.Place;
import org.classbarometer.session.Purpose;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.session.UseContext;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.text.Language;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.feed.MoodHistory;
import org.classbarometer.ui.feed.RateMeter;
import org.classbarometer.ui.feed.SimulatedMonitor;
import org.classbarometer.ui.live.model.LiveRules;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MarkList;
import org.classbarometer.ui.live.model.Samples;
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.settings.MotionChoice;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Settings, help and what program this is, from whatever room one is in; and what the settings do.
@ExtendWith(ApplicationExtension.class)
class EverywhereTest extends WindowTest {
    private static final Path SCHOOL = Path.of("/school/ca.pem");

    private final SimulatedMonitor monitor = new SimulatedMonitor();
    private final MemorySessionStore store = new MemorySessionStore();
    private Optional<LiveViewModel> model = Optional.empty();

    @Start
    void start(Stage on) throws Exception {
        LiveViewModel live =
                new LiveViewModel(monitor, settings, new MoodHistory(), new RateMeter());
        store.save(
                StoreSettings.DEFAULT.withContext(new UseContext(new Place("CH"), Purpose.CLASS)));
        show(
                on,
                Windows.parts(
                        live,
                        monitor,
                        settings,
                        store,
                        new NoFiles() {
                            @Override
                            public Optional<Path> authorities() {
                                return Optional.of(SCHOOL);
                            }
                        },
                        Locale.ENGLISH,
                        Map.of(Room.REVIEW, _ -> new StackPane(new Label()))),
                1000,
                760);
        model = Optional.of(live);
    }

    private void change(Predicate<Settings> now, Callable<Settings> to) throws Exception {
        onFx(() -> {
            settings.set(to.call());
            return true;
        });
        assertThat(settings.get()).matches(now);
    }

    private Dialogs dialogs() {
        return (Dialogs) stage().getScene().getRoot();
    }

    private static void keys(FxRobot robot, KeyCode with, KeyCode key) {
        robot.press(with, key).release(key, with);
        waitForFxEvents();
    }

    @Test
    void from_another_room_the_rail_leads_to_settings_help_and_what_program_this_is(FxRobot robot)
            throws Exception {
        keys(robot, KeyCode.ALT, KeyCode.DIGIT2);
        press("settings");
        assertThat(node("settings-sheet")).isPresent();
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        press("help");
        press("about");
        assertThat(words("about-version")).matches("\\d+\\..*");
        assertThat(words("about-data")).contains("nowhere");
        assertThat(words("about-licence")).contains("Apache License 2.0").contains("LICENSE");
        assertThat(words("about-log")).contains("no file is kept");
        press("about-copy");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .contains("Version: " + words("about-version"))
                .contains("Java");
    }

    @Test
    void a_finder_is_chosen_with_a_line_on_what_it_means_and_is_used_at_once() throws Exception {
        press("settings");
        onFx(() -> {
            finders().setValue(FinderChoice.HAAR);
            return true;
        });
        assertThat(monitor.commands).contains("find haar");
        assertThat(settings.get().chosenFinder()).contains(FinderChoice.HAAR);
        assertThat(words("settings-finder-meaning"))
                .contains("without anything learnt from photographs");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<FinderChoice> finders() {
        return (ComboBox<FinderChoice>) node("settings-finder").orElseThrow();
    }

    @Test
    void while_a_session_is_stored_the_finder_stays_and_the_reason_is_told() throws Exception {
        onFx(() -> {
            model.orElseThrow()
                    .follow(
                            new LiveRules() {
                                @Override
                                public Optional<String> againstOtherReadings() {
                                    return Optional.of("A session is being stored.");
                                }
                            });
            model.orElseThrow().rulesChanged();
            return true;
        });
        press("settings");
        assertThat(finders().isDisabled()).isTrue();
        onFx(() -> {
            model.orElseThrow().reading().find(FinderChoice.HAAR);
            return true;
        });
        assertThat(monitor.commands).doesNotContain("find haar");
    }

    @Test
    void an_address_opened_in_the_window_is_trusted_by_the_chosen_certificates() throws Exception {
        press("settings");
        press("choose-authorities");
        assertThat(words("settings-authorities")).isEqualTo(SCHOOL.toString());
        SourceChoice camera = new SourceChoice.Stream(URI.create("https://camera.school/video"));
        onFx(() -> {
            model.orElseThrow().play(camera);
            return true;
        });
        assertThat(monitor.played)
                .last()
                .isEqualTo(
                        new SourceChoice.Stream(
                                URI.create("https://camera.school/video"), Optional.of(SCHOOL)));
        press("no-authorities");
        assertThat(settings.get().authoritiesFile()).isEmpty();
    }

    @Test
    void the_arrow_keys_in_a_list_choose_only_when_it_closes(FxRobot robot) throws Exception {
        press("settings");
        onFx(() -> {
            node("settings-language").orElseThrow().requestFocus();
            return true;
        });
        robot.type(KeyCode.DOWN);
        waitForFxEvents();
        robot.type(KeyCode.DOWN);
        waitForFxEvents();
        assertThat(settings.get().language()).as("on the way").isEqualTo(Language.ENGLISH);
        robot.type(KeyCode.ENTER);
        waitForFxEvents();
        onFx(() -> true);
        assertThat(settings.get().language()).isEqualTo(Language.GERMAN);
        assertThat(dialogs().isOpen()).isTrue();
        assertThat(node("settings-language").orElseThrow().isFocused()).isTrue();
    }

    @Test
    void escape_in_a_list_leaves_the_choice_and_the_dialog_as_they_were(FxRobot robot)
            throws Exception {
        press("settings");
        onFx(() -> {
            node("settings-theme").orElseThrow().requestFocus();
            return true;
        });
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        waitForFxEvents();
        robot.type(KeyCode.ESCAPE);
        waitForFxEvents();
        assertThat(settings.get().theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void larger_text_is_larger_everywhere_charts_included() throws Exception {
        double label = onFx(() -> ((Labeled) node("masks").orElseThrow()).getFont().getSize());
        double chart = onFx(this::chartType);
        change(now -> now.textPercent() == 150, () -> settings.get().withTextPercent(150));
        onFx(() -> {
            stage().getScene().getRoot().applyCss();
            return true;
        });
        assertThat(onFx(() -> ((Labeled) node("masks").orElseThrow()).getFont().getSize()))
                .isGreaterThan(label * 1.4);
        assertThat(onFx(this::chartType)).isGreaterThan(chart * 1.4);
    }

    private double chartType() {
        return node("mood-chart").orElseThrow().lookupAll("*").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .mapToDouble(text -> text.getFont().getSize())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reduced_motion_puts_a_still_sign_where_a_circle_turned() throws Exception {
        onFx(() -> {
            model.orElseThrow().play(new SourceChoice.Demo());
            return true;
        });
        change(
                now -> now.motion() == MotionChoice.FULL,
                () -> settings.get().withMotion(MotionChoice.FULL));
        assertThat(onFx(() -> visible(".moving"))).isTrue();
        change(
                now -> now.motion() == MotionChoice.REDUCED,
                () -> settings.get().withMotion(MotionChoice.REDUCED));
        assertThat(onFx(() -> visible(".moving"))).isFalse();
        assertThat(onFx(() -> visible(".still"))).isTrue();
        assertThat(dialogs().getPseudoClassStates()).contains(PseudoClass.getPseudoClass("calm"));
    }

    private boolean visible(String style) {
        dialogs().applyCss();
        return dialogs().lookup(style).isVisible();
    }

    @Test
    void keys_are_called_as_they_are_printed_on_the_keyboards_of_the_language() throws Exception {
        change(
                now -> now.language() == Language.GERMAN,
                () -> settings.get().withLanguage(Language.GERMAN));
        press("help");
        List<String> keys =
                onFx(() ->
                        dialogs().lookupAll(".key").stream()
                                .map(key -> ((Label) key).getText())
                                .toList());
        assertThat(keys)
                .contains("Strg+P", "Strg+Umschalt+P", "Esc", "Alt+1")
                .doesNotContain("Ctrl+P");
    }

    @Test
    void the_sentence_about_law_is_gone_where_it_does_not_hold() throws Exception {
        assertThat(words("honest-notice")).contains("not a feeling").doesNotContain("AI Act");
        press("help");
        press("help-notice");
        assertThat(
                        onFx(() ->
                                dialogs().lookupAll(".label").stream()
                                        .map(label -> ((Labeled) label).getText())
                                        .toList()))
                .contains("What the law says")
                .doesNotContain("In the European Union");
    }

    private void speak(Language language) throws Exception {
        change(now -> now.language() == language, () -> settings.get().withLanguage(language));
        onFx(() -> true);
    }

    @Test
    void at_the_smallest_size_no_word_on_a_button_is_cut_in_german_either() throws Exception {
        speak(Language.GERMAN);
        double least = onFx(() -> stage().getMinWidth());
        // No wider than it must be either: the window would jump as the language is changed.
        assertThat(least).isLessThanOrEqualTo(960);
        onFx(() -> {
            stage().setWidth(Math.min(least, stage().getWidth()));
            return true;
        });
        onFx(() -> {
            dialogs().applyCss();
            dialogs().layout();
            for (String id :
                    List.of(
                            "source-menu",
                            "start-stop",
                            "face-labels",
                            "masks",
                            "labels-7",
                            "record")) {
                Labeled button = (Labeled) node(id).orElseThrow();
                assertThat(button.getWidth())
                        .as(button.getText() + " in " + stage().getWidth())
                        .isGreaterThanOrEqualTo(Math.floor(button.prefWidth(-1)));
            }
            return true;
        });
    }

    @Test
    void a_marker_is_seen_in_the_running_chart_and_told_with_its_note() throws Exception {
        onFx(() -> {
            LiveViewModel live = model.orElseThrow();
            live.play(new SourceChoice.Demo());
            live.source(new SourceState.Playing("demo", 160, 90, 12));
            live.frame(Samples.frame(LabelSet.SEVEN, Samples.face(1, LabelSet.SEVEN, 1, false)));
            live.marks().put(new MarkList.Mark(7, 12, "group work"));
            live.marks().put(new MarkList.Mark(7, 12, "group work begins"));
            return true;
        });
        assertThat(model.orElseThrow().marks().all())
                .containsExactly(new MarkList.Mark(7, 12, "group work begins"));
    }
}
