package org.classbarometer.ui.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.model.SessionChoice;
import org.classbarometer.ui.review.model.SessionFilter;

/// What the list of sessions is narrowed by: words, a class, days.
final class FilterBar extends VBox {
    private final SessionChoice choice;
    private final Supplier<LocalDate> today;
    private final TextField words = Nodes.named(new TextField(), "review-search");
    private final ComboBox<Optional<String>> classes = new ComboBox<>();
    private final ComboBox<Period> period = Nodes.named(new ComboBox<>(), "review-period");
    private final DatePicker first = new DatePicker();
    private final DatePicker last = new DatePicker();
    private final HBox days;
    private boolean following;
    private boolean filtering;

    /// Which days.
    private enum Period {
        ANY(0),
        WEEK(7),
        MONTH(30),
        QUARTER(90),
        CHOSEN(0);

        private final int length;

        Period(int length) {
            this.length = length;
        }

        static Period of(SessionFilter filter, LocalDate today) {
            if (filter.from().isEmpty() && filter.to().isEmpty()) {
                return ANY;
            }
            return Stream.of(WEEK, MONTH, QUARTER)
                    .filter(_ -> filter.to().isEmpty())
                    .filter(one -> filter.from().equals(Optional.of(today.minusDays(one.length))))
                    .findFirst()
                    .orElse(CHOSEN);
        }

        String words() {
            return switch (this) {
                case ANY -> Text.of("review.period.any");
                case WEEK, MONTH, QUARTER -> Text.of("review.period.last", length);
                case CHOSEN -> Text.of("review.period.chosen");
            };
        }
    }

    FilterBar(SessionChoice choice, Supplier<LocalDate> today, Scope scope) {
        super(6);
        this.choice = choice;
        this.today = today;
        words.setPromptText(Text.of("review.search"));
        words.setAccessibleText(Text.of("review.search"));
        words.setText(choice.filter().get().words());
        words.textProperty().subscribe((_, now) -> show(filter().withWords(now)));
        classes.setId("review-class");
        classes.setMaxWidth(Double.MAX_VALUE);
        classes.setAccessibleText(Text.of("review.class"));
        Nodes.names(classes, item -> item.orElseGet(() -> Text.of("review.class.all")));
        classes.setPrefWidth(10);
        period.setPrefWidth(10);
        HBox.setHgrow(classes, Priority.ALWAYS);
        period.setMaxWidth(Double.MAX_VALUE);
        period.setAccessibleText(Text.of("review.period"));
        period.getItems().setAll(Period.values());
        // What was chosen before the screen was built anew, in another language, stays.
        period.setValue(Period.of(filter(), today.get()));
        if (period.getValue() == Period.CHOSEN) {
            filter().from().ifPresent(first::setValue);
            filter().to().ifPresent(last::setValue);
        }
        Nodes.names(period, Period::words);
        period.valueProperty().subscribe((_, now) -> showDays(now));
        HBox.setHgrow(period, Priority.ALWAYS);
        days = new HBox(6, day(first, "review-from"), new Label("–"), day(last, "review-to"));
        days.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, new HBox(6, classes, period), days);
        classes.valueProperty()
                .subscribe(name -> {
                    if (name != null && !following) {
                        show(filter().withClass(name));
                    }
                });
        scope.watchList(choice.classes(), _ -> fillClasses());
        scope.watch(choice.filter(), this::follow);
        showDays(period.getValue());
    }

    private SessionFilter filter() {
        return choice.filter().get();
    }

    private void show(SessionFilter now) {
        filtering = true;
        choice.show(now);
        filtering = false;
    }

    // What somebody else filters by is seen here too.
    private void follow(SessionFilter now) {
        fillClasses();
        if (!filtering) {
            words.setText(now.words());
            if (now.from().isEmpty() && now.to().isEmpty()) {
                period.setValue(Period.ANY);
            }
        }
    }

    private DatePicker day(DatePicker picker, String id) {
        picker.setId(id);
        picker.setPrefWidth(10);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setAccessibleText(Text.of(id.equals("review-from") ? "review.from" : "review.to"));
        picker.setPromptText(picker.getAccessibleText());
        picker.valueProperty().subscribe((_, _) -> showDays(period.getValue()));
        HBox.setHgrow(picker, Priority.ALWAYS);
        return picker;
    }

    private void showDays(Period which) {
        boolean chosen = which == Period.CHOSEN;
        Nodes.show(days, chosen);
        show(
                switch (which) {
                    case ANY -> filter().withDays(Optional.empty(), Optional.empty());
                    case WEEK, MONTH, QUARTER ->
                            filter().withDays(
                                            Optional.of(today.get().minusDays(which.length)),
                                            Optional.empty());
                    case CHOSEN ->
                            filter().withDays(
                                            Optional.ofNullable(first.getValue()),
                                            Optional.ofNullable(last.getValue()));
                });
    }

    private void fillClasses() {
        List<Optional<String>> names = new ArrayList<>();
        names.add(Optional.empty());
        choice.classes().forEach(name -> names.add(Optional.of(name)));
        following = true;
        if (!names.equals(classes.getItems())) {
            classes.getItems().setAll(names);
        }
        classes.setValue(filter().className());
        following = false;
    }
}
