package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.chart.Sparkline;

/// The sessions by date, of all classes or one, each with its sparkline and its mood in words.
final class SessionList extends VBox {
    private final ReviewViewModel model;
    private final ListView<SessionOverview> list = new ListView<>();
    private final ComboBox<Optional<String>> classes = new ComboBox<>();
    private boolean following;

    /// @param delete asks before it deletes
    SessionList(
            ReviewViewModel model, ObservableValue<Palette> palette, Runnable delete, Scope scope) {
        super(8);
        this.model = model;
        getStyleClass().add("session-list");
        Label title = new Label(Text.of("review.sessions"));
        title.getStyleClass().add("panel-title");
        title.setLabelFor(classes);
        title.setMinWidth(Region.USE_PREF_SIZE);
        classes.setId("review-class");
        classes.setMaxWidth(Double.MAX_VALUE);
        classes.setAccessibleText(Text.of("review.class"));
        classes.setButtonCell(classCell());
        classes.setCellFactory(_ -> classCell());
        HBox.setHgrow(classes, Priority.ALWAYS);
        HBox top = new HBox(10, title, classes);
        top.setAlignment(Pos.CENTER_LEFT);
        list.setId("review-sessions");
        list.setAccessibleText(Text.of("review.sessions"));
        list.setAccessibleHelp(Text.of("review.sessions.help"));
        list.setItems(model.sessions());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new Row(palette));
        list.getStyleClass().add(Styles.DENSE);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                delete.run();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label help = new Label(Text.of("review.sessions.help"));
        help.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(top, list, help);
        scope.watchList(model.classes(), _ -> fillClasses());
        fillClasses();
        classes.valueProperty()
                .subscribe(name -> {
                    if (name != null && !following) {
                        model.showClass(name);
                    }
                });
        list.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<SessionOverview>) _ -> selected());
        scope.watch(model.chosen(), this::follow);
        scope.watch(model.onlyClass(), this::followClass);
        scope.onChange(palette, list::refresh);
    }

    private void fillClasses() {
        List<Optional<String>> names = new ArrayList<>();
        names.add(Optional.empty());
        model.classes().forEach(name -> names.add(Optional.of(name)));
        following = true;
        classes.getItems().setAll(names);
        classes.setValue(model.onlyClass().get());
        following = false;
    }

    private void followClass(Optional<String> name) {
        following = true;
        classes.setValue(name);
        following = false;
    }

    private static ListCell<Optional<String>> classCell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Optional<String> item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? "" : item.orElseGet(() -> Text.of("review.class.all")));
            }
        };
    }

    private void selected() {
        List<SessionOverview> now =
                list.getSelectionModel().getSelectedItems().stream()
                        .filter(java.util.Objects::nonNull)
                        .toList();
        if (!following && !now.isEmpty() && !now.equals(model.chosen().get())) {
            model.choose(now);
        }
    }

    private void follow(List<SessionOverview> chosen) {
        if (chosen.equals(list.getSelectionModel().getSelectedItems())) {
            return;
        }
        following = true;
        list.getSelectionModel().clearSelection();
        chosen.forEach(one -> list.getSelectionModel().select(one));
        following = false;
    }

    private static final class Row extends ListCell<SessionOverview> {
        private final Label when = new Label();
        private final Label name = new Label();
        private final Label words = new Label();
        private final Sparkline spark = new Sparkline(84, 34);
        private final HBox content;
        private final ObservableValue<Palette> palette;

        Row(ObservableValue<Palette> palette) {
            this.palette = palette;
            name.getStyleClass().add(Styles.TEXT_BOLD);
            when.getStyleClass().add("session-when");
            words.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            VBox text = new VBox(1, name, when, words);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            content = new HBox(10, text, spark);
            content.setAlignment(Pos.CENTER_LEFT);
            content.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SessionOverview item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Session session = item.session();
            LabelSet labels = session.plan().labels();
            name.setText(session.plan().className());
            when.setText(LessonTexts.when(session));
            words.setText(LessonTexts.mood(labels, mean(item)));
            spark.show(labels, item.sparkline(), palette.getValue());
            setAccessibleText(name.getText() + ", " + when.getText() + ", " + words.getText());
            setGraphic(content);
        }

        private static double[] mean(SessionOverview of) {
            double[] mean = new double[of.session().plan().labels().size()];
            for (SessionOverview.Point point : of.sparkline()) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += point.shares()[i] / of.sparkline().size();
                }
            }
            return mean;
        }
    }
}
