package org.classbarometer.ui.selfcheck;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.classbarometer.text.Text;
import org.classbarometer.ui.look.Scope;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What was done or went wrong, in a line above the pages until it is put away.
final class ToldBar extends HBox {
    private final Label words = new Label();
    private final SelfCheckViewModel model;

    ToldBar(SelfCheckViewModel model, Scope scope) {
        super(10);
        this.model = model;
        setId("told");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("selfcheck-told");
        words.setId("told-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button dismiss =
                Parts.icon(
                        "told-dismiss",
                        MaterialDesignC.CLOSE,
                        Text.of("selfcheck.told.dismiss"),
                        model.diary()::dismissTold);
        dismiss.getStyleClass().add(Styles.SMALL);
        getChildren().addAll(words, dismiss);
        scope.watch(model.diary().problem(), _ -> show());
        scope.watch(model.diary().told(), _ -> show());
        scope.watch(model.camera().problem(), _ -> show());
    }

    private void show() {
        Optional<String> problem =
                model.diary().problem().get().or(() -> model.camera().problem().get());
        Optional<String> all = problem.or(() -> model.diary().told().get());
        words.setText(all.orElse(""));
        words.setGraphic(
                new FontIcon(
                        problem.isPresent()
                                ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                                : MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        getStyleClass().remove("selfcheck-problem");
        if (problem.isPresent()) {
            getStyleClass().add("selfcheck-problem");
        }
        Parts.present(this, all.isPresent());
    }
}
