package org.classbarometer.ui.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.classbarometer.law.OptInStatement;
import org.classbarometer.ui.NoFiles;
import org.classbarometer.ui.dialog.Dialogs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StatementPrinterTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);
    private Optional<Dialogs> dialogs = Optional.empty();

    @TempDir private Path folder;

    /// A user who saves the page under the suggested name.
    private static final class Saving extends NoFiles {
        private final Path folder;

        private Saving(Path folder) {
            this.folder = folder;
        }

        @Override
        public Optional<Path> newPage(String name) {
            return Optional.of(folder.resolve(name));
        }
    }

    @Start
    void start(Stage stage) {
        Dialogs all = new Dialogs();
        all.setScreen(new Region());
        dialogs = Optional.of(all);
        stage.setScene(new Scene(all, 900, 600));
        stage.show();
    }

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @ParameterizedTest
    @CsvSource({"en, Do you opt in?", "de, Machst du mit?"})
    void without_a_printer_the_statement_is_saved_as_a_page(String language, String heading)
            throws Exception {
        StatementPrinter printer = new StatementPrinter(new Saving(folder), Optional::empty);
        OptInStatement statement = OptInStatement.in(Locale.of(language));
        onFx(() -> printer.print(statement, dialogs.orElseThrow()));
        onFx(() -> ((Button) dialogs.orElseThrow().lookup("#statement-save")).fire());

        Path page = folder.resolve("classbarometer-opt-in-" + language + ".html");
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"" + language + "\"", heading)
                .doesNotContain("http://", "https://", "<img");
        assertThat(((Label) dialogs.orElseThrow().lookup("#statement-told")).getText())
                .contains(page.toString());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(page);
        }
    }

    private static void onFx(Runnable task) throws Exception {
        asyncFx(task).get(60, TimeUnit.SECONDS);
        waitForFxEvents();
    }
}
