package org.classbarometer.ui.purpose;

import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.classbarometer.law.Countries;
import org.classbarometer.session.Place;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Nodes;
import org.classbarometer.ui.look.Scope;
import org.jspecify.annotations.Nullable;

/// A field to search in and the list of countries below it; the arrow keys lead from one to the
/// other.
final class CountryChooser extends VBox {
    private static final double ROW = 2.4;

    private final PurposeViewModel model;
    private final ListView<Place> list = Nodes.named(new ListView<>(), "countries");
    private boolean showing;

    CountryChooser(PurposeViewModel model, Scope scope) {
        super(6);
        this.model = model;
        TextField search = Nodes.named(new TextField(model.sought().get()), "country-search");
        search.setPromptText(Text.of("law.first.place.search"));
        search.setAccessibleText(Text.of("law.first.place.search"));
        search.setAccessibleHelp(Text.of("law.first.place.help"));
        search.textProperty().addListener((_, _, typed) -> model.sought().set(typed));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        list.setItems(model.found());
        list.setAccessibleText(Text.of("law.first.place"));
        list.setPlaceholder(new Label(Text.of("law.first.place.none")));
        list.setCellFactory(_ -> new Name());
        list.setMinHeight(8 * ROW);
        list.setPrefHeight(200);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> chosen(now));
        scope.watchList(model.found(), (ListChangeListener<Place>) _ -> select());
        scope.watch(model.place(), _ -> select());
        getChildren().addAll(search, list);
    }

    private static final class Name extends ListCell<Place> {
        @Override
        protected void updateItem(@Nullable Place place, boolean empty) {
            super.updateItem(place, empty);
            setText(place == null || empty ? "" : Countries.name(place));
        }
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !model.found().isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !model.found().isEmpty()) {
            model.place().set(Optional.of(model.found().getFirst()));
            event.consume();
        }
    }

    private void chosen(@Nullable Place now) {
        if (now != null && !showing) {
            model.place().set(Optional.of(now));
        }
    }

    // A search that leaves the chosen country out does not take the choice back.
    private void select() {
        showing = true;
        Optional<Place> chosen = model.place().get().filter(model.found()::contains);
        if (chosen.isPresent()) {
            list.getSelectionModel().select(chosen.get());
            int row = Math.max(0, model.found().indexOf(chosen.get()) - 2);
            list.scrollTo(row);
            // Again once it has its height: until then it does not know what is in view.
            Platform.runLater(() -> list.scrollTo(row));
        } else {
            list.getSelectionModel().clearSelection();
        }
        showing = false;
    }
}
