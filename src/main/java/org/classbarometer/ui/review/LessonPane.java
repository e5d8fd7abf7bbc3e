package org.classbarometer.ui.review;

import java.time.Duration;
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
import org.classbarometer.review.Comparison;
import org.classbarometer.review.Moments;
import org.classbarometer.session.Marker;
import org.classbarometer.text.Text;
import org.classbarometer.ui.dialog.Dialogs;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonStory;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.chart.Legend;
import org.classbarometer.ui.review.chart.TimelineChart;
import org.classbarometer.ui.review.model.LessonModel;
import org.classbarometer.ui.review.model.ReviewViewModel;

/// One lesson: what was seen in words, the mood over time, where it shifted and what was before and
/// after the chosen moment.
final class LessonPane extends VBox {
    private static final Duration FINE = Duration.ofSeconds(5);
    private static final Duration COARSE = Duration.ofMinutes(1);
    private static final double LISTS_APART = 10;
    private static final double BORDER = 4;
    // Of the pane's height.
    private static final double LEAST_OF_LISTS = 0.42;
    private static final double MOST_OF_LISTS = 0.52;
    // Of the words' type size.
    private static final double LEAST_OF_CHART = 9;

    private final ReviewViewModel model;
    private final Dialogs dialogs;
    private final ObservableValue<Palette> palette;
    private final Label words = text("review-told");
    private final Label story = text("review-told");
    private final TimelineChart chart;
    private final Legend legend = new Legend();
    private final ChangePane change = new ChangePane("around");
    private final MomentList moments;
    private final HBox lists;

    LessonPane(
            ReviewViewModel model, Dialogs dialogs, ObservableValue<Palette> palette, Scope scope) {
        super(8);
        this.model = model;
        this.dialogs = dialogs;
        this.palette = palette;
        getStyleClass().add("lesson-pane");
        words.setId("review-words");
        story.setId("review-story");
        chart = new TimelineChart(Optional.of(choice(model.lesson())), this::valuesAt);
        chart.setId("review-chart");
        chart.setFocusTraversable(true);
        chart.setAccessibleHelp(Text.of("review.chart.help"));
        chart.setOnKeyPressed(this::key);
        VBox.setVgrow(chart, Priority.ALWAYS);
        moments = new MomentList(model, this::addMarker, this::editMarker, scope);
        lists = new HBox(LISTS_APART, scrolling(moments), scrolling(change));
        lists.minHeightProperty().bind(lists.prefHeightProperty());
        getChildren().addAll(words, story, chart, legend, lists);
        scope.watch(model.lesson().lesson(), this::show);
        scope.watch(model.lesson().moment(), _ -> showPlace());
        scope.watch(model.lesson().stretch(), _ -> showPlace());
        scope.watch(
                palette,
                now -> {
                    chart.palette(now);
                    change.palette(now);
                    showLegend();
                    showPlace();
                });
    }

    // The lists beside each other are as high as what they say, the chart has the rest:
    // the width of its wrapped lines is known only here.
    @Override
    protected void layoutChildren() {
        double width = (getWidth() - LISTS_APART) / 2 - BORDER;
        double wanted = Math.max(moments.prefHeight(width), change.prefHeight(width)) + BORDER;
        double shared =
                Math.clamp(wanted, getHeight() * LEAST_OF_LISTS, getHeight() * MOST_OF_LISTS);
        lists.setPrefHeight(Math.ceil(Math.min(shared, Math.max(0, leftBelow()))));
        super.layoutChildren();
    }

    // In a low window the chart comes first.
    private double leftBelow() {
        double width = getWidth();
        return getHeight()
                - words.prefHeight(width)
                - story.prefHeight(width)
                - LEAST_OF_CHART * words.getFont().getSize()
                - legend.prefHeight(width)
                - 4 * getSpacing();
    }

    private static ScrollPane scrolling(Region content) {
        ScrollPane scroll = Nodes.scrolling(content, "side-scroll");
        scroll.setFitToHeight(true);
        scroll.setPrefWidth(100);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Label text(String style) {
        return Labels.text("", style);
    }

    private static TimelineChart.Choice choice(LessonModel lesson) {
        return new TimelineChart.Choice() {
            @Override
            public void moment(Duration at) {
                lesson.goTo(at);
            }

            @Override
            public void stretch(Duration one, Duration other) {
                lesson.select(one, other);
            }
        };
    }

    private void show(Optional<Lesson> lesson) {
        chart.show(
                lesson.map(Lesson::course), Text.of("review.withheld"), Text.of("review.missing"));
        List<String> sentences = lesson.map(LessonStory::of).orElse(List.of());
        words.setText(sentences.stream().findFirst().orElse(""));
        story.setText(String.join(" ", sentences.stream().skip(1).toList()));
        chart.signs(
                lesson.map(LessonSigns::flags).orElse(List.of()),
                lesson.map(LessonSigns::diamonds).orElse(List.of()));
        showLegend();
        showPlace();
    }

    private void showLegend() {
        lesson().ifPresentOrElse(
                        now -> legend.show(now.all(), palette.getValue()),
                        () -> legend.names(List.of(), palette.getValue()));
    }

    private Optional<Lesson> lesson() {
        return model.lesson().lesson().get();
    }

    private void showPlace() {
        Optional<LessonModel.Stretch> stretch = model.lesson().stretch().get();
        Optional<Duration> at = model.lesson().moment().get();
        chart.moment(at);
        chart.stretch(
                stretch.map(LessonModel.Stretch::from),
                stretch.map(LessonModel.Stretch::to).orElse(Duration.ZERO));
        stretch.ifPresentOrElse(this::showStretch, () -> showMoment(at));
    }

    private void showStretch(LessonModel.Stretch stretch) {
        Optional<Comparison> against = model.lesson().against();
        String span =
                Text.of(
                        "review.stretch.span",
                        LessonTexts.clock(stretch.from()),
                        LessonTexts.clock(stretch.to()));
        String text =
                against.map(now ->
                                Text.of(
                                        "review.stretch",
                                        span,
                                        LessonTexts.mood(
                                                now.after().labels(), now.after().shares()),
                                        LessonTexts.change(now)))
                        .orElseGet(() -> span);
        change.show(
                text,
                Text.of("review.stretch.rest"),
                Text.of("review.stretch.this"),
                against,
                Text.of("review.stretch.little"));
        chart.setAccessibleText(text);
    }

    private void showMoment(Optional<Duration> at) {
        long minutes = Moments.WINDOW.toMinutes();
        change.show(
                at.map(now -> Text.of("review.around", LessonTexts.clock(now)))
                        .orElseGet(() -> Text.of("review.around.none")),
                Text.of("review.before", minutes),
                Text.of("review.after", minutes),
                model.lesson().around(),
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
        return lesson().map(now -> LessonTexts.values(now, at)).orElse("");
    }

    private String spokenMood(Duration at) {
        return lesson().filter(now -> now.course().steps() > 0)
                .map(now -> {
                    int index = now.course().indexAt(at);
                    return switch (now.course().state(index)) {
                        case KNOWN ->
                                LessonTexts.mood(
                                        now.course().labels(), now.course().smooth(index).shares());
                        case SUPPRESSED -> Text.of("review.withheld");
                        case MISSING -> Text.of("review.missing");
                    };
                })
                .orElse("");
    }

    private void key(KeyEvent event) {
        LessonModel at = model.lesson();
        Duration step = event.isShiftDown() ? COARSE : FINE;
        boolean done = true;
        switch (event.getCode()) {
            case LEFT -> move(event, step.negated());
            case RIGHT -> move(event, step);
            case HOME -> at.goTo(Duration.ZERO);
            case END -> lesson().ifPresent(now -> at.goTo(now.course().length()));
            case PAGE_DOWN -> at.jump(true);
            case PAGE_UP -> at.jump(false);
            case BACK_SPACE -> at.clear();
            case M -> addMarker();
            default -> done = false;
        }
        if (done) {
            event.consume();
        }
    }

    private void move(KeyEvent event, Duration by) {
        if (event.isShortcutDown()) {
            model.lesson().stretchBy(by);
        } else {
            model.lesson().goBy(by);
        }
    }

    private void addMarker() {
        Duration at = model.lesson().moment().get().orElse(Duration.ZERO);
        lesson().ifPresent(now ->
                MarkerDialog.show(
                        dialogs,
                        Text.of("review.marker.new"),
                        at,
                        "",
                        now.course().length(),
                        model.lesson()::mark));
    }

    private void editMarker(Marker marker) {
        lesson().ifPresent(now ->
                MarkerDialog.show(
                        dialogs,
                        Text.of("review.marker.change"),
                        marker.at(),
                        marker.note(),
                        now.course().length(),
                        (at, note) -> model.lesson().change(new Marker(marker.id(), at, note))));
    }
}
