package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.look.LabelLook;
import org.classbarometer.mood.SpanMood;
import org.classbarometer.review.WeekGrid;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Percent;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.chart.HeatMap;
import org.classbarometer.ui.review.chart.ShadeScale;
import org.classbarometer.ui.review.model.ReviewViewModel;

/// A class over weeks: one expression at a time as a heat map, and the chosen cell in words.
final class WeeksPane extends VBox {
    private final ReviewViewModel model;
    private final ObservableValue<Palette> palette;
    private final Label title = Labels.text("", "panel-title");
    private final ComboBox<String> label = Nodes.named(new ComboBox<>(), "weeks-label");
    private final HeatMap map = Nodes.named(new HeatMap(Optional.of(this::showCell)), "weeks-map");
    private final Label cell = text("weeks-cell");
    private final Label leftOut = text("weeks-left-out");
    private final ShadeScale scale = new ShadeScale();
    private boolean following;

    WeeksPane(ReviewViewModel model, ObservableValue<Palette> palette, Scope scope) {
        super(10);
        this.model = model;
        this.palette = palette;
        getStyleClass().addAll("review-card", "weeks-pane");
        Label of = new Label(Text.of("review.weeks.label"));
        of.setMinWidth(Region.USE_PREF_SIZE);
        of.setLabelFor(label);
        label.setAccessibleText(of.getText());
        Nodes.names(label, item -> LabelLook.of(item).name());
        label.valueProperty()
                .subscribe(_ -> {
                    if (!following) {
                        show();
                    }
                });
        HBox top = Nodes.row(10, of, label, Nodes.gap(), scale);
        map.setAccessibleHelp(Text.of("review.weeks.help"));
        ScrollPane scroll = Nodes.scrolling(map, "sheet-scroll");
        scroll.setFitToHeight(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        cell.getStyleClass().add("weeks-words");
        leftOut.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().addAll(title, top, scroll, cell, leftOut);
        scope.watch(model.weeks().grid(), this::loaded);
        scope.watch(
                palette,
                now -> {
                    map.palette(now);
                    showScale();
                });
    }

    private static Label text(String id) {
        return Nodes.named(Labels.text(""), id);
    }

    private void loaded(Optional<WeekGrid> grid) {
        following = true;
        List<String> labels = grid.map(now -> now.labels().labels()).orElse(List.of());
        String before = label.getValue();
        label.getItems().setAll(labels);
        label.getItems().stream()
                .filter(one -> one.equals(before))
                .findFirst()
                .or(() -> labels.stream().filter("happiness"::equals).findFirst())
                .or(() -> labels.stream().findFirst())
                .ifPresent(label::setValue);
        following = false;
        title.setText(
                model.weeks()
                        .className()
                        .map(name -> Text.of("review.weeks.title", name))
                        .orElse(""));
        leftOut.setText(
                grid.filter(now -> now.leftOut() > 0)
                        .map(now -> Text.of("review.weeks.leftout", now.leftOut()))
                        .orElse(""));
        leftOut.setManaged(!leftOut.getText().isEmpty());
        show();
    }

    private int which() {
        return Math.max(0, label.getItems().indexOf(label.getValue()));
    }

    private void show() {
        cell.setText("");
        model.weeks().show(which());
        map.show(model.weeks().grid().get(), which());
        showScale();
    }

    private void showScale() {
        scale.getChildren().clear();
        model.weeks()
                .grid()
                .get()
                .ifPresent(grid -> scale.show(grid, which(), map, palette.getValue()));
    }

    private void showCell(WeekGrid.Week row, int minute) {
        model.weeks()
                .grid()
                .get()
                .ifPresent(grid -> {
                    SpanMood mood = row.cells().get(minute);
                    String words =
                            Text.of(
                                    "review.weeks.cell",
                                    HeatMap.name(row),
                                    minute,
                                    words(grid, mood),
                                    row.lessons());
                    cell.setText(words);
                    map.setAccessibleText(words);
                });
    }

    private String words(WeekGrid grid, SpanMood mood) {
        if (mood.isKnown()) {
            double share = mood.shares()[which()];
            return Text.of(
                    share == 0 ? "review.weeks.untold" : "review.weeks.share",
                    Percent.of(share),
                    LessonTexts.label(grid.labels(), which()),
                    LessonTexts.basis(mood));
        }
        return Text.of(mood.suppressed() > 0 ? "review.withheld" : "review.missing");
    }
}
