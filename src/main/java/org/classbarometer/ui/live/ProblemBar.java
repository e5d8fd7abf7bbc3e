package org.classbarometer.ui.live;

import atlantafx.base.theme.Styles;
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

/// A message that stays until it is dismissed, below the header: a model refused, settings broken.
final class ProblemBar extends HBox {
    ProblemBar(LiveViewModel model, Scope scope) {
        super(12);
        getStyleClass().add("problem-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setId("problem");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button dismiss = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        dismiss.setAccessibleText(Text.of("ui.problem.dismiss"));
        dismiss.setId("dismiss-problem");
        dismiss.setOnAction(_ -> model.dismissProblem());
        getChildren().addAll(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE), text, dismiss);
        scope.watch(
                model.problem(),
                problem -> {
                    text.setText(problem.orElse(""));
                    setVisible(problem.isPresent());
                    setManaged(problem.isPresent());
                });
    }
}
