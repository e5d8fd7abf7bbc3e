package org.classbarometer.ui;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.classbarometer.expression.ExecutionProvider;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.setup.FinderChoice;
import org.classbarometer.setup.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A teacher's first two lessons from beginning to end, on the whole program: real clip, model, pipeline
/// and database; with Tab, Space, Enter, Escape and the arrow keys alone.
@ExtendWith(ApplicationExtension.class)
class WholeStoryTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final int MOST_STOPS = 60;
    private static final String NOTE = "group work begins";

    @TempDir private static Path folder;

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private Optional<Program> program = Optional.empty();

    @Start
    void start(Stage unused) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("settings.json"), "{\"language\": \"ENGLISH\"}");
        UiOptions options =
                new UiOptions(
                        new Installation(Path.of("").toAbsolutePath(), folder),
                        Optional.of(new SourceChoice.Demo()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ExecutionProvider.CPU,
                        Optional.of(FinderChoice.HAAR),
                        Optional.empty());
        Program whole =
                new Program(
                        options,
                        _ -> new SystemDialogs(new NoFiles(), () -> Optional.of(exports())));
        program = Optional.of(whole);
        whole.open();
    }

    private static Path exports() {
        return folder.resolve("exports");
    }

    @AfterEach
    void stop() throws Exception {
        onFx(() -> {
            MainWindow.hideAll();
            return true;
        });
        program.orElseThrow().close();
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static <T> T onFx(Callable<T> task) throws Exception {
        T result = asyncFx(task).get(PATIENCE_SECONDS, SECONDS);
        waitForFxEvents();
        return result;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        waitFor(PATIENCE_SECONDS, SECONDS, () -> onFx(condition));
    }

    // Also in pop-overs, which are windows of their own.
    private static Optional<Node> node(String id) {
        return Window.getWindows().stream()
                .flatMap(shown -> Optional.ofNullable(shown.getScene().lookup("#" + id)).stream())
                .findFirst();
    }

    // A pop-over takes the keys of the window below.
    private static Optional<Node> focused() {
        return Optional.ofNullable(Window.getWindows().getLast().getScene().getFocusOwner());
    }

    private static void type(FxRobot robot, KeyCode key) {
        robot.type(key);
        waitForFxEvents();
    }

    /// Tab until the focus is there, and seen all the way.
    private void tabTo(FxRobot robot, String id) throws Exception {
        await(() -> node(id).filter(node -> !node.isDisabled()).isPresent());
        for (int i = 0; i < MOST_STOPS; i++) {
            if (onFx(() -> focused().filter(node -> id.equals(node.getId())).isPresent())) {
                await(() -> node("focus-ring").filter(Node::isVisible).isPresent());
                return;
            }
            type(robot, KeyCode.TAB);
        }
        throw new AssertionError(
                "Tab does not lead to " + id + " but to " + onFx(WholeStoryTest::focused));
    }

    private void press(FxRobot robot, String id) throws Exception {
        tabTo(robot, id);
        type(robot, KeyCode.SPACE);
    }

    private void awaitFocus(String id) throws Exception {
        await(() -> focused().filter(node -> id.equals(node.getId())).isPresent());
    }

    private String words(String id) {
        return node(id).map(node -> ((Labeled) node).getText()).orElse("");
    }

    private boolean isPlaying() {
        return words("start-stop").equals("Stop");
    }

    @Test
    void with_the_keyboard_alone_from_the_first_start_to_the_second_lesson_and_its_deletion(
            FxRobot robot) throws Exception {
        assertThat(databaseSays(NOTE)).isFalse();
        isWelcomed(robot);
        chooseTheSource(robot);
        sayWhereAndForWhat(robot);
        recordALesson(robot, "7b");
        assertThat(databaseSays(NOTE)).isTrue();
        lookBackAndExport(robot);
        type(robot, KeyCode.ESCAPE);
        press(robot, "room-live");
        await(this::isPlaying);
        press(robot, "record");
        recordALesson(robot, "8a");
        await(() -> words("review-title").equals("8a"));
        delete(robot);
        await(() -> words("review-title").equals("7b"));
        delete(robot);
        await(() -> node("review-empty").filter(Node::isVisible).isPresent());
        // Until then it can be undone.
        await(() -> words("review-notice").contains("file of the database"));
        assertThat(databaseSays(NOTE)).as("deleted is gone").isFalse();
    }

    private void isWelcomed(FxRobot robot) throws Exception {
        // The focus is shown from the first key on.
        type(robot, KeyCode.TAB);
        press(robot, "welcome-show");
        await(() -> node("welcome-words").isPresent());
        for (int i = 0; i < 3; i++) {
            String words = words("welcome-words");
            type(robot, KeyCode.ENTER);
            await(() -> !words("welcome-words").equals(words));
        }
        await(() -> node("welcome-bar").filter(Node::isVisible).isEmpty());
    }

    private void chooseTheSource(FxRobot robot) throws Exception {
        await(this::isPlaying);
        press(robot, "start-stop");
        await(() -> !isPlaying());
        press(robot, "source-menu");
        // The first of the menu is the demo class.
        type(robot, KeyCode.DOWN);
        type(robot, KeyCode.ENTER);
        await(this::isPlaying);
        press(robot, "record");
    }

    // Storing asks first where and for what; then it goes on.
    private void sayWhereAndForWhat(FxRobot robot) throws Exception {
        await(() -> node("use-screen").isPresent());
        awaitFocus("country-search");
        robot.write("united states");
        type(robot, KeyCode.ENTER);
        press(robot, "purpose-class");
        press(robot, "use-confirm");
        await(() -> node("use-screen").isEmpty());
    }

    private void recordALesson(FxRobot robot, String className) throws Exception {
        await(() -> node("consent-class").isPresent());
        awaitFocus("consent-class");
        robot.write(className);
        tabTo(robot, "consent-count");
        robot.write("12");
        press(robot, "consent-everyone");
        press(robot, "consent-masked");
        press(robot, "consent-store");
        await(() -> words("recording-sign").equals("Storing: " + className));
        // Two steps of five seconds: the first may have begun before the faces were read.
        await(() -> words("recording-stored").contains("2"));
        press(robot, "recording-marker");
        awaitFocus("recording-note");
        robot.write(NOTE);
        type(robot, KeyCode.ENTER);
        press(robot, "recording-end");
        await(() -> words("told").contains("1 marker"));
        awaitFocus("outcome-review");
        type(robot, KeyCode.ENTER);
        await(() -> words("review-title").equals(className));
    }

    private void lookBackAndExport(FxRobot robot) throws Exception {
        assertThat(words("review-subtitle")).contains("12 opted in");
        assertThat(words("review-words")).endsWith(".");
        assertThat(words("review-story")).contains("faces");
        press(robot, "review-export");
        type(robot, KeyCode.DOWN);
        type(robot, KeyCode.ENTER);
        await(() -> node("export-go").isPresent());
        awaitFocus("export-go");
        type(robot, KeyCode.ENTER);
        await(() -> exported().stream().anyMatch(file -> file.endsWith("buckets.csv")));
        Path markers =
                exported().stream()
                        .filter(file -> file.endsWith("markers.csv"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Files.readString(markers)).contains(NOTE);
    }

    /// What lies there while the program may still be writing: folders that grow are hidden, and are
    /// moved away at any moment.
    private static List<Path> exported() throws Exception {
        List<Path> files = new ArrayList<>();
        if (Files.notExists(exports())) {
            return files;
        }
        Files.walkFileTree(
                exports(),
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return folder.getFileName().toString().startsWith(".")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path gone, IOException failed)
                            throws IOException {
                        if (failed instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw failed;
                    }
                });
        return files;
    }

    private void delete(FxRobot robot) throws Exception {
        press(robot, "review-delete");
        await(() -> node("delete-no").isPresent());
        awaitFocus("delete-no");
        press(robot, "delete-yes");
        await(() -> node("delete-yes").isEmpty());
    }

    private static boolean databaseSays(String text) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.getFileName().toString().startsWith("sessions.db"))
                            .toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (bytes.contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}
