package org.classbarometer.ui.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.Lesson;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.chart.Legend;
import org.classbarometer.ui.review.chart.TimelineChart;
import org.classbarometer.ui.review.model.ReviewViewModel;

/// Two lessons over the same axis, and how they differ as wholes.
final class ComparePane extends VBox {
    private final ReviewViewModel model;
    private final ObservableValue<Palette> palette;
    private final ComboBox<SessionOverview> with = Nodes.named(new ComboBox<>(), "compare-with");
    private final Label first = Nodes.named(new Label(), "compare-above", "panel-title");
    private final TimelineChart above;
    private final TimelineChart below;
    private final Legend legend = new Legend();
    private final ChangePane change = new ChangePane("compared");
    private boolean following;

    ComparePane(ReviewViewModel model, ObservableValue<Palette> palette, Scope scope) {
        super(6);
        this.model = model;
        this.palette = palette;
        above = chart("compare-first", model.lesson().lesson());
        below = chart("compare-second", model.compare().other());
        getStyleClass().add("compare-pane");
        Label name = Nodes.styled(new Label(Text.of("review.compare.with")), "panel-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(with);
        Nodes.wide(with);
        with.setAccessibleText(name.getText());
        Nodes.names(with, item -> name(item.session()));
        with.valueProperty()
                .subscribe(other -> {
                    if (other != null && !following) {
                        model.compare().compareWith(other);
                    }
                });
        HBox choice = Nodes.row(10, name, with);
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(first, above, choice, below, legend, change);
        scope.watch(model.lesson().lesson(), _ -> show());
        scope.watch(model.compare().other(), _ -> show());
        scope.watch(
                palette,
                now -> {
                    above.palette(now);
                    below.palette(now);
                    change.palette(now);
                    show();
                });
    }

    private static TimelineChart chart(String id, ObservableValue<Optional<Lesson>> lesson) {
        return Nodes.named(
                new TimelineChart(
                        Optional.empty(),
                        at -> lesson.getValue().map(now -> LessonTexts.values(now, at)).orElse("")),
                id);
    }

    private static String name(Session session) {
        return Text.of("review.compare.item", LessonTexts.name(session), LessonTexts.when(session));
    }

    private void show() {
        Optional<Lesson> now = model.lesson().lesson().get();
        Optional<Lesson> other = model.compare().other().get();
        List<SessionOverview> others = model.compare().comparable();
        offer(others, other);
        first.setText(
                now.map(lesson ->
                                Text.of("review.compare.above", name(lesson.timeline().session())))
                        .orElse(""));
        show(above, now);
        show(below, other);
        List<Lesson> both = Stream.of(now, other).flatMap(Optional::stream).toList();
        Duration longer =
                both.stream()
                        .map(lesson -> lesson.course().length())
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        above.axis(longer);
        below.axis(longer);
        legend.names(both.stream().map(Lesson::all).toList(), palette.getValue());
        change.showAfterFirst(
                Text.of("review.compare.title"),
                Text.of("review.compare.other"),
                Text.of("review.compare.this"),
                model.compare().comparison(),
                Text.of(others.isEmpty() ? "review.compare.none" : "review.compare.little"));
    }

    private void offer(List<SessionOverview> others, Optional<Lesson> chosen) {
        following = true;
        with.getItems().setAll(others);
        with.setValue(
                others.stream()
                        .filter(one ->
                                chosen.stream()
                                        .anyMatch(lesson ->
                                                lesson.timeline()
                                                        .session()
                                                        .id()
                                                        .equals(one.session().id())))
                        .findFirst()
                        .orElse(null));
        following = false;
    }

    private static void show(TimelineChart chart, Optional<Lesson> lesson) {
        chart.show(
                lesson.map(Lesson::course), Text.of("review.withheld"), Text.of("review.missing"));
        chart.setAccessibleText(
                lesson.map(now ->
                                LessonTexts.when(now.timeline().session())
                                        + ": "
                                        + LessonTexts.mood(
                                                now.course().labels(), now.all().shares()))
                        .orElse(""));
    }
}
