package org.classbarometer.ui.review;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.review.Moments;
import org.classbarometer.session.Marker;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.chart.Legend;
import org.classbarometer.ui.review.chart.TimelineChart;
import org.classbarometer.ui.review.chart.TimelineChart.Sign;

/// One lesson: what was seen in words, the mood over time, where it shifted and what was before and
/// after the chosen moment.
final class LessonPane extends VBox {
    private static final Duration FINE = Duration.ofSeconds(5);
    private static final Duration COARSE = Duration.ofMinutes(1);

    private final ReviewViewModel model;
    private final Dialogs dialogs;
    private final ObservableValue<Palette> palette;
    private final Label words = text("mood-words");
    private final Label withheld = text("review-withheld");
    private final TimelineChart chart;
    private final Legend legend = new Legend();
    private final ChangePane change = new ChangePane("around");

    LessonPane(
            ReviewViewModel model, Dialogs dialogs, ObservableValue<Palette> palette, Scope scope) {
        super(8);
        this.model = model;
        this.dialogs = dialogs;
        this.palette = palette;
        getStyleClass().add("lesson-pane");
        words.setId("review-words");
        withheld.setId("review-withheld");
        chart = new TimelineChart(Optional.of(model::goTo), this::valuesAt);
        chart.setId("review-chart");
        chart.setFocusTraversable(true);
        chart.setAccessibleHelp(Text.of("review.chart.help"));
        chart.setOnKeyPressed(this::key);
        VBox.setVgrow(chart, Priority.ALWAYS);
        MomentList moments = new MomentList(model, this::addMarker, this::editMarker, scope);
        HBox lists = new HBox(10, scrolling(moments), scrolling(change));
        lists.minHeightProperty().bind(heightProperty().multiply(0.38));
        lists.maxHeightProperty().bind(heightProperty().multiply(0.5));
        getChildren().addAll(words, withheld, chart, legend, lists);
        scope.watch(model.lesson(), this::show);
        scope.watch(model.moment(), _ -> showMoment());
        scope.watch(
                palette,
                now -> {
                    chart.palette(now);
                    showLegend();
                });
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("side-scroll");
        scroll.setFocusTraversable(false);
        scroll.setPrefWidth(100);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Label text(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// The painted parts' text size, pixels.
    void type(double to) {
        chart.type(to);
    }

    private void show(Optional<Lesson> lesson) {
        chart.show(lesson.map(Lesson::course), lesson.map(now -> withheldShort(now)).orElse(""));
        words.setText(lesson.map(LessonPane::inWords).orElse(""));
        withheld.setText(
                lesson.map(now ->
                                LessonTexts.withheld(
                                        now.course(),
                                        now.all(),
                                        now.timeline().session().plan().k()))
                        .orElse(""));
        withheld.setManaged(!withheld.getText().isEmpty());
        chart.signs(lesson.map(LessonPane::flags).orElse(List.of()), diamonds(lesson));
        showLegend();
        showMoment();
    }

    private static String withheldShort(Lesson lesson) {
        return Text.of("review.withheld", lesson.timeline().session().plan().k());
    }

    private static String inWords(Lesson lesson) {
        return lesson.all().isKnown()
                ? Text.of(
                        "review.words",
                        LessonTexts.mood(lesson.course().labels(), lesson.all().shares()),
                        LessonTexts.basis(lesson.all()))
                : Text.of("review.words.none", lesson.timeline().session().plan().k());
    }

    private static List<Sign> flags(Lesson lesson) {
        List<Sign> flags = new ArrayList<>();
        for (Marker marker : lesson.timeline().markers()) {
            flags.add(new Sign(Integer.toString(flags.size() + 1), marker.at()));
        }
        return flags;
    }

    private static List<Sign> diamonds(Optional<Lesson> lesson) {
        List<Sign> diamonds = new ArrayList<>();
        lesson.ifPresent(now ->
                now.shifts()
                        .forEach(shift ->
                                diamonds.add(
                                        new Sign(MomentList.letter(diamonds.size()), shift.at()))));
        return diamonds;
    }

    private void showLegend() {
        model.lesson()
                .get()
                .ifPresent(now ->
                        legend.show(
                                now.all(),
                                now.timeline().session().plan().k(),
                                palette.getValue()));
    }

    private void showMoment() {
        Optional<Duration> at = model.moment().get();
        chart.moment(at);
        long minutes = Moments.WINDOW.toMinutes();
        change.show(
                at.map(now -> Text.of("review.around", LessonTexts.clock(now)))
                        .orElseGet(() -> Text.of("review.around.none")),
                Text.of("review.before", minutes),
                Text.of("review.after", minutes),
                model.around(),
                Text.of(at.isPresent() ? "review.around.little" : "review.around.choose", minutes));
        chart.setAccessibleText(
                at.map(now ->
                                Text.of(
                                        "review.chart.moment",
                                        LessonTexts.clock(now),
                                        spokenMood(now)))
                        .orElse(words.getText()));
    }

    private String valuesAt(Duration at) {
        return model.lesson().get().map(now -> LessonTexts.values(now, at)).orElse("");
    }

    private String spokenMood(Duration at) {
        return model.lesson()
                .get()
                .filter(now -> now.course().steps() > 0)
                .map(now -> {
                    int index = now.course().indexAt(at);
                    return switch (now.course().state(index)) {
                        case KNOWN ->
                                LessonTexts.mood(
                                        now.course().labels(), now.course().smooth(index).shares());
                        case SUPPRESSED -> withheldShort(now);
                        case MISSING -> Text.of("review.missing");
                    };
                })
                .orElse("");
    }

    private void key(KeyEvent event) {
        Duration step = event.isShiftDown() ? COARSE : FINE;
        boolean done = true;
        switch (event.getCode()) {
            case LEFT -> model.goBy(step.negated());
            case RIGHT -> model.goBy(step);
            case HOME -> model.goTo(Duration.ZERO);
            case END -> model.lesson().get().ifPresent(now -> model.goTo(now.course().length()));
            case PAGE_DOWN -> model.jump(true);
            case PAGE_UP -> model.jump(false);
            case M -> addMarker();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void addMarker() {
        Duration at = model.moment().get().orElse(Duration.ZERO);
        model.lesson()
                .get()
                .ifPresent(now ->
                        MarkerDialog.show(
                                dialogs,
                                Text.of("review.marker.new"),
                                at,
                                "",
                                now.course().length(),
                                model::mark));
    }

    private void editMarker(Marker marker) {
        model.lesson()
                .get()
                .ifPresent(now ->
                        MarkerDialog.show(
                                dialogs,
                                Text.of("review.marker.change"),
                                marker.at(),
                                marker.note(),
                                now.course().length(),
                                (at, note) -> model.change(new Marker(marker.id(), at, note))));
    }
}
