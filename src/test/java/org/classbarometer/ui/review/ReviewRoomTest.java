package org.classbarometer.ui.review;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.classbarometer.session.StoreException;
import org.classbarometer.session.StoreSettings;
import org.classbarometer.store.SqliteSessionStore;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.classbarometer.ui.review.model.ReviewViewModel.Panel;
import org.classbarometer.ui.review.model.SessionFilter;
import org.classbarometer.ui.room.RoomContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The review room over a real database with a year of lessons, worked with mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class ReviewRoomTest {
    private static final int PATIENCE_SECONDS = 90;
    private static final int WEEKS = 38;
    private static final String DATABASE = "sessions.db";

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<Runnable> end = new ArrayList<>();
    private Optional<ReviewViewModel> model = Optional.empty();
    private Optional<Scene> scene = Optional.empty();
    private Optional<Path> folder = Optional.empty();

    @TempDir private static Path year;

    // Once for all tests, and not while TestFX waits for the stage: every bucket is on the disk
    // before the next, as in a lesson.
    @BeforeAll
    static void storeYear() throws StoreException {
        try (SqliteSessionStore store =
                SqliteSessionStore.open(
                        year.resolve(DATABASE),
                        InstantSource.fixed(SchoolYear.NEWEST.toInstant()))) {
            store.save(StoreSettings.DEFAULT.withRetention(Duration.ofDays(400)));
            SchoolYear.store(store, WEEKS);
        }
    }

    @Start
    void start(Stage stage) throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Path data = Files.createTempDirectory("classbarometer-review");
        folder = Optional.of(data);
        Files.copy(year.resolve(DATABASE), data.resolve(DATABASE));
        SqliteSessionStore store =
                SqliteSessionStore.open(
                        data.resolve(DATABASE), InstantSource.fixed(SchoolYear.NEWEST.toInstant()));
        end.add(store::close);
        ReviewViewModel viewModel =
                new ReviewViewModel(store, Optional::empty, background, Platform::runLater);
        model = Optional.of(viewModel);
        Dialogs dialogs = new Dialogs();
        Scope scope = new Scope();
        end.add(scope::close);
        dialogs.setScreen(
                new ReviewView(
                        viewModel,
                        new RoomContext(
                                dialogs,
                                scope,
                                new SimpleObjectProperty<>(true),
                                new SimpleObjectProperty<>(false)),
                        () -> Optional.of(data.resolve("exports")),
                        InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")),
                        Optional.empty()));
        Scene shown = new Scene(dialogs, 980, 680);
        shown.getStylesheets()
                .add(
                        String.valueOf(
                                ReviewView.class.getResource(
                                        "/org/classbarometer/ui/classbarometer.css")));
        scene = Optional.of(shown);
        stage.setScene(shown);
        stage.show();
    }

    @AfterEach
    void stop() throws Exception {
        onFx(() -> {
            scene.orElseThrow().getWindow().hide();
            return true;
        });
        background.shutdown();
        assertThat(background.awaitTermination(PATIENCE_SECONDS, SECONDS)).isTrue();
        end.reversed().forEach(Runnable::run);
        Locale.setDefault(Locale.Category.DISPLAY, before);
        try (Stream<Path> files = Files.walk(folder.orElseThrow())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private ReviewViewModel model() {
        return model.orElseThrow();
    }

    private Node node(String id) {
        return scene.orElseThrow().lookup("#" + id);
    }

    // Another window may have the system's focus on a busy machine.
    private boolean isFocusOwner(String id) {
        Node node = node(id);
        return node != null && node.equals(scene.orElseThrow().getFocusOwner());
    }

    private String text(String id) {
        return ((Label) node(id)).getText();
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        return org.testfx.util.WaitForAsyncUtils.asyncFx(task).get(PATIENCE_SECONDS, SECONDS);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        waitFor(PATIENCE_SECONDS, SECONDS, () -> onFx(condition));
        waitForFxEvents();
    }

    private void awaitLesson() throws TimeoutException {
        await(() -> model().lesson().lesson().get().isPresent() && !model().busy().get());
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
        waitForFxEvents();
    }

    @Test
    void the_newest_lesson_is_told_in_words_and_a_shift_is_jumped_to(FxRobot robot)
            throws Exception {
        awaitLesson();
        assertThat(model().choice().listed()).hasSize(2 * WEEKS);
        assertThat(text("review-title")).isEqualTo("7b");
        assertThat(text("review-subtitle")).contains("Nov 20, 2026", "22 opted in");
        assertThat(text("review-words")).contains("looked");
        assertThat(text("review-story")).contains("faces", "uncertain", "too few faces");

        robot.clickOn("#shift-A");
        assertThat(model().lesson().moment().get())
                .contains(model().lesson().lesson().get().orElseThrow().shifts().getFirst().at());
        assertThat(text("around-sure")).contains("●");
        assertThat(text("around-basis")).contains("faces", "uncertain");
        assertThat(node("review-chart").getAccessibleText()).startsWith("At ");
    }

    @Test
    void what_is_said_beside_each_other_is_whole_and_in_line() throws Exception {
        awaitLesson();
        onFx(() -> {
            node("review-search").requestFocus();
            Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
            ((ListView<?>) node("review-sessions")).refresh();
            return true;
        });
        waitForFxEvents();
        assertThat(texts("#review-search .text"))
                .anyMatch(prompt ->
                        prompt.isVisible()
                                && prompt.getText().equals("Search class, title or date"));
        assertThat(texts("#review-sessions .session-words .text"))
                .extracting(Text::getText)
                .contains("Die meisten wirkten neutral, einige fröhlich")
                .noneMatch(words -> words.endsWith("..."));
        assertThat(scene.orElseThrow().getRoot().lookupAll("#review-shifts > *"))
                .hasSizeGreaterThan(1)
                .extracting(row -> ((HBox) row).getChildren().getLast())
                .extracting(dots -> dots.getBoundsInParent().getMaxX())
                .containsOnly(((HBox) node("shift-A").getParent()).getWidth());
    }

    @Test
    void at_720p_a_long_title_is_whole_and_a_stretch_is_told_without_scrolling() throws Exception {
        awaitLesson();
        String title = "Fractions, the second lesson after the holidays";
        onFx(() -> {
            scene.orElseThrow().getWindow().setWidth(1280);
            scene.orElseThrow().getWindow().setHeight(720);
            model().entitle(title);
            model().lesson().select(Duration.ofMinutes(17), Duration.ofMinutes(27));
            return true;
        });
        await(() -> text("review-title").equals("7b · " + title));
        await(() -> ((Labeled) node("review-title")).getHeight() > 0);
        assertThat(texts("#review-title .text"))
                .singleElement()
                .extracting(shown -> shown.getText().replace("\n", " ").replace("  ", " "))
                .isEqualTo("7b · " + title);
        await(() ->
                scene.orElseThrow().getRoot().lookupAll(".lesson-pane .side-scroll").stream()
                        .map(ScrollPane.class::cast)
                        .allMatch(ReviewRoomTest::isWhole));
    }

    private static boolean isWhole(ScrollPane pane) {
        return ((Region) pane.getContent()).getHeight() <= pane.getViewportBounds().getHeight() + 1;
    }

    private List<Text> texts(String query) {
        return scene.orElseThrow().getRoot().lookupAll(query).stream()
                .map(Text.class::cast)
                .toList();
    }

    @Test
    void a_marker_is_set_from_the_keyboard_and_jumped_to(FxRobot robot) throws Exception {
        awaitLesson();
        onFx(() -> {
            node("review-chart").requestFocus();
            return true;
        });
        press(robot, KeyCode.PAGE_DOWN);
        Duration first = model().lesson().moment().get().orElseThrow();
        robot.press(KeyCode.SHIFT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.SHIFT);
        waitForFxEvents();
        Duration there = first.plusMinutes(1);
        assertThat(model().lesson().moment().get()).contains(there);

        press(robot, KeyCode.M);
        await(() -> isFocusOwner("marker-note"));
        assertThat(((TextField) node("marker-time")).getText()).isEqualTo(LessonTexts.clock(there));
        press(robot, KeyCode.ENTER);
        assertThat(text("marker-wrong")).contains("note");
        robot.write("Film");
        press(robot, KeyCode.ENTER);
        await(() -> model().lesson().lesson().get().orElseThrow().timeline().markers().size() == 3);
        await(() -> node("marker-3") != null);
        await(() -> isFocusOwner("review-chart"));
    }

    @Test
    void a_lesson_is_deleted_after_one_question_and_brought_back(FxRobot robot) throws Exception {
        awaitLesson();
        robot.clickOn("#review-delete");
        await(() -> isFocusOwner("delete-no"));
        robot.clickOn("#delete-yes");
        await(() -> model().choice().listed().size() == 2 * WEEKS - 1);
        await(() -> text("review-notice").contains("can be undone"));
        awaitLesson();
        assertThat(text("review-title")).isEqualTo("9c");
        robot.clickOn("#review-notice-action");
        await(() -> model().choice().listed().size() == 2 * WEEKS);
        await(() -> text("review-notice").contains("back"));
    }

    @Test
    void what_lies_under_the_pointer_is_told_in_every_chart(FxRobot robot) throws Exception {
        awaitLesson();
        robot.moveTo("#review-chart");
        await(() -> pointed().contains("neutral"));
        robot.clickOn("#panel-compare");
        await(() -> model().compare().other().get().isPresent() && !model().busy().get());
        for (String chart : List.of("#compare-first", "#compare-second")) {
            robot.moveTo("#review-search");
            await(() -> pointed().isEmpty());
            robot.moveTo(chart);
            await(() -> pointed().contains("neutral"));
        }
        robot.clickOn("#panel-weeks");
        await(() -> model().weeks().grid().get().isPresent() && !model().busy().get());
        String first = onFx(() -> text("weeks-cell"));
        robot.moveTo("#weeks-map");
        await(() -> !text("weeks-cell").equals(first) && text("weeks-cell").contains("%"));
    }

    private static String pointed() {
        return Window.getWindows().stream()
                .filter(shown -> shown instanceof Tooltip tip && tip.isShowing())
                .map(shown -> ((Tooltip) shown).getText())
                .findFirst()
                .orElse("");
    }

    @Test
    void a_title_is_given_shown_and_searched(FxRobot robot) throws Exception {
        awaitLesson();
        robot.clickOn("#review-entitle");
        await(() -> isFocusOwner("title-field"));
        robot.write("Fractions");
        press(robot, KeyCode.ENTER);
        await(() -> text("review-title").equals("7b · Fractions"));
        robot.clickOn("#review-search");
        robot.write("fract");
        await(() -> model().choice().listed().size() == 1);
        robot.write("x");
        await(() -> model().choice().listed().isEmpty() && node("review-none") != null);
    }

    @Test
    void a_stretch_that_is_dragged_over_is_told_in_words(FxRobot robot) throws Exception {
        awaitLesson();
        Node chart = node("review-chart");
        robot.drag(robot.point(chart).atPosition(javafx.geometry.Pos.CENTER).query());
        robot.moveBy(120, 0).drop();
        await(() -> model().lesson().stretch().get().isPresent());
        waitForFxEvents();
        assertThat(chart.getAccessibleText()).contains(" to ", "happy", "Compared with the rest");
        assertThat(text("around-sure")).contains("●");

        onFx(() -> {
            chart.requestFocus();
            return true;
        });
        press(robot, KeyCode.BACK_SPACE);
        assertThat(model().lesson().stretch().get()).isEmpty();
    }

    private boolean isMarked(String panel) throws Exception {
        return onFx(() -> ((ToggleButton) node(panel)).isSelected());
    }

    @Test
    void two_lessons_and_a_class_over_weeks_are_compared(FxRobot robot) throws Exception {
        awaitLesson();
        assertThat(isMarked("panel-lesson")).isTrue();
        robot.clickOn("#panel-compare");
        await(() -> model().compare().other().get().isPresent() && !model().busy().get());
        assertThat(text("compared-sure")).contains("Expressions differ by");
        assertThat(isMarked("panel-lesson")).isFalse();
        assertThat(isMarked("panel-compare")).isTrue();

        robot.clickOn("#panel-weeks");
        await(() -> model().weeks().grid().get().isPresent() && !model().busy().get());
        assertThat(model().weeks().grid().get().orElseThrow().weeks()).hasSize(WEEKS);
        onFx(() -> {
            node("weeks-map").requestFocus();
            return true;
        });
        press(robot, KeyCode.RIGHT);
        assertThat(text("weeks-cell")).contains("minute 1:", "happy");
        assertThat(text("weeks-cell")).as("the newest first").startsWith("Wk 47");
        press(robot, KeyCode.DOWN);
        assertThat(text("weeks-cell")).startsWith("Wk 46");
    }

    @Test
    void the_chosen_lesson_is_exported_into_a_folder_of_its_own(FxRobot robot) throws Exception {
        awaitLesson();
        robot.clickOn("#review-export");
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.ENTER);
        await(() -> node("export-go") != null);
        assertThat(text("export-name")).contains("ClassBarometer 7b 2026-11-20");
        robot.clickOn("#export-html").clickOn("#export-pdf").clickOn("#export-go");
        await(() -> text("review-notice").startsWith("One lesson exported"));
        assertThat(node("review-notice-action").isVisible()).as("open folder").isTrue();
        try (Stream<Path> into = Files.list(folder.orElseThrow().resolve("exports"))) {
            assertThat(into)
                    .singleElement()
                    .satisfies(made ->
                            assertThat(files(made))
                                    .isNotEmpty()
                                    .allMatch(file -> file.toString().endsWith(".csv")));
        }
    }

    @Test
    void the_chart_is_copied_and_saved_as_an_image(FxRobot robot) throws Exception {
        awaitLesson();
        onFx(() -> {
            exportItem("chart-copy").fire();
            return true;
        });
        await(() -> text("review-notice").contains("clipboard"));
        Image copied = onFx(() -> Clipboard.getSystemClipboard().getImage());
        assertThat(copied.getWidth()).isEqualTo(1800);
        onFx(() -> {
            exportItem("chart-save").fire();
            return true;
        });
        await(() -> text("review-notice").contains("saved as"));
        Path saved = folder.orElseThrow().resolve("exports/ClassBarometer 7b 2026-11-20.png");
        assertThat(ImageIO.read(saved.toFile()).getWidth()).isEqualTo(1800);
    }

    @Test
    void the_charts_of_compare_and_of_the_weeks_become_images_too(FxRobot robot) throws Exception {
        awaitLesson();
        onFx(() -> {
            model().show(Panel.COMPARE);
            return true;
        });
        await(() -> model().compare().other().get().isPresent());
        BufferedImage compared = saved();
        assertThat(compared.getWidth()).isEqualTo(1800);
        assertThat(compared.getHeight()).as("two charts").isGreaterThan(880);

        onFx(() -> {
            model().show(Panel.WEEKS);
            return true;
        });
        await(() -> model().weeks().grid().get().isPresent());
        assertThat(saved().getWidth()).isEqualTo(1800);
    }

    private BufferedImage saved() throws Exception {
        onFx(() -> {
            model().dismissNotice();
            exportItem("chart-save").fire();
            return true;
        });
        await(() -> text("review-notice").contains("saved as"));
        String told = text("review-notice");
        return ImageIO.read(Path.of(told.substring(told.indexOf('/'))).toFile());
    }

    private MenuItem exportItem(String id) {
        return ((MenuButton) node("review-export"))
                .getItems().stream()
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Path> files(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.toList();
        }
    }

    @Test
    void a_screen_that_is_built_anew_in_another_language_lists_the_same_lessons() throws Exception {
        awaitLesson();
        LocalDate today = LocalDate.of(2026, 11, 22);
        for (SessionFilter narrowed :
                List.of(
                        SessionFilter.ALL.withClass(Optional.of("7b")).withWords("2026"),
                        SessionFilter.ALL.withDays(
                                Optional.of(today.minusDays(30)), Optional.empty()),
                        SessionFilter.ALL.withDays(
                                Optional.of(today.minusDays(20)),
                                Optional.of(today.minusDays(9))))) {
            SessionFilter kept =
                    onFx(() -> {
                        model().choice().show(narrowed);
                        new FilterBar(model().choice(), () -> today, new Scope());
                        return model().choice().filter().get();
                    });
            assertThat(kept).isEqualTo(narrowed);
        }
    }
}
