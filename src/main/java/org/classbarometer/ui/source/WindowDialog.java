package org.classbarometer.ui.source;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Nodes;

/// Asks which open window is to be watched, by its title. Where windows cannot be looked at it says why, and
/// offers a region of the screen instead.
public final class WindowDialog {
    private final Dialogs dialogs;
    private final Executor background;
    private final Titles titles;
    private final Consumer<SourceChoice> play;
    private final Label message = new Label(Text.of("ui.window.looking"));
    private final ListView<String> list = new ListView<>();
    private final Button region;
    private final Button again = Buttons.of("window-again", Text.of("ui.window.again"), this::look);
    private final Button watch =
            Buttons.of("window-watch", Text.of("ui.screen.play"), this::watch, Styles.ACCENT);

    /// Finds the titles of the open windows; may take a moment.
    public interface Titles {
        List<String> find() throws FrameSourceException;
    }

    /// @param background where windows are looked for
    /// @param other asks for a region of the screen instead
    public WindowDialog(
            Dialogs dialogs,
            Executor background,
            Titles titles,
            Consumer<SourceChoice> play,
            Runnable other) {
        this.dialogs = dialogs;
        this.background = background;
        this.titles = titles;
        this.play = play;
        message.setId("window-told");
        message.setWrapText(true);
        list.setId("window-list");
        list.setPrefHeight(260);
        list.setAccessibleText(Text.of("ui.window.title"));
        list.setPlaceholder(new Label(""));
        list.setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                watch();
            }
        });
        list.setOnMouseClicked(clicked -> {
            if (clicked.getClickCount() == 2) {
                watch();
            }
        });
        region = dialogs.closing("window-region", Text.of("ui.source.screen.item"), other);
        watch.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    }

    public void show() {
        dialogs.show(Text.of("ui.window.title"), new VBox(12, message, list), region, again, watch);
        look();
    }

    private void look() {
        background.execute(() -> {
            try {
                List<String> found = titles.find();
                Platform.runLater(() -> offer(found));
            } catch (FrameSourceException impossible) {
                Platform.runLater(() -> refuse(impossible.getMessage()));
            }
        });
    }

    private void offer(List<String> found) {
        message.setText(Text.of(found.isEmpty() ? "ui.window.none" : "ui.window.help"));
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        Nodes.show(list, !found.isEmpty());
        (found.isEmpty() ? again : list).requestFocus();
    }

    private void refuse(String why) {
        message.setText(why);
        Nodes.show(list, false);
        region.requestFocus();
    }

    private void watch() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(title -> {
                    dialogs.close();
                    play.accept(new SourceChoice.Window(title));
                });
    }
}
