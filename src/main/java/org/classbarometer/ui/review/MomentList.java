package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.review.Shift;
import org.classbarometer.session.Marker;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Buttons;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.model.ReviewViewModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Where to jump to: the biggest shifts, lettered, and the markers, numbered, as in the chart.
final class MomentList extends VBox {
    private final ReviewViewModel model;
    private final VBox shifts = Nodes.named(new VBox(2), "review-shifts");
    private final VBox markers = Nodes.named(new VBox(2), "review-markers");
    private final Consumer<Marker> edit;

    /// @param add asks for a new marker
    /// @param edit asks for another time and note
    MomentList(ReviewViewModel model, Runnable add, Consumer<Marker> edit, Scope scope) {
        super(6);
        this.model = model;
        this.edit = edit;
        getStyleClass().addAll("review-card", "moment-list");
        Button set =
                Buttons.firm(
                        "marker-add",
                        MaterialDesignM.MAP_MARKER_PLUS_OUTLINE,
                        "",
                        add,
                        Styles.SMALL);
        scope.watch(
                model.lesson().moment(),
                at ->
                        set.setText(
                                Text.of(
                                        "review.marker.add",
                                        LessonTexts.clock(at.orElse(java.time.Duration.ZERO)))));
        HBox heading = Nodes.row(8, title("review.markers"), Nodes.gap(), set);
        getChildren().addAll(title("review.shifts"), shifts, heading, markers);
        scope.watch(model.lesson().lesson(), this::show);
    }

    private static Label title(String key) {
        Label title = Nodes.styled(new Label(Text.of(key)), "panel-title");
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
            shifts.getChildren().add(Labels.muted(Text.of("review.shifts.none")));
        }
        for (int i = 0; i < now.timeline().markers().size(); i++) {
            markers.getChildren().add(row(i, now.timeline().markers().get(i)));
        }
        if (now.timeline().markers().isEmpty()) {
            markers.getChildren().add(Labels.muted(Text.of("review.markers.none")));
        }
    }

    private HBox row(int index, Shift shift) {
        Hyperlink jump = jump("shift-" + letter(index), letter(index), shift.at());
        Label words = Labels.text(LessonTexts.change(shift.change()));
        Nodes.wide(words);
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
        return Nodes.row(8, jump, words, sure);
    }

    private HBox row(int index, Marker marker) {
        String number = Integer.toString(index + 1);
        Hyperlink jump = jump("marker-" + number, number, marker.at());
        Label note = Labels.text(marker.note());
        Nodes.wide(note);
        jump.setAccessibleText(
                Text.of("review.marker.spoken", LessonTexts.clock(marker.at()), marker.note()));
        return Nodes.row(
                8,
                jump,
                note,
                Buttons.icon(
                        "marker-edit-" + number,
                        MaterialDesignP.PENCIL_OUTLINE,
                        Text.of("review.marker.edit", marker.note()),
                        () -> edit.accept(marker),
                        Styles.SMALL),
                Buttons.icon(
                        "marker-remove-" + number,
                        MaterialDesignT.TRASH_CAN_OUTLINE,
                        Text.of("review.marker.remove", marker.note()),
                        () -> model.lesson().unmark(marker),
                        Styles.SMALL));
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
}
