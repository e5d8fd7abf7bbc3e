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
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
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

/// A teacher's first lesson from beginning to end, on the whole program: real clip, model, pipeline and
/// database.
@ExtendWith(ApplicationExtension.class)
class WholeStoryTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final String NOTE = "group work begins";

    @TempDir private static Path folder;

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private Optional<Program> program = Optional.empty();
    private Optional<Stage> stage = Optional.empty();

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
                        on -> {
                            stage = Optional.of(on);
                            return new SystemDialogs(new NoFiles(), () -> Optional.of(exports()));
                        });
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

    private Optional<Node> node(String id) {
        return Optional.ofNullable(stage.orElseThrow().getScene().lookup("#" + id));
    }

    private void press(String id) throws Exception {
        await(() -> node(id).filter(node -> !node.isDisabled()).isPresent());
        onFx(() -> {
            ((Button) node(id).orElseThrow()).fire();
            return true;
        });
    }

    private String words(String id) {
        return node(id).map(node -> ((Label) node).getText()).orElse("");
    }

    private static void ctrl(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        waitForFxEvents();
    }

    @Test
    void a_first_lesson_from_the_first_start_to_its_deletion(FxRobot robot) throws Exception {
        assertThat(databaseSays(NOTE)).isFalse();
        recordALesson(robot);
        assertThat(databaseSays(NOTE)).isTrue();
        lookBackAndExport();
        delete();
        assertThat(databaseSays(NOTE)).as("deleted is gone").isFalse();
    }

    // Storing asks first where and for what; then it goes on.
    private void sayWhereAndForWhat(FxRobot robot) throws Exception {
        await(() -> node("use-screen").isPresent());
        onFx(() -> {
            ((ToggleButton) node("purpose-class").orElseThrow()).fire();
            return true;
        });
        robot.clickOn("#country-search").write("united states");
        robot.type(KeyCode.ENTER);
        press("use-confirm");
        await(() -> node("use-screen").isEmpty());
    }

    private void recordALesson(FxRobot robot) throws Exception {
        await(() ->
                node("start-stop")
                        .filter(node -> ((Button) node).getText().equals("Stop"))
                        .isPresent());
        ctrl(robot, KeyCode.R);
        sayWhereAndForWhat(robot);
        await(() -> node("consent-class").isPresent());
        onFx(() -> {
            ((ComboBox<?>) node("consent-class").orElseThrow()).getEditor().setText("7b");
            ((TextField) node("consent-count").orElseThrow()).setText("12");
            ((CheckBox) node("consent-everyone").orElseThrow()).setSelected(true);
            ((CheckBox) node("consent-masked").orElseThrow()).setSelected(true);
            return true;
        });
        press("consent-store");
        await(() -> words("recording-sign").equals("Storing: 7b"));
        // Two steps of five seconds: the first may have begun before the faces were read.
        await(() -> words("recording-stored").contains("2"));
        ctrl(robot, KeyCode.K);
        robot.write(NOTE).type(KeyCode.ENTER);
        waitForFxEvents();
        press("recording-end");
        await(() -> words("told").contains("1 marker"));
        press("outcome-close");
    }

    private void lookBackAndExport() throws Exception {
        onFx(() -> {
            ((ToggleButton) node("room-review").orElseThrow()).fire();
            return true;
        });
        await(() -> words("review-title").equals("7b"));
        assertThat(words("review-subtitle")).contains("12 opted in");
        assertThat(words("review-words")).endsWith(".");
        assertThat(words("review-story")).contains("faces");
        await(() ->
                ((MenuButton) node("review-export").orElseThrow())
                        .getItems().stream().anyMatch(item -> "export-all".equals(item.getId())));
        onFx(() -> {
            ((MenuButton) node("review-export").orElseThrow())
                    .getItems().stream()
                            .filter(item -> "export-all".equals(item.getId()))
                            .findFirst()
                            .orElseThrow()
                            .fire();
            return true;
        });
        await(() -> node("export-go").isPresent());
        press("export-go");
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

    private void delete() throws Exception {
        press("review-delete");
        press("delete-yes");
        await(() -> node("review-empty").filter(Node::isVisible).isPresent());
        // Until then it can be undone.
        await(() -> words("review-notice").contains("file of the database"));
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
