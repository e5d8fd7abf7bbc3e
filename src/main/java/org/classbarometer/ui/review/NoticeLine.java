package org.classbarometer.ui.review;

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

/// What just happened, or went wrong, until it is dismissed.
final class NoticeLine extends HBox {
    private final Label text = new Label();
    private final FontIcon icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE);

    NoticeLine(ReviewViewModel model, Scope scope) {
        super(10);
        setAlignment(Pos.CENTER_LEFT);
        text.setId("review-notice");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button dismiss = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        dismiss.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        dismiss.setId("review-notice-dismiss");
        dismiss.setAccessibleText(Text.of("review.dismiss"));
        dismiss.setOnAction(_ -> model.dismissNotice());
        getChildren().addAll(icon, text, dismiss);
        scope.watch(model.notice(), this::show);
    }

    private void show(Optional<Errands.Notice> notice) {
        boolean problem = notice.filter(Errands.Notice::problem).isPresent();
        getStyleClass().setAll(problem ? "problem-bar" : "done-bar");
        icon.setIconCode(
                problem
                        ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                        : MaterialDesignC.CHECK_CIRCLE_OUTLINE);
        text.setText(notice.map(Errands.Notice::text).orElse(""));
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
    }
}
