package org.classbarometer.ui;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.selfcheck.Entry;
import org.classbarometer.selfcheck.Tone;
import org.classbarometer.selfcheck.Word;
import org.classbarometer.selfcheck.diary.Diary;
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
import org.classbarometer.ui.room.Room;
import org.classbarometer.ui.selfcheck.SelfCheck;
import org.classbarometer.ui.selfcheck.SelfCheckRoom;
import org.classbarometer.ui.selfcheck.model.DiaryFiles;
import org.classbarometer.ui.selfcheck.model.DiaryModel;
import org.classbarometer.ui.selfcheck.model.DiaryModel.State;
import org.classbarometer.ui.selfcheck.model.OwnCamera.Status;
import org.classbarometer.ui.selfcheck.model.SelfCheckViewModel;
import org.classbarometer.ui.settings.Settings;
import org.classbarometer.ui.settings.ThemeChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The self-check room in the real window, with the real cascades and the real model on a rendered
/// face, worked with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class SelfCheckScreenTest {
    private static final int PATIENCE_SECONDS = 90;
    private static final int SLIDES = 150;
    private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

    @TempDir static Path userData = Path.of("");

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(
                    Settings.DEFAULT.withTheme(ThemeChoice.LIGHT).withLanguage(Language.ENGLISH));
    private Optional<SelfCheck> selfCheck = Optional.empty();
    private Optional<MonitorThread> live = Optional.empty();
    private Optional<MainWindow> window = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

    @Start
    void start(Stage on) throws UserProblem {
        Installation installation = new Installation(Installation.find().home(), userData);
        MoodHistory history = new MoodHistory();
        RateMeter analysed = new RateMeter();
        MonitorThread thread =
                new MonitorThread(
                        Monitors.of(installation, ExecutionProvider.CPU),
                        Platform::runLater,
                        history,
                        analysed);
        LiveViewModel liveModel = new LiveViewModel(thread, settings, history, analysed);
        SelfCheck alone =
                new SelfCheck(
                        Monitors.of(installation, ExecutionProvider.CPU),
                        installation.defaultModel(),
                        Optional.of(new SourceChoice.File(slideShow())),
                        source -> source,
                        List::of,
                        // As when a camera driver hangs there: the diary goes on.
                        _ -> {},
                        background,
                        CLOCK);
        SelfCheckRoom room =
                new SelfCheckRoom(
                        alone.model(),
                        alone.model().camera()::choose,
                        List::of,
                        background,
                        new NoFiles(),
                        new HereFiles(),
                        userData,
                        () -> "DE");
        MemorySessionStore store = new MemorySessionStore();
        store.save(StoreSettings.DEFAULT.withContext(Windows.ELSEWHERE));
        MainWindow main =
                new MainWindow(
                        on,
                        Windows.parts(
                                liveModel,
                                thread,
                                settings,
                                store,
                                new NoFiles(),
                                Locale.ENGLISH,
                                Map.of(Room.SELF_CHECK, room)));
        selfCheck = Optional.of(alone);
        live = Optional.of(thread);
        window = Optional.of(main);
        stage = Optional.of(on);
        on.setWidth(990);
        on.setHeight(950);
        main.show();
    }

    // The same rendered face once a second: light work also for a busy machine.
    private static Path slideShow() {
        try {
            Path folder = userData.resolve("faces");
            Files.createDirectories(folder);
            for (int i = 0; i < SLIDES; i++) {
                Path slide = folder.resolve(i + ".jpg");
                if (!Files.exists(slide)) {
                    Files.copy(Path.of("src/test/resources/faces/s01-happy.jpg"), slide);
                }
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Always the same places.
    private static final class HereFiles implements DiaryFiles {
        @Override
        public Optional<Path> exportTo() {
            return Optional.of(userData.resolve("mine.csv"));
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }
    }

    @AfterEach
    void stop() throws Exception {
        onFx(() -> {
            diary().deleteEverything();
            return true;
        });
        selfCheck.orElseThrow().close();
        background.shutdown();
        assertThat(background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        live.orElseThrow().close();
        Locale.setDefault(Locale.Category.DISPLAY, before);
        onFx(() -> {
            window.orElseThrow().dispose();
            MainWindow.hideAll();
            return true;
        });
    }

    private SelfCheckViewModel model() {
        return selfCheck.orElseThrow().model();
    }

    private DiaryModel diary() {
        return model().diary();
    }

    private Node node(String id) {
        return stage.orElseThrow().getScene().lookup("#" + id);
    }

    private String words(String id) {
        return ((Labeled) node(id)).getText();
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        return org.testfx.util.WaitForAsyncUtils.asyncFx(task).get(PATIENCE_SECONDS, SECONDS);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        waitFor(PATIENCE_SECONDS, SECONDS, () -> onFx(condition));
        waitForFxEvents();
    }

    private void enter(FxRobot robot) throws Exception {
        robot.clickOn("#room-selfcheck");
        await(() -> node("selfcheck") != null && diary().state().get() == State.OPEN);
    }

    // Works what may be below the fold, as a keyboard does.
    private void press(FxRobot robot, String id) throws Exception {
        await(() -> node(id) != null && !node(id).isDisabled() && node(id).isVisible());
        onFx(() -> {
            node(id).requestFocus();
            return true;
        });
        await(() -> node(id).isFocused());
        robot.type(KeyCode.SPACE);
        waitForFxEvents();
    }

    private void type(String id, String text) throws Exception {
        onFx(() -> {
            TextInputControl field = (TextInputControl) node(id);
            field.requestFocus();
            field.setText(text);
            return true;
        });
    }

    private void wroteDaysAgo(int days, Tone tone) throws Exception {
        Entry entry =
                new Entry(
                        OffsetDateTime.now(CLOCK).minusDays(days),
                        Optional.empty(),
                        new Word.Own("day " + days),
                        tone,
                        "");
        int already = onFx(() -> diary().entries().get().size());
        onFx(() -> {
            diary().add(entry, () -> {});
            return true;
        });
        await(() -> diary().entries().get().size() == already + 1);
    }

    @Test
    void a_student_reads_corrects_keeps_and_sees_the_day(FxRobot robot) throws Exception {
        enter(robot);
        assertThat(words("selfcheck-promise")).contains("Nobody may make you use it");
        assertThat(model().camera().status().get()).isEqualTo(Status.OFF);
        robot.clickOn("#selfcheck-camera");
        await(() -> model().camera().reading().get().isPresent());
        assertThat(model().camera().frame().get().orElseThrow().faces()).hasSizeLessThan(2);
        assertThat(words("reading")).isNotBlank();
        assertThat(userData.resolve(Diary.FILE)).doesNotExist();

        robot.clickOn("#hold");
        await(() -> node("check-in") != null);
        assertThat(node("keep").isDisabled()).isTrue();
        robot.clickOn("#own-words").write("proud");
        robot.clickOn("#tone-good");
        press(robot, "keep");
        await(() -> diary().entries().get().size() == 1);
        Entry entry = diary().entries().get().getFirst().entry();
        assertThat(entry.word()).isEqualTo(new Word.Own("proud"));
        assertThat(entry.machine()).isPresent();

        robot.clickOn("#page-days");
        await(() -> words("trend-words").startsWith("You wrote on 1 of the last 28 days."));
        assertThat(node("trend").getAccessibleText()).contains("one was good");
    }

    @Test
    void in_a_new_language_it_still_tells_what_was_done(FxRobot robot) throws Exception {
        enter(robot);
        onFx(() -> {
            settings.set(settings.get().withLanguage(Language.GERMAN));
            return true;
        });
        await(() -> words("page-now").equals("Jetzt gerade"));
        wroteDaysAgo(0, Tone.GOOD);
        await(() -> node("told").getParent().isVisible());
        assertThat(words("told")).contains("Tagebuch");
        robot.clickOn("#told-dismiss");
        await(() -> !node("told").getParent().isVisible());
    }

    @Test
    void why_it_was_read_so_is_shown_for_the_own_face(FxRobot robot) throws Exception {
        enter(robot);
        robot.clickOn("#selfcheck-camera");
        await(() -> model().camera().reading().get().isPresent());
        press(robot, "why-open");
        await(() -> model().camera().explanation().get().isPresent());
        await(() ->
                node("selfcheck").lookup("#why-words") instanceof Label told
                        && told.getText().contains("Warm areas"));
        robot.type(KeyCode.ESCAPE);
        await(() -> model().page().get() == SelfCheckViewModel.Tab.NOW);
    }

    @Test
    void a_suggestion_is_put_away_and_silenced(FxRobot robot) throws Exception {
        enter(robot);
        wroteDaysAgo(2, Tone.HARD);
        wroteDaysAgo(1, Tone.HARD);
        wroteDaysAgo(0, Tone.HARD);
        await(() -> node("suggestion").isVisible());
        assertThat(words("suggestion-words")).contains("breathing");
        robot.clickOn("#suggestion-silence");
        await(() -> !node("suggestion").isVisible() && diary().silenced().get());

        robot.clickOn("#page-days");
        await(() -> !((CheckBox) node("suggestions")).isSelected());
    }

    @Test
    void the_diary_is_exported_and_deleted_with_one_question(FxRobot robot) throws Exception {
        enter(robot);
        wroteDaysAgo(0, Tone.GOOD);
        robot.clickOn("#page-diary");
        press(robot, "export");
        await(() -> Files.exists(userData.resolve("mine.csv")));
        await(() -> words("told").contains("mine.csv"));
        assertThat(Files.readString(userData.resolve("mine.csv"))).contains("day 0");

        press(robot, "delete-everything");
        await(() -> node("delete-yes") != null && node("delete-no").isFocused());
        assertThat(userData.resolve(Diary.FILE)).exists();
        robot.clickOn("#delete-yes");
        await(() -> diary().entries().get().isEmpty());
        await(() -> !Files.exists(userData.resolve(Diary.FILE)));
    }

    @Test
    void an_entry_is_changed_and_deleted_from_the_list(FxRobot robot) throws Exception {
        enter(robot);
        wroteDaysAgo(0, Tone.GOOD);
        robot.clickOn("#page-diary");
        long id = onFx(() -> diary().entries().get().getFirst().id());
        press(robot, "edit-" + id);
        await(() -> node("check-in") != null);
        type("own-words", "better than I thought");
        press(robot, "keep");
        await(() ->
                diary().entries()
                        .get()
                        .getFirst()
                        .entry()
                        .word()
                        .equals(new Word.Own("better than I thought")));
        press(robot, "delete-" + id);
        await(() -> node("delete-entry") != null);
        robot.clickOn("#delete-entry");
        await(() -> diary().entries().get().isEmpty());
    }

    @Test
    void a_passphrase_is_set_asked_for_and_refused_when_wrong(FxRobot robot) throws Exception {
        enter(robot);
        wroteDaysAgo(0, Tone.GOOD);
        robot.clickOn("#page-diary");
        press(robot, "passphrase");
        await(() -> node("passphrase-sheet") != null);
        type("passphrase-next", "four words of mine");
        type("passphrase-again", "four words of mine");
        assertThat(node("passphrase-next-shown").isVisible()).isFalse();
        robot.clickOn("#passphrase-next-show");
        assertThat(((TextField) node("passphrase-next-shown")).getText())
                .isEqualTo("four words of mine");
        assertThat(node("passphrase-next-shown").isVisible()).isTrue();
        assertThat(node("passphrase-set").isDisabled()).as("before the warning is seen").isTrue();
        robot.clickOn("#passphrase-understood");
        robot.clickOn("#passphrase-set");
        await(() -> diary().sealed().get() && node("passphrase-sheet") == null);

        press(robot, "lock");
        await(() -> diary().state().get() == State.LOCKED && node("unlock").isVisible());
        assertThat(node("diary").isVisible()).isFalse();
        robot.clickOn("#unlock-passphrase").write("wrong words").type(KeyCode.ENTER);
        await(() -> words("told").contains("not the passphrase"));
        assertThat(diary().state().get()).isEqualTo(State.LOCKED);
        type("unlock-passphrase", "four words of mine");
        robot.type(KeyCode.ENTER);
        await(() -> diary().state().get() == State.OPEN);
        assertThat(diary().entries().get()).hasSize(1);
    }

    @Test
    void people_to_talk_to_are_one_click_away(FxRobot robot) throws Exception {
        enter(robot);
        robot.clickOn("#help-lines");
        await(() -> node("help-sheet") != null);
        List<String> numbers =
                onFx(() ->
                        node("help-sheet").lookupAll(".selfcheck-number").stream()
                                .map(number -> ((Label) number).getText())
                                .toList());
        assertThat(numbers).first().isEqualTo("112");
        assertThat(numbers).contains("116 111");
        robot.clickOn("#copy-116111");
        await(() -> "116 111".equals(Clipboard.getSystemClipboard().getString()));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void leaving_the_room_turns_the_camera_off(FxRobot robot) throws Exception {
        enter(robot);
        robot.clickOn("#selfcheck-camera");
        await(() -> model().camera().frame().get().isPresent());
        robot.clickOn("#room-live");
        await(() -> model().camera().status().get() == Status.OFF);
        assertThat(model().camera().frame().get()).isEmpty();
    }

    @Test
    void everything_is_reached_with_the_tab_key_and_says_what_it_is(FxRobot robot)
            throws Exception {
        enter(robot);
        onFx(() -> {
            model().writeWithoutReading();
            return true;
        });
        await(() -> node("check-in") != null);
        onFx(() -> {
            node("selfcheck-source").requestFocus();
            return true;
        });
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < 40; i++) {
            Node focus = onFx(() -> stage.orElseThrow().getScene().getFocusOwner());
            String words = Optional.ofNullable(focus.getAccessibleText()).orElse("");
            if (words.isEmpty() && focus instanceof Labeled labeled) {
                words = labeled.getText();
            }
            assertThat(words).as(focus.toString()).isNotBlank();
            reached.add(String.valueOf(focus.getId()));
            robot.type(KeyCode.TAB);
        }
        assertThat(reached)
                .contains(
                        "selfcheck-camera",
                        "help-lines",
                        "page-diary",
                        "word-happiness",
                        "own-words",
                        "tone-good",
                        "note",
                        "discard");
    }
}
