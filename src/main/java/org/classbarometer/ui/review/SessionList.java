package org.classbarometer.ui.review;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.classbarometer.expression.LabelSet;
import org.classbarometer.session.Session;
import org.classbarometer.session.SessionLine;
import org.classbarometer.session.SessionOverview;
import org.classbarometer.text.Text;
import org.classbarometer.ui.lesson.LessonTexts;
import org.classbarometer.ui.look.Labels;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Palette;
import org.classbarometer.ui.look.Scope;
import org.classbarometer.ui.review.chart.Sparkline;
import org.classbarometer.ui.review.model.SessionChoice;

/// The sessions by date, of all classes or one, each with its sparkline and its mood in words.
final class SessionList extends VBox {
    private final SessionChoice choice;
    private final ListView<SessionOverview> list =
            Nodes.named(new ListView<>(), "review-sessions", Styles.DENSE);
    private boolean following;

    /// @param today for the filter by days
    /// @param delete asks before it deletes
    /// @param more at the foot of the list
    SessionList(
            SessionChoice choice,
            Supplier<LocalDate> today,
            ObservableValue<Palette> palette,
            Runnable delete,
            Optional<Button> more,
            Scope scope) {
        super(8);
        this.choice = choice;
        getStyleClass().add("session-list");
        list.setAccessibleText(Text.of("review.sessions"));
        list.setAccessibleHelp(Text.of("review.sessions.help"));
        list.setItems(choice.listed());
        Label nothing = Nodes.named(new Label(Text.of("review.sessions.none")), "review-none");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new Row(palette));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                delete.run();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Label help =
                Labels.text(Text.of("review.sessions.help"), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        getChildren().addAll(new FilterBar(choice, today, scope), list, help);
        more.ifPresent(button -> {
            button.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(button);
        });
        list.getSelectionModel()
                .getSelectedItems()
                .addListener((ListChangeListener<SessionOverview>) _ -> selected());
        scope.watch(choice.chosen(), this::follow);
        scope.onChange(palette, list::refresh);
    }

    private void selected() {
        List<SessionOverview> now =
                list.getSelectionModel().getSelectedItems().stream()
                        .filter(java.util.Objects::nonNull)
                        .toList();
        if (!following && !now.isEmpty() && !now.equals(choice.chosen().get())) {
            choice.choose(now);
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
        private final Sparkline spark = new Sparkline(56, 34);
        private final VBox content;
        private final ObservableValue<Palette> palette;

        Row(ObservableValue<Palette> palette) {
            this.palette = palette;
            name.getStyleClass().add(Styles.TEXT_BOLD);
            when.getStyleClass().add("session-when");
            words.getStyleClass().addAll("session-words", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            VBox text = new VBox(1, name, when);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox top = new HBox(10, text, spark);
            top.setAlignment(Pos.CENTER_LEFT);
            // Under both: a mood in German is as long as the row.
            content = new VBox(1, top, words);
            content.setMaxWidth(Double.MAX_VALUE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SessionOverview item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            Session session = item.session();
            LabelSet labels = session.plan().labels();
            name.setText(LessonTexts.name(session));
            when.setText(LessonTexts.when(session));
            words.setText(LessonTexts.mood(labels, mean(item)));
            spark.show(labels, item.sparkline().points(), palette.getValue());
            setTooltip(
                    new Tooltip(name.getText() + "\n" + when.getText() + "\n" + words.getText()));
            setAccessibleText(name.getText() + ", " + when.getText() + ", " + words.getText());
            setGraphic(content);
        }

        private static double[] mean(SessionOverview of) {
            double[] mean = new double[of.session().plan().labels().size()];
            List<SessionLine.Point> points = of.sparkline().points();
            for (SessionLine.Point point : points) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += point.shares()[i] / points.size();
                }
            }
            return mean;
        }
    }
}
