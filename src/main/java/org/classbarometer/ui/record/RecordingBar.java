package org.classbarometer.ui.record;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.classbarometer.session.Marker;
import org.classbarometer.session.SessionPlan;
import org.classbarometer.text.Text;
import org.classbarometer.ui.live.Command;
import org.classbarometer.ui.live.model.LiveViewModel;
import org.classbarometer.ui.live.model.MarkList;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.KeyNames;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.record.RecordingViewModel.Phase;
import org.classbarometer.ui.record.RecordingViewModel.Progress;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The sign that a session is being stored, over every room, with what can be done about it.
public final class RecordingBar extends HBox {
    private final RecordingViewModel model;
    private final LiveViewModel live;
    private final Label sign = new Label("", new FontIcon(MaterialDesignR.RECORD_CIRCLE));
    private final Label elapsed =
            Nodes.named(new Label(), "recording-elapsed", "recording-elapsed");
    private final Label stored = Nodes.named(new Label(), "recording-stored");
    private final Label suppressed = Nodes.named(new Label(), "recording-suppressed");
    private final Label markers = new Label("", new FontIcon(MaterialDesignB.BOOKMARK_OUTLINE));
    private final Tooltip marked = new Tooltip();
    private final Label pause =
            new Label(Text.of("record.sign.pause"), new FontIcon(MaterialDesignP.PAUSE));
    private final TextField note = Nodes.named(new TextField(), "recording-note", Styles.SMALL);
    private final Timeline second;

    /// @param end ends the session
    /// @param withdraw asks, then deletes it
    /// @param scope ends with the screen
    public RecordingBar(
            RecordingViewModel model,
            LiveViewModel live,
            Runnable end,
            Runnable withdraw,
            Scope scope) {
        super(14);
        this.model = model;
        this.live = live;
        Nodes.named(this, "recording-bar", "recording-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        sign.setId("recording-sign");
        sign.getStyleClass().add("recording-sign");
        elapsed.setMinWidth(Region.USE_PREF_SIZE);
        suppressed.setTooltip(new Tooltip(Text.of("record.sign.suppressed.help", SessionPlan.K)));
        markers.setId("recording-markers");
        markers.setMinWidth(Region.USE_PREF_SIZE);
        markers.setTooltip(marked);
        Button marker =
                button(
                        "recording-marker",
                        MaterialDesignB.BOOKMARK_PLUS_OUTLINE,
                        "record.marker",
                        model.marking()::mark);
        marker.setTooltip(
                new Tooltip(
                        Text.of(
                                "ui.shortcut",
                                Text.of("record.marker.help"),
                                KeyNames.of(Command.MARKER.keys()))));
        Button stop = button("recording-end", MaterialDesignS.STOP, "record.end", end);
        Button delete =
                button(
                        "recording-withdraw",
                        MaterialDesignR.REPLY_OUTLINE,
                        "record.withdraw",
                        withdraw);
        getChildren()
                .addAll(
                        sign,
                        elapsed,
                        stored,
                        suppressed,
                        markers,
                        pause,
                        Nodes.gap(),
                        note(),
                        marker,
                        stop,
                        delete);
        second = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> model.tick()));
        second.setCycleCount(Animation.INDEFINITE);
        scope.watch(model.phase(), this::show);
        scope.watch(model.progress(), this::show);
        scope.watch(live.state(), _ -> showPause());
        scope.onChange(live.paused(), this::showPause);
        scope.watchList(live.marks().all(), _ -> showMarkers());
        showMarkers();
        scope.watch(model.marking().last(), now -> now.ifPresentOrElse(this::edit, this::noMarker));
        scope.watch(
                model.phase(),
                phase -> {
                    marker.setDisable(phase != Phase.STORING);
                    stop.setDisable(phase != Phase.STORING);
                    delete.setDisable(phase != Phase.STORING);
                });
        // A clock that nobody sees any more would tick for ever.
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        second.stop();
                    } else if (model.isStoring()) {
                        second.play();
                    }
                });
    }

    private static Button button(String id, Ikon icon, String key, Runnable action) {
        Button button = Buttons.firm(id, icon, Text.of(key), action, Styles.SMALL);
        button.setAccessibleHelp(Text.of(key + ".help"));
        button.setTooltip(new Tooltip(Text.of(key + ".help")));
        return button;
    }

    private TextField note() {
        note.setPrefColumnCount(16);
        note.setOnAction(_ -> {
            model.marking().note(note.getText());
            noMarker();
        });
        note.focusedProperty()
                .subscribe(focused -> {
                    if (!focused && note.isVisible()) {
                        model.marking().note(note.getText());
                    }
                });
        return note;
    }

    private void edit(Marker marker) {
        String field = Text.of("record.marker.field", clock(marker.at()));
        note.setPromptText(field);
        note.setAccessibleText(field);
        note.setTooltip(new Tooltip(field));
        if (!note.getText().equals(marker.note())) {
            note.setText(marker.note());
            Nodes.show(note, true);
            note.requestFocus();
            note.selectAll();
        }
    }

    private void noMarker() {
        Nodes.show(note, false);
    }

    private void show(Phase phase) {
        boolean storing = phase != Phase.IDLE;
        Nodes.show(this, storing);
        switch (phase) {
            case IDLE -> {}
            case BEGINNING -> sign.setText(Text.of("record.sign.beginning"));
            case ENDING -> sign.setText(Text.of("record.sign.ending"));
            case STORING -> {
                String name = model.plan().map(SessionPlan::className).orElse("");
                sign.setText(Text.of("record.sign", name));
                setAccessibleText(Text.of("record.sign.spoken", name));
            }
        }
        if (storing && getScene() != null) {
            second.play();
        } else {
            second.stop();
        }
        showPause();
    }

    private void show(Progress progress) {
        elapsed.setText(clock(progress.elapsed()));
        stored.setText(Text.of("record.sign.kept", progress.stored()));
        suppressed.setText(Text.of("record.sign.suppressed", progress.suppressed()));
    }

    private void showMarkers() {
        int count = live.marks().all().size();
        markers.setText(Integer.toString(count));
        String notes =
                live.marks().all().stream()
                        .map(MarkList.Mark::note)
                        .collect(Collectors.joining("\n"));
        markers.setAccessibleText(Text.of("record.sign.markers", count, notes));
        marked.setText(Text.of("record.sign.markers", count, notes));
        Nodes.show(markers, count > 0);
    }

    private void showPause() {
        boolean paused = model.phase().get() == Phase.STORING && !live.isShowing();
        Nodes.show(pause, paused);
    }

    private static String clock(Duration time) {
        return time.toHours() > 0
                ? "%d:%02d:%02d"
                        .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : "%02d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
