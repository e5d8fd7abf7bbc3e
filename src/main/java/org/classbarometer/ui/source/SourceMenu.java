package org.classbarometer.ui.source;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.classbarometer.frame.CameraInfo;
import org.classbarometer.frame.FrameSourceException;
import org.classbarometer.frame.SourceChoice;
import org.classbarometer.frame.device.OpenWindows;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// The button that says what is watched and opens the menu of everything that can be. Cameras are
/// looked for each time it opens, away from the JavaFX thread.
public final class SourceMenu extends MenuButton {
    private final Supplier<List<CameraInfo>> cameras;
    private final Executor background;
    private final Consumer<SourceChoice> play;
    private final FilePicker files;
    private final Dialogs dialogs;
    private final ObservableValue<SourceChoice> choice;
    private List<CameraInfo> known = List.of();
    private List<SourceChoice> recent = List.of();

    /// @param cameras may block
    /// @param background where the cameras are looked for
    /// @param choice what is watched now
    public SourceMenu(
            Supplier<List<CameraInfo>> cameras,
            Executor background,
            ObservableValue<SourceChoice> choice,
            Consumer<SourceChoice> play,
            FilePicker files,
            Dialogs dialogs,
            Scope scope) {
        this.cameras = cameras;
        this.background = background;
        this.choice = choice;
        this.play = play;
        this.files = files;
        this.dialogs = dialogs;
        Nodes.named(this, "source-menu", "source-menu");
        // The demo class in every language.
        setMinWidth(160);
        setMaxWidth(260);
        scope.watch(
                choice,
                now -> {
                    setText(name(now));
                    setGraphic(new FontIcon(icon(now)));
                    setAccessibleText(Text.of("ui.source.accessible", name(now)));
                });
        fill();
        scope.onChange(choice, this::fill);
        showingProperty()
                .subscribe(showing -> {
                    if (showing) {
                        lookForCameras();
                    }
                });
    }

    /// Offers what was played lately beside what is always there.
    ///
    /// @param names as [SourceChoice#parse] reads them, the newest first
    public void offer(ObservableValue<List<String>> names, Scope scope) {
        scope.watch(
                names,
                now -> {
                    recent = now.stream().flatMap(name -> parsed(name).stream()).toList();
                    fill();
                });
    }

    // Cameras and the demo class have their places already; what is no source any more has none.
    private static Optional<SourceChoice> parsed(String name) {
        try {
            return Optional.of(SourceChoice.parse(name))
                    .filter(of ->
                            !(of instanceof SourceChoice.Demo
                                    || of instanceof SourceChoice.Camera));
        } catch (FrameSourceException _) {
            return Optional.empty();
        }
    }

    private Ikon marked(SourceChoice of) {
        return of.equals(choice.getValue()) ? MaterialDesignC.CHECK : icon(of);
    }

    private String name(SourceChoice choice) {
        if (choice instanceof SourceChoice.Camera(int index)) {
            return known.stream()
                    .filter(camera -> camera.index() == index)
                    .map(CameraInfo::name)
                    .findFirst()
                    .orElse(SourceNames.of(choice));
        }
        return SourceNames.of(choice);
    }

    private static Ikon icon(SourceChoice choice) {
        return switch (choice) {
            case SourceChoice.Demo _ -> MaterialDesignS.SCHOOL_OUTLINE;
            case SourceChoice.Camera _ -> MaterialDesignW.WEBCAM;
            case SourceChoice.File _ -> MaterialDesignF.FILE_VIDEO_OUTLINE;
            case SourceChoice.Stream _ -> MaterialDesignW.WEB;
            case SourceChoice.Screen _ -> MaterialDesignM.MONITOR_SCREENSHOT;
            case SourceChoice.Window _ -> MaterialDesignA.APPLICATION_OUTLINE;
        };
    }

    private void lookForCameras() {
        background.execute(() -> {
            List<CameraInfo> found = cameras.get();
            Platform.runLater(() -> {
                if (!found.equals(known)) {
                    known = found;
                    fill();
                }
            });
        });
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        items.add(
                item(
                        "demo",
                        Text.of("ui.source.demo"),
                        marked(new SourceChoice.Demo()),
                        () -> play.accept(new SourceChoice.Demo())));
        items.add(new SeparatorMenuItem());
        for (CameraInfo camera : known) {
            items.add(
                    item(
                            "camera-" + camera.index(),
                            camera.name(),
                            marked(new SourceChoice.Camera(camera.index())),
                            () -> play.accept(new SourceChoice.Camera(camera.index()))));
        }
        if (known.isEmpty()) {
            MenuItem none = new MenuItem(Text.of("ui.source.nocamera"));
            none.setDisable(true);
            none.setGraphic(new FontIcon(MaterialDesignC.CAMERA_OFF_OUTLINE));
            items.add(none);
        }
        items.add(new SeparatorMenuItem());
        items.add(
                item(
                        "file",
                        Text.of("ui.source.file"),
                        MaterialDesignF.FILE_VIDEO_OUTLINE,
                        () -> playFile(files.video())));
        items.add(
                item(
                        "folder",
                        Text.of("ui.source.folder"),
                        MaterialDesignF.FOLDER_IMAGE,
                        () -> playFile(files.imageFolder())));
        items.add(
                item(
                        "address",
                        Text.of("ui.source.address"),
                        MaterialDesignW.WEB,
                        this::askForAddress));
        items.add(
                item(
                        "screen",
                        Text.of("ui.source.screen.item"),
                        MaterialDesignM.MONITOR_SCREENSHOT,
                        this::askForRegion));
        items.add(
                item(
                        "window",
                        Text.of("ui.source.window.item"),
                        MaterialDesignA.APPLICATION_OUTLINE,
                        this::askForWindow));
        if (!recent.isEmpty()) {
            items.add(new SeparatorMenuItem());
            for (int i = 0; i < recent.size(); i++) {
                SourceChoice lately = recent.get(i);
                items.add(
                        item(
                                "recent-" + i,
                                name(lately),
                                marked(lately),
                                () -> play.accept(lately)));
            }
        }
        getItems().setAll(items);
    }

    private static MenuItem item(String id, String text, Ikon icon, Runnable action) {
        MenuItem item = Buttons.item("source-" + id, text, action);
        item.setGraphic(new FontIcon(icon));
        return item;
    }

    private void playFile(Optional<java.nio.file.Path> file) {
        file.ifPresent(path -> play.accept(new SourceChoice.File(path)));
    }

    private void askForAddress() {
        TextField address = Nodes.named(new TextField(), "address");
        address.setPromptText("http://192.168.1.20:8080/video");
        address.setAccessibleText(Text.of("ui.address.field"));
        Label help = Labels.text(Text.of("ui.address.help"));
        Label problem = Nodes.named(Labels.text(""), "address-problem", Styles.DANGER);
        VBox content = new VBox(10, help, address, problem);
        Runnable go =
                () ->
                        Addresses.parse(address.getText())
                                .ifPresentOrElse(
                                        choice -> {
                                            dialogs.close();
                                            play.accept(choice);
                                        },
                                        () -> problem.setText(Text.of("ui.address.wrong")));
        Button start = Buttons.of("address-play", Text.of("ui.address.play"), go, Styles.ACCENT);
        address.setOnAction(_ -> go.run());
        dialogs.show(Text.of("ui.address.title"), content, start);
        Platform.runLater(address::requestFocus);
    }

    private void askForRegion() {
        GridPane numbers = new GridPane(10, 10);
        numbers.setPadding(new Insets(4, 0, 0, 0));
        Spinner<Integer> x = spinner(numbers, 0, "ui.screen.x", 0, 20_000, 0);
        Spinner<Integer> y = spinner(numbers, 1, "ui.screen.y", 0, 20_000, 0);
        Spinner<Integer> width = spinner(numbers, 2, "ui.screen.width", 64, 20_000, 1280);
        Spinner<Integer> height = spinner(numbers, 3, "ui.screen.height", 64, 20_000, 720);
        Button drag =
                dialogs.closing(
                        "screen-drag",
                        Text.of("ui.screen.drag"),
                        () ->
                                new ScreenRegionWindow(getScene().getWindow(), this::playRegion)
                                        .show());
        Button whole =
                dialogs.closing(
                        "screen-whole",
                        Text.of("ui.screen.whole"),
                        () -> play.accept(new SourceChoice.Screen(Optional.empty())));
        Button start =
                dialogs.closing(
                        "screen-play",
                        Text.of("ui.screen.play"),
                        () ->
                                playRegion(
                                        new SourceChoice.Region(
                                                x.getValue(),
                                                y.getValue(),
                                                width.getValue(),
                                                height.getValue())),
                        Styles.ACCENT);
        VBox content = new VBox(12, Labels.text(Text.of("ui.screen.help")), numbers);
        dialogs.show(Text.of("ui.screen.title"), content, drag, whole, start);
    }

    private void askForWindow() {
        new WindowDialog(dialogs, background, OpenWindows::titles, play, this::askForRegion).show();
    }

    private void playRegion(SourceChoice.Region region) {
        play.accept(new SourceChoice.Screen(Optional.of(region)));
    }

    private static Spinner<Integer> spinner(
            GridPane numbers, int row, String key, int least, int most, int value) {
        Spinner<Integer> spinner = new Spinner<>(least, most, value, 10);
        spinner.setEditable(true);
        spinner.setAccessibleText(Text.of(key));
        spinner.getEditor().setAccessibleText(Text.of(key));
        numbers.addRow(row, new Label(Text.of(key)), spinner);
        return spinner;
    }
}
