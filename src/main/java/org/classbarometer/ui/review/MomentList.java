package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.review.Shift;
import org.classbarometer.session.Marker;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Where to jump to: the biggest shifts, lettered, and the markers, numbered, as in the chart.
final class MomentList extends VBox {
    private final ReviewViewModel model;
    private final VBox shifts = new VBox(2);
    private final VBox markers = new VBox(2);
    private final Consumer<Marker> edit;

    /// @param add asks for a new marker
    /// @param edit asks for another time and note
    MomentList(ReviewViewModel model, Runnable add, Consumer<Marker> edit, Scope scope) {
        super(6);
        this.model = model;
        this.edit = edit;
        getStyleClass().addAll("review-card", "moment-list");
        shifts.setId("review-shifts");
        markers.setId("review-markers");
        Button set = new Button("", new FontIcon(MaterialDesignM.MAP_MARKER_PLUS_OUTLINE));
        set.setId("marker-add");
        set.getStyleClass().add(Styles.SMALL);
        set.setMinWidth(Region.USE_PREF_SIZE);
        set.setOnAction(_ -> add.run());
        scope.watch(
                model.lesson().moment(),
                at ->
                        set.setText(
                                Text.of(
                                        "review.marker.add",
                                        LessonTexts.clock(at.orElse(java.time.Duration.ZERO)))));
        HBox heading = new HBox(8, title("review.markers"), gap(), set);
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title("review.shifts"), shifts, heading, markers);
        scope.watch(model.lesson().lesson(), this::show);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label title(String key) {
        Label title = new Label(Text.of(key));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return title;
    }

    /// The letter a shift has in list and chart.
    ///
    /// @param index from 0, by size
    static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private void show(Optional<Lesson> lesson) {
        shifts.getChildren().clear();
        markers.getChildren().clear();
        lesson.ifPresent(this::fill);
    }

    private void fill(Lesson now) {
        for (int i = 0; i < now.shifts().size(); i++) {
            shifts.getChildren().add(row(i, now.shifts().get(i)));
        }
        if (now.shifts().isEmpty()) {
            shifts.getChildren().add(nothing("review.shifts.none"));
        }
        for (int i = 0; i < now.timeline().markers().size(); i++) {
            markers.getChildren().add(row(i, now.timeline().markers().get(i)));
        }
        if (now.timeline().markers().isEmpty()) {
            markers.getChildren().add(nothing("review.markers.none"));
        }
    }

    private static Label nothing(String key) {
        Label label = Labels.text(Text.of(key));
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private HBox row(int index, Shift shift) {
        Hyperlink jump = jump("shift-" + letter(index), letter(index), shift.at());
        Label words = Labels.text(LessonTexts.change(shift.change()));
        HBox.setHgrow(words, Priority.ALWAYS);
        Label sure = new Label(LessonTexts.dots(shift.change().sureness()));
        sure.setMinWidth(Region.USE_PREF_SIZE);
        sure.setAccessibleText(LessonTexts.sure(shift.change().sureness()));
        sure.setTooltip(new Tooltip(LessonTexts.sure(shift.change().sureness())));
        jump.setAccessibleText(
                Text.of(
                        "review.shift.spoken",
                        LessonTexts.clock(shift.at()),
                        words.getText(),
                        LessonTexts.sure(shift.change().sureness())));
        return line(jump, words, sure);
    }

    private HBox row(int index, Marker marker) {
        String number = Integer.toString(index + 1);
        Hyperlink jump = jump("marker-" + number, number, marker.at());
        Label note = Labels.text(marker.note());
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        jump.setAccessibleText(
                Text.of("review.marker.spoken", LessonTexts.clock(marker.at()), marker.note()));
        return line(
                jump,
                note,
                small(
                        "marker-edit-" + number,
                        MaterialDesignP.PENCIL_OUTLINE,
                        Text.of("review.marker.edit", marker.note()),
                        () -> edit.accept(marker)),
                small(
                        "marker-remove-" + number,
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        Text.of("review.marker.remove", marker.note()),
                        () -> model.lesson().unmark(marker)));
    }

    private Hyperlink jump(String id, String name, java.time.Duration at) {
        Hyperlink jump = new Hyperlink(Text.of("review.jump", name, LessonTexts.clock(at)));
        jump.setId(id);
        jump.setMinWidth(Region.USE_PREF_SIZE);
        jump.setOnAction(_ -> {
            jump.setVisited(false);
            model.lesson().goTo(at);
        });
        return jump;
    }

    private static Button small(String id, Ikon icon, String name, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static HBox line(javafx.scene.Node... parts) {
        HBox line = new HBox(8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
